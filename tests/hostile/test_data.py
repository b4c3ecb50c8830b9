"""Data files: what is no number is a fault with row and column, and what looks like a formula stays text."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.hostile.place import HEAD, packed, slide

REFUSED = {
    "empty": b"",
    "only a header": b"a,b\n",
    "UTF-16": "a,b\nx,1\n".encode("utf-16"),
    "Latin-1": "a,b\nü,1\n".encode("latin-1"),
    "NUL": b"a,b\nx\0,1\n",
    "an escape": b"a,b\n\x1b[31m,1\n",
    "not a number": b"a,b\nx,y\n",
    "NaN": b"a,b\nx,nan\n",
    "infinity": b"a,b\nx,-inf\n",
    "over all numbers": b"a,b\nx,1e400\n",
    "6,000 digits": b"a,b\nx," + b"9" * 6_000 + b"\n",
    "hexadecimal": b"a,b\nx,0x10\n",
    "a formula for a number": b"a,b\nx,=1+1\n",
    "a row too short": b"a,b\nx\n",
    "a row too long": b"a,b\nx,1,2\n",
    "an open quote": b'a,b\n"x,1\n',
    "two columns of a name": b"a,a\nx,1\n",
    "one column": b"a\n1\n",
    "201 columns": b",".join([b"a%d" % at for at in range(201)]) + b"\n",
    "10,001 rows": b"a,b\n" + b"x,1\n" * 10_001,
    "5 MB": b"a,b\n" + b"x" * 5_000_000 + b",1\n",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
}
PATHS = ["../x.csv", "/etc/passwd", "none.csv", "http://x/y.csv", "~/x.csv", "$HOME/x.csv", ".", "/dev/zero", '"a\\0b"']
JUNK = [
    "[]",
    "{}",
    "x",
    "[[]]",
    "[{}]",
    "[x]",
    "[[x, [y]]]",
    "[{a: b}]",
    "9e999",
    "[[x, nan]]",
    "[[x, 1], [x]]",
    "|\n      |",
]


def chart(path: str) -> str:
    return HEAD + slide(kind="chart", title="A chart of the data", chart="column", csv=path)


@pytest.mark.parametrize("name", REFUSED)
def test_data_that_cannot_be_drawn_is_a_fault(attack, folder, name: str):
    (folder / "x.csv").write_bytes(REFUSED[name])
    assert attack(chart("x.csv")).code == 1


@pytest.mark.parametrize("path", PATHS)
def test_a_data_file_lies_inside(attack, path: str):
    done = attack(chart(path))
    assert done.code == 1
    assert done.codes & {"DL102", "DL301", "DL302", "DL321"}, done.err


def test_what_looks_like_a_formula_stays_text(attack, folder):
    (folder / "x.csv").write_bytes(b'=cmd(),+b\n=1+1,1\n@SUM(A1),2\n"-2+3",3\n')
    assert attack(chart("x.csv")).code == 0
    parts = packed(folder / "talk.pptx")
    (workbook,) = [data for name, data in parts.items() if name.endswith(".xlsx")]
    with ZipFile(BytesIO(workbook)) as book:
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/")]
        assert not any(b"<f>" in one or b"<f " in one for one in sheets)
        assert b"=1+1" in b"".join(book.read(name) for name in book.namelist())


def test_the_data_file_is_never_overwritten(deckloom, folder):
    (folder / "x.csv").write_bytes(b"a,b\nx,1\n")
    (folder / "x.pptx").hardlink_to(folder / "x.csv")
    (folder / "talk.yaml").write_text(chart("x.csv"))
    assert deckloom("build", "talk.yaml", "-o", "x.pptx", "--force").code == 4
    assert (folder / "x.csv").read_bytes() == b"a,b\nx,1\n"


@pytest.mark.parametrize("value", JUNK)
def test_no_field_of_any_kind_takes_junk_for_a_fault_of_ours(deckloom, folder, value: str):
    from deckloom.kinds import all_kinds

    for name, kind in all_kinds().items():
        rows = "".join(
            slide(**{"kind": name, "title": "A title here", field: value})
            for field in kind.spec.model_fields
            if field not in ("kind", "title")
        )
        (folder / "talk.yaml").write_text(HEAD + rows + slide(kind=name, title=value))
        assert deckloom("check", "talk.yaml", "--draft").code in (0, 1)
