"""Tables in files, and where their faults are."""

import pytest

from deckloom.facts.csv import gather_tables
from deckloom.values.limits import Limits

PATH = ("slides", 0, "csv")


def gathered(tmp_path, data, limits=None):
    """The table of a file's bytes, and its faults as ``line:column slug: message``."""
    (tmp_path / "a.csv").write_bytes(data if isinstance(data, bytes) else data.encode())
    tables, found = gather_tables([("a.csv", PATH)], tmp_path, (tmp_path,), limits or Limits())
    return tables["a.csv"], [_told(one) for one in found]


def _told(found):
    place = f"{found.span.line}:{found.span.column} " if found.span else ""
    return f"{place}{found.slug}: {found.message}"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_commonest_sign_of_the_header_separates_the_cells(delimiter, tmp_path):
    table, told = gathered(tmp_path, f"Region{delimiter}Cost\r\nNorth{delimiter} 4.2 \r\n\r\n")
    assert (table.header, table.rows, table.delimiter, told) == (("Region", "Cost"), (("North", "4.2"),), delimiter, [])


def test_quoted_cells_hold_delimiters_quotes_and_line_ends(tmp_path):
    table, _ = gathered(tmp_path, '\ufeffa,b\n"x, ""y""","two\nlines"\n=1+1,@z\n')
    assert table.rows == (('x, "y"', "two lines"), ("=1+1", "@z"))
    assert [str(table.span(1, column)).rpartition("/")[2] for column in (0, 1)] == ["a.csv:4:1", "a.csv:4:6"]
    assert table.span(0, 0)[1:] == (2, 2, 2, 8)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("a,b\n1\n", "2:1 row-length: this row has 1 cell where the header has 2"),
        ('a,b\n1,"2\n', "2:3 csv-unreadable: this cell's quotes do not end where it ends"),
        ('a,b\n1,"2"x\n', "2:3 csv-unreadable: this cell's quotes do not end where it ends"),
        ("a,a\n1,2\n", "1:3 csv-unreadable: two columns are called `a`"),
        ("a,\n1,2\n", "1:3 csv-unreadable: this column has no name"),
        ("a,b\n", "1:1 csv-unreadable: the table has no rows under its header"),
        ("", "1:1 csv-unreadable: the table has no rows under its header"),
        ("a,b\n1,\x00\n", "2:3 csv-unreadable: character U+0000 cannot be stored"),
        ("a\n1\n2\n3\n4\n", "5:1 csv-unreadable: the table has more than 3 rows"),
        ("a,b,c,d\n1,2,3,4\n", "1:1 csv-unreadable: the table has 4 columns, at most 3"),
        (b"a,b\n\xff,1\n", "csv-unreadable: `a.csv` is not UTF-8 text: byte 0xFF"),
        ("a" * 99, "csv-unreadable: `a.csv` has 99 bytes, over the limit of 50"),
    ],
)
def test_a_fault_is_told_where_it_stands(data, told, tmp_path):
    table, found = gathered(tmp_path, data, Limits(csv_bytes=50, csv_rows=3, csv_columns=3))
    assert found == [told]
    assert table.fault
    assert not table.rows


@pytest.mark.parametrize(
    ("reference", "slug"), [("../a.csv", "path-refused"), ("/etc/passwd", "path-refused"), ("b.csv", "csv-unreadable")]
)
def test_a_file_is_read_inside_the_root_only(reference, slug, tmp_path):
    _, (found,) = gather_tables([(reference, PATH)], tmp_path, (tmp_path,), Limits())
    assert (found.slug, found.path) == (slug, PATH)
