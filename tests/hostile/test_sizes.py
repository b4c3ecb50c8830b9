"""What is far too long or far too many is refused quickly; what is within the limits ends in time and memory."""

import json
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.place import HEAD, STATEMENT, Done, process, quoted, seems_calm, slide

LONG = {
    "title": (501, "DL208"),
    "notes": (100_001, "DL208"),
    "caption": (20_001, "DL208"),
    "alt": (20_001, "DL208"),
    "credit": (20_001, "DL208"),
    "kicker": (20_001, "DL208"),
    "image": (2_001, "DL208"),
}
WORDS = "word " * 40_000


@pytest.mark.parametrize("field", LONG)
def test_a_field_over_its_limit_says_how_long_it_is(attack, picture, field: str):
    size, code = LONG[field]
    fields = {"kind": "image", "title": "A picture", "image": "good.png", "alt": "What it shows"}
    done = attack(HEAD + slide(**{**fields, field: quoted(WORDS[: size - 1] + "x")}))
    assert done.code == 1
    assert code in done.codes, done.err


@pytest.mark.parametrize(
    "kind", ["statement", "bullets", "section", "closing", "title", "image", "takeaways", "sources"]
)
def test_a_word_of_a_thousand_letters_is_a_fault(attack, picture, kind: str):
    fields = {"kind": kind, "title": "A word", "notes": "x" * 1_001}
    extra = {
        "bullets": {"items": f"[{'y' * 1_001}]"},
        "image": {"image": "good.png", "alt": "x", "caption": "z" * 1_001},
    }
    done = attack(HEAD + slide(**{**fields, **extra.get(kind, {}), "title": "t" * 400}))
    assert done.code == 1


@pytest.mark.parametrize("items", [201, 5_000])
def test_too_many_bullets_are_a_fault(attack, items: int):
    assert "DL208" in attack(HEAD + slide(kind="bullets", title="Many", items=f"[{', '.join(['a'] * items)}]")).codes


@pytest.mark.parametrize("name", ["name", "lang", "theme", "date", "author", "subtitle"])
def test_a_long_text_in_the_head_is_a_fault_or_fits(attack, name: str):
    lines = {"deckloom": "1", "title": "A talk", name: "word " * 5_000}
    assert attack("".join(f"{key}: {value}\n" for key, value in lines.items()) + "slides:\n" + slide(kind="title")).code


def rows(make: Callable[[int], str], count: int) -> str:
    return "".join(make(at) for at in range(count))


def section(at: int) -> str:
    return f"  - kind: section\n    title: Section {at}\n    divider: false\n"


def sourced(at: int) -> str:
    return f"  - kind: statement\n    title: A statement {at}\n    source: Source number {at}\n"


def jumping(at: int) -> str:
    links = " ".join(f"[x](#no{at}x{one})" for one in range(30))
    return f"  - kind: statement\n    title: A statement {at}\n    notes: '{links}'\n"


def piled(text: str, count: int, size: int) -> str:
    long = json.dumps((text * size)[:size])
    return rows(lambda at: f"  - kind: statement\n    title: A statement {at}\n    notes: {long}\n", count)


HEAVY = {
    "sections, each shown on each slide": lambda: HEAD + rows(section, 500) + STATEMENT * 500,
    "agendas of many sections": lambda: HEAD + rows(section, 200) + "  - kind: agenda\n" * 200,
    "lists of all sources, again and again": lambda: HEAD + rows(sourced, 300) + "  - kind: sources\n" * 1_000,
    "links to nowhere": lambda: HEAD + rows(jumping, 600),
    "unknown fields": lambda: HEAD + STATEMENT + rows(lambda at: f"    field{at}: 1\n", 40_000),
    "long unknown words": lambda: HEAD + rows(lambda at: f"  - kind: {'kind' * 220}{at}\n", 1_900),
    "a language of a megabyte": lambda: HEAD.replace("slides", f"lang: en{'-abcdefgh' * 90_000}\nslides") + STATEMENT,
    "a pile of marks": lambda: (
        HEAD
        + slide(kind="statement", title="'[a](#b)'")
        + slide(kind="statement", title='"' + "\u0301\u0323" * 300_000 + '"')
    ),
    "open links": lambda: HEAD + piled("[a](", 2, 100_000),
    "very many stars": lambda: HEAD + piled("*a **b", 2, 100_000),
    "fields without values": lambda: HEAD + STATEMENT + rows(lambda at: f"    f{at}:\n", 40_000),
    "a merge bomb": lambda: (
        "a0: &a0 {x: 1}\n" + rows(lambda at: f"a{at + 1}: &a{at + 1} {{<<: [*a{at}, *a{at}]}}\n", 30)
    ),
}
OVER = {
    "a hundred megabytes": lambda: "#" * 100_000_000,
    "a million nodes": lambda: HEAD + "  - {}\n" * 280_000,
    "deep brackets": lambda: "[" * 1_900_000,
}


def limited(spec: Path, seconds: int, megabytes: int) -> Done:
    """The build under limits on its time (of the processor, since others may use it too) and memory."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    done = process(["build", spec], preexec_fn=limit)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_spec_within_the_limits_ends_in_30_seconds_and_a_gigabyte(folder, name: str):
    spec = folder / "talk.yaml"
    spec.write_text(HEAVY[name](), encoding="utf-8")
    done = limited(spec, 30, 1_024)
    seems_calm(done)
    assert done.code in (0, 1)


@pytest.mark.parametrize("name", OVER)
def test_a_spec_over_the_limits_is_refused_in_5_seconds_and_512_megabytes(folder, name: str):
    spec = folder / "talk.yaml"
    spec.write_text(OVER[name](), encoding="utf-8")
    done = limited(spec, 5, 512)
    seems_calm(done)
    assert (done.code, "DL104" in done.codes) == (1, True)
