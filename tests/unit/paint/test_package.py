import zipfile
from io import BytesIO, RawIOBase

from deckloom.paint.package import PackageWriter


def written(*parts: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    package = PackageWriter(out)
    for name, data in parts:
        package.xml(name, data)
    package.close()
    return out.getvalue()


def test_what_is_written_reads_back_in_the_same_order():
    out = BytesIO()
    package = PackageWriter(out)
    package.xml("b.xml", "<é/>")
    package.stored("a.png", b"\x89PNG" * 100)
    package.close()
    with zipfile.ZipFile(out) as read:
        assert read.testzip() is None
        assert read.namelist() == ["b.xml", "a.png"]
        assert read.read("b.xml") == "<é/>".encode()
        assert read.read("a.png") == b"\x89PNG" * 100
        assert [one.compress_type for one in read.infolist()] == [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]


def test_nothing_of_the_machine_or_the_moment_is_in_it():
    with zipfile.ZipFile(BytesIO(written(("a.xml", b"<a/>")))) as read:
        (one,) = read.infolist()
    assert one.date_time == (1980, 1, 1, 0, 0, 0)
    assert (one.create_system, one.external_attr, one.flag_bits, one.extra) == (3, 0o600 << 16, 0, b"")


def test_a_name_beyond_ascii_is_marked_as_utf_8():
    with zipfile.ZipFile(BytesIO(written(("é.xml", b"<a/>")))) as read:
        assert read.namelist() == ["é.xml"]


def test_it_only_ever_writes_forward():
    class Pipe(RawIOBase):
        def __init__(self):
            self.data = b""

        def writable(self):
            return True

        def write(self, data):
            self.data += bytes(data)
            return len(data)

    pipe = Pipe()
    package = PackageWriter(pipe)
    package.xml("a.xml", b"<a/>")
    package.close()
    assert pipe.data == written(("a.xml", b"<a/>"))


def test_more_parts_than_the_old_directory_can_count_still_read_back():
    out = BytesIO()
    package = PackageWriter(out)
    for number in range(65_536):
        package.stored(f"{number}", b"")
    package.close()
    with zipfile.ZipFile(out) as read:
        assert len(read.namelist()) == 65_536


def test_a_part_beyond_four_gibibytes_is_found():
    out = BytesIO()
    package = PackageWriter(out)
    package.stored("first", b"1")
    package._offset = 5 << 30  # as if the first had been that long
    package.stored("far", b"2")
    package.close()
    directory = out.getvalue().partition(b"PK\x01\x02")[2]
    assert (5 << 30).to_bytes(8, "little") in directory
    assert b"PK\x06\x06" in directory
