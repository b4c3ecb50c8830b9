import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import deckloom.source.yaml as reader
from deckloom.source.locate import locate, locate_text
from deckloom.source.nodes import Mapping, Sequence, to_plain
from deckloom.source.text import decode
from deckloom.values.limits import Limits

LOADERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])
PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "a",
                "b: ",
                "- ",
                "? ",
                ": ",
                ":",
                "\n",
                "\n  ",
                "\n    ",
                "|\n",
                ">-\n  ",
                "[",
                "]",
                "{",
                "}",
                ", ",
                "'",
                '"',
            ),
            *(
                "\\",
                "\\x00",
                "\\ud800",
                "\\U00110000",
                "&x ",
                "*x",
                "!y ",
                "!!str ",
                "<<: ",
                "---\n",
                "...\n",
                "%YAML 1.1\n",
            ),
            *(
                "#",
                " #",
                "\t",
                "@",
                "`",
                "\x00",
                "\x85",
                "\u2028",
                "\ufeff",
                "\xa0",
                "é",
                "😀",
                "\r",
                "\r\n",
                "~",
                "=",
                "%",
            ),
        ]
    ),
    max_size=40,
).map("".join)
TEXTS = st.one_of(st.text(max_size=200), PIECES)
WORDS = st.from_regex(r"[A-Za-z0-9~.+][A-Za-z0-9_.:+~%é😀-]{0,20}", fullmatch=True).filter(
    lambda one: not one.endswith(":")
)


def places(outcome, source):
    for one in outcome.diagnostics:
        assert one.span is not None
        yield (one.span.line, one.span.column), (one.span.end_line, one.span.end_column)
    assert source.position(len(source.text)) >= max(
        ((one.span.end_line, one.span.end_column) for one in outcome.diagnostics), default=(1, 1)
    )


def walk(node):
    yield node
    for child in node.items if isinstance(node, Sequence) else node.values if isinstance(node, Mapping) else ():
        yield from walk(child)


@given(st.one_of(st.binary(max_size=200), TEXTS.map(lambda one: one.encode("utf-8", "surrogatepass"))))
def test_any_bytes_give_an_outcome(data):
    outcome = decode(data, "f", Limits(spec_bytes=300))
    assert outcome.value is not None or outcome.diagnostics


@given(TEXTS, st.sampled_from(["\n", "\r", "\r\n"]), st.booleans())
def test_a_text_goes_back_to_the_bytes_it_came_from(text, newline, marked):
    lines = text.encode("ascii", "ignore").decode().splitlines()
    data = b"\xef\xbb\xbf" * marked + newline.join([*lines, ""]).encode()
    source = decode(data, "f", Limits()).value
    assert source is None or "\ufffd" in source.text or source.encoded(source.text) == data


@pytest.mark.parametrize("loader", LOADERS)
@given(TEXTS)
def test_any_text_gives_an_outcome_with_places_inside_it(loader, text):
    source = decode(text.encode("utf-8", "replace"), "f", Limits()).value
    if source is None:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_LOADER", loader)
        outcome = reader.parse(source, Limits())
    assert all((1, 1) <= start <= end for start, end in places(outcome, source))
    assert outcome.value is not None or outcome.diagnostics
    for node in walk(outcome.value) if outcome.value else ():
        assert 0 <= node.start <= node.end <= len(source.text)
    if outcome.value:
        str(to_plain(outcome.value)).encode()


@given(TEXTS, st.lists(st.one_of(st.integers(0, 3), st.sampled_from(["a", "b", ""])), max_size=4), st.integers(0, 50))
def test_any_path_has_a_place(text, path, offset):
    source = decode(text.encode("utf-8", "replace"), "f", Limits()).value
    root = reader.parse(source, Limits()).value if source else None
    if root is not None:
        end = source.position(len(source.text))
        assert locate(root, source, tuple(path))[1:3] <= end
        assert locate(root, source, tuple(path), on_key=True)[1:3] <= end
        assert locate_text(root, source, tuple(path), offset)[1:3] <= end


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_scalars_keep_their_spelling(words):
    text = "".join(f"- {word}\n" for word in words)
    assert to_plain(reader.parse(decode(text.encode(), "f", Limits()).value, Limits()).value) == words


@pytest.mark.skipif(len(LOADERS) < 2, reason="PyYAML was built without libyaml")
@given(PIECES)
def test_both_parsers_give_the_same_tree(text):
    source = decode(text.encode("utf-8", "replace"), "f", Limits()).value
    found = []
    for loader in LOADERS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reader, "_LOADER", loader)
            found.append(reader.parse(source, Limits()) if source else None)
    trees = [to_plain(one.value) for one in found if one and one.ok]
    assert len(trees) < 2 or trees[0] == trees[1]
