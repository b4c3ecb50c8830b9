"""Only web addresses, mail and jumps are written; the same input gives the same bytes."""

import os
import re
from pathlib import Path

import pytest

from tests.hostile.place import HEAD, packed, process, quoted, slide

REFUSED = [
    *(
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\tscript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///x",
    ),
    *("ms-msdt:/id", "ms-word:ofe|u|http://x", "search-ms:query=x", "smb://host/x", "ftp://host/x", "tel:+1", "sms:+1"),
    *("\\\\host\\share", "//host/share", "/etc/passwd", "C:\\x", "x.html", "http:", "http://", "https:///x", "http:x"),
    *("http://[::1", "http://[x]/", "http://a b/", "http://user:pass@host/", "http://host:99999/", "http://host:x/"),
    *("http://-", "http://a..b/", "http://\\host/", "mailto:", "mailto:x", "mailto:a@b c", "mailto:javascript:x@y"),
    *("http://x/" + "a" * 2_000, "https://" + "a" * 300 + ".org/", "http://x/" + "é" * 400, "view-source:http://x"),
    *("jar:http://x!/y", "blob:http://x", "about:blank", "intent://x", "\x01http://x", "ht\ntp://x", "#", "#a b", "##"),
]
TAKEN = {
    "http://example.org": "http://example.org",
    "HTTPS://EXAMPLE.org/A": "https://example.org/A",
    "https://example.org/a?b=c&d=<e>": "https://example.org/a?b=c&amp;d=%3Ce%3E",
    'https://example.org/"onload="x': "https://example.org/%22onload=%22x",
    "https://exämple.org/ü": "https://xn--exmple-cua.org/%C3%BC",
    "https://example.org/a%20b%zz": "https://example.org/a%20b%25zz",
    "https://[::1]/x": "https://[::1]/x",
    "mailto:a@example.org?subject=x y": "mailto:a@example.org?subject=x%20y",
}


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_is_not_safe_is_refused(attack, address: str):
    done = attack(HEAD + slide(kind="statement", title="A statement", source=f"{{name: x, url: {quoted(address)}}}"))
    assert done.code == 1
    assert done.codes & {"DL210", "DL102", "DL208"}, done.err
    title = quoted(f"A [link](<{address}>) here")
    assert attack(HEAD + slide(kind="statement", title=title, notes=title)).code in (0, 1)


@pytest.mark.parametrize("address", TAKEN)
def test_a_safe_address_is_written_with_every_other_sign_encoded(attack, folder: Path, address: str):
    done = attack(HEAD + slide(kind="statement", title="A statement", source=f"{{name: x, url: {quoted(address)}}}"))
    assert done.code == 0, done.err
    links = packed(folder / "talk.pptx")["ppt/slides/_rels/slide1.xml.rels"].decode()
    assert f'Target="{TAKEN[address]}"' in links


@pytest.mark.parametrize(
    "link", ["[x](#no)", "[x](<#no>)", "[x]( #no)", "[x](\\\\#no)", "[](#no)", "[x](#no 'a')", "[x](##)"]
)
@pytest.mark.parametrize("field", ["title", "notes", "source", "kicker"])
def test_a_jump_to_a_slide_that_does_not_exist_is_refused_however_it_is_written(attack, field: str, link: str):
    fields = {"kind": "statement", "title": "A statement", field: quoted(link.replace("\\\\", "\\"))}
    assert attack(HEAD + slide(**fields)).codes & {"DL210", "DL211"}


def test_no_other_relationship_leads_outside(attack, folder, picture):
    spec = HEAD + slide(
        kind="image", title="'[A](https://x.org) link'", image="good.png", alt="x", notes="'[b](mailto:a@b.org)'"
    )
    assert attack(spec).code == 0
    for name, data in packed(folder / "talk.pptx").items():
        for row in re.findall(rb"<Relationship [^>]*External[^>]*>", data) if name.endswith(".rels") else ():
            assert b'/hyperlink"' in row
            assert re.search(rb'Target="(https?://|mailto:)', row)


def test_the_same_input_gives_the_same_bytes_anywhere(tmp_path, picture):
    spec = HEAD + slide(
        kind="image", title="A picture", image="good.png", alt="x", source="{name: a, url: http://x.org}"
    )
    made = set()
    for at, (zone, seed, mask) in enumerate(
        (("UTC", "0", 0o022), ("Pacific/Chatham", "1", 0o077), ("XYZ+99", "random", 0))
    ):
        there = tmp_path / f"place {at}"
        there.mkdir()
        (there / "good.png").write_bytes(picture.read_bytes())
        (there / "talk.yaml").write_text(spec, encoding="utf-8")
        os.utime(there / "good.png", (at * 10**8, at * 10**8))
        done = process(["build", "talk.yaml"], {"TZ": zone, "PYTHONHASHSEED": seed}, cwd=there, umask=mask)
        assert done.returncode == 0, done.stderr
        assert (there / "talk.pptx").stat().st_mode & 0o777 == 0o666 & ~mask
        made.add((there / "talk.pptx").read_bytes())
    assert len(made) == 1
