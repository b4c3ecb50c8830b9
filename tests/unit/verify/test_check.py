"""Every rule finds its fault, a good deck is left alone, and no bytes at all make the checker fail."""

import io
import random
import struct

import pytest

from deckloom.verify.check import verify_package
from deckloom.verify.rules import Finding, published
from tests.unit.verify.decks import SLIDE, broken, good, packed, replace, unpacked
from tests.unit.verify.faults import FAULTS


def _check(data: bytes) -> tuple[Finding, ...]:
    return verify_package(io.BytesIO(data))


def test_a_good_deck_has_no_findings():
    assert _check(good()) == ()


@pytest.mark.parametrize("name", FAULTS)
def test_the_rule_finds_its_fault(name: str):
    rule, level, change = FAULTS[name]
    assert (rule, level) in {(one.rule, one.level) for one in _check(broken(change))}


def test_every_rule_of_structure_has_a_fault():
    tested = {(rule, level) for rule, level, _ in FAULTS.values()} | {("S01", "open")}
    assert {(one.number, one.level) for one in published() if one.number[0] == "S"} == tested


def _entry_with(name: str, offset: int, format_: str, value: int) -> bytes:
    """The good deck with a field of the entry's line in the directory overwritten."""
    data = bytearray(good())
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode()))
    struct.pack_into(format_, data, at + offset, value)
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x05\x06",
        good()[:-30],
        good()[: len(good()) // 2],
        good().replace(b"PK\x05\x06", b"PK\x05\x07"),
        _entry_with(SLIDE, 16, "<I", 0),  # the checksum
        _entry_with(SLIDE, 24, "<I", 10),  # the unpacked size
        _entry_with(SLIDE, 10, "<H", 12),  # the method
        _entry_with(SLIDE, 8, "<H", 1),  # encrypted
        _entry_with(SLIDE, 42, "<I", 4),  # the place
    ],
    ids=["empty", "a stub", "cut", "half", "no end", "checksum", "size", "method", "encrypted", "place"],
)
def test_a_damaged_zip_is_unreadable(data: bytes):
    assert {(one.rule, one.level) for one in _check(data)} & {("S01", "open")}


def test_an_entry_that_unpacks_to_more_than_it_says_is_not_unpacked_whole():
    change = replace(SLIDE, "A title", "A title" + " " * 50_000_000)
    data = bytearray(broken(change))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(SLIDE.encode()))
    struct.pack_into("<I", data, at + 24, 1_000)
    assert [one.part for one in _check(bytes(data)) if one.rule == "S01"] == [SLIDE]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-7"])
def test_a_document_type_is_found_in_every_encoding(encoding: str):
    parts = unpacked(good())
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    parts[SLIDE] = text.encode(encoding)
    assert "S09" in {one.rule for one in _check(packed(parts))}


def test_a_message_is_said_once_and_not_without_end():
    same = replace(SLIDE, "<a:tcPr/>", '<a:tcPr marL="NaN"/>')
    assert len([one for one in _check(broken(same)) if one.rule == "S30"]) == 1
    many = replace(
        SLIDE, "</p:spTree>", '<p:sp x="NaN"/>' * 1 + "".join(f"<p:q{n}/>" for n in range(100)) + "</p:spTree>"
    )
    assert len([one for one in _check(broken(many)) if one.rule == "S22"]) == 20


@pytest.mark.parametrize("seed", range(20))
def test_no_bytes_make_the_checker_fail(seed: int):
    chance = random.Random(seed)
    data = bytearray(good())
    for _ in range(chance.choice((1, 3, 30))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    _check(bytes(data))


@pytest.mark.parametrize("seed", range(60))
def test_no_xml_makes_the_checker_fail(seed: int):
    chance = random.Random(seed)
    parts = unpacked(good())
    for name in chance.sample(sorted(parts), 4):
        parts[name] = _mutated(parts[name], chance)
    _check(packed(parts))


def _mutated(data: bytes, chance: random.Random) -> bytes:
    """The part with something taken out, doubled, or put where it does not belong."""
    cuts = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    before, middle, after = data[: cuts[0]], data[cuts[0] : cuts[1]], data[cuts[1] :]
    tags = data.split(b"<")
    odd = chance.choice((b"", b"<!--x-->", b"<?x y?>", b"&#0;", b"&x;", b'=""', b"\xff", b"]]>", b"<![CDATA[<a:p>]]>"))
    tag = chance.randrange(len(tags))
    return chance.choice(
        (
            before + odd + after,
            before + middle + odd + middle + after,
            b"<".join(tags[:tag] + tags[tag + 1 :]),
            b"<".join([*tags[:tag], tags[tag] + odd, *tags[tag:]]),
            data.replace(b'"', b"'"),
            data.replace(b"rId", b"r"),
            data.replace(b' id="', b' di="'),
            data.replace(b' val="', b' val="-'),
            data.decode("latin-1").encode("utf-16"),
        )
    )
