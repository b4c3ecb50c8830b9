"""Reading a zip file without trusting it: the directory, and each entry once, capped, with its checksum.

The standard library's reader costs about twenty microseconds an entry and forgives what office programs do not
(a directory that disagrees with the entries); a deck of 10,000 slides has 40,000 entries.
"""

import struct
import zlib
from typing import BinaryIO, Final, NamedTuple

MAX_ENTRIES: Final = 500_000
MAX_ENTRY: Final = 256 * 1024 * 1024
"""The most bytes an entry may unpack to."""
MAX_TOTAL: Final = 4 * 1024 * 1024 * 1024
"""The most bytes all entries together may unpack to."""

_END = struct.Struct("<4s4H2LH")
_END64_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _UTF8 = 0x1, 0x800


class ArchiveError(Exception):
    """The bytes are not a zip file that can be read; the message says why."""


class Entry(NamedTuple):
    """A line of the zip directory; sizes and offset in bytes."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


def directory(file: BinaryIO) -> tuple[Entry, ...]:
    """The entries in the order of their bytes. Raises ArchiveError."""
    try:
        return _directory(file)
    except (struct.error, OverflowError, UnicodeDecodeError, ValueError, OSError) as error:
        raise ArchiveError(f"the zip directory is damaged ({error})") from error


def _directory(file: BinaryIO) -> tuple[Entry, ...]:
    end = file.seek(0, 2)
    count, size, start = _end_record(file, end)
    if count > MAX_ENTRIES:
        raise ArchiveError(f"{count} entries, over the limit of {MAX_ENTRIES}")
    if start + size > end:
        raise ArchiveError("the zip directory lies outside the file")
    file.seek(start)
    data = file.read(size)
    entries = []
    position = 0
    for _ in range(count):
        entry, position = _central(data, position)
        entries.append(entry)
    entries.sort(key=lambda one: one.offset)
    return tuple(entries)


def _end_record(file: BinaryIO, end: int) -> tuple[int, int, int]:
    """How many entries, the directory's size and its offset, from the end of the file."""
    base = max(0, end - 65_557)
    file.seek(base)
    tail = file.read(end - base)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0:
        raise ArchiveError("no zip directory")
    _, _, _, _, count, size, start, _ = _END.unpack_from(tail, at)
    if 0xFFFF in (count,) or 0xFFFFFFFF in (size, start):
        return _end_record64(file, base + at)
    return count, size, start


def _end_record64(file: BinaryIO, end: int) -> tuple[int, int, int]:
    file.seek(end - _END64_LOCATOR.size)
    mark, _, at, _ = _END64_LOCATOR.unpack(file.read(_END64_LOCATOR.size))
    if mark != b"PK\x06\x07":
        raise ArchiveError("no zip64 directory")
    file.seek(at)
    record = _END64.unpack(file.read(_END64.size))
    return record[7], record[8], record[9]


def _central(data: bytes, position: int) -> tuple[Entry, int]:
    mark, _, _, flags, method, _, _, crc, packed, size, name_n, extra_n, note_n, _, _, _, offset = _CENTRAL.unpack_from(
        data, position
    )
    if mark != b"PK\x01\x02":
        raise ArchiveError("the zip directory is damaged")
    start = position + _CENTRAL.size
    raw = data[start : start + name_n]
    if 0xFFFFFFFF in (packed, size, offset):
        extra = data[start + name_n : start + name_n + extra_n]
        size, packed, offset = _wide_sizes(extra, size, packed, offset)
    name = raw.decode("utf-8" if flags & _UTF8 else "cp437")
    return Entry(name, raw, flags, method, crc, packed, size, offset), start + name_n + extra_n + note_n


def _wide_sizes(extra: bytes, *narrow: int) -> list[int]:
    """Size, packed size and offset with the zip64 field in place of each that does not fit 32 bits."""
    position = 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, position)
        if kind == 1:
            wide = iter(struct.unpack_from(f"<{length // 8}Q", extra, position + 4))
            return [next(wide, value) if value == 0xFFFFFFFF else value for value in narrow]
        position += 4 + length
    return list(narrow)


def read(file: BinaryIO, entry: Entry) -> bytes:
    """The entry's bytes, unpacked and checked. Raises ArchiveError."""
    if entry.size > MAX_ENTRY:
        raise ArchiveError(f"{entry.size} bytes, over the limit of {MAX_ENTRY}")
    if entry.flags & _ENCRYPTED:
        raise ArchiveError("encrypted")
    try:
        data = _unpack(_packed_bytes(file, entry), entry)
    except (struct.error, zlib.error, OverflowError, ValueError, OSError) as error:
        raise ArchiveError(f"damaged ({error})") from error
    if len(data) != entry.size:
        raise ArchiveError("not as long as the directory says")
    if zlib.crc32(data) != entry.crc:
        raise ArchiveError("the checksum does not fit")
    return data


def _packed_bytes(file: BinaryIO, entry: Entry) -> bytes:
    file.seek(entry.offset)
    # One read for header, name and bytes: an extra field is rare, so what it pushes out is fetched only then.
    head = _LOCAL.size + len(entry.raw_name)
    data = file.read(head + entry.packed)
    mark, _, flags, method, _, _, _, _, _, name_n, extra_n = _LOCAL.unpack_from(data)
    if mark != b"PK\x03\x04":
        raise ArchiveError("no entry where the directory points")
    if data[_LOCAL.size : _LOCAL.size + name_n] != entry.raw_name or method != entry.method:
        raise ArchiveError("the entry's own header disagrees with the directory")
    if flags & _ENCRYPTED:
        raise ArchiveError("encrypted")
    if extra_n:
        data += file.read(extra_n)
    packed = data[head + extra_n :]
    if len(packed) != entry.packed:
        raise ArchiveError("cut off")
    return packed


def _unpack(packed: bytes, entry: Entry) -> bytes:
    if entry.method == _STORED:
        return packed
    if entry.method != _DEFLATED:
        raise ArchiveError(f"packed with method {entry.method}, which office programs do not read")
    inflater = zlib.decompressobj(-15)
    data = inflater.decompress(packed, entry.size + 1)
    if not inflater.eof and not (inflater.decompress(b"", 1) == b"" and inflater.eof):
        raise ArchiveError("not as long as the directory says, or cut off")
    return data
