"""CSV that is known to be whole."""

import datetime as dt

import pytest

from intake.http.body import Body
from intake.http.refusals import CsvError, IncompleteError
from intake.http.strict_csv import read_csv

TABLE = 'AREA,VALUE,NOTE\n03,1.5,"a, b"\n04,2,"two\nlines"\n'


def body(text, is_framed=True):
    return Body("oecd", "https://sdmx.oecd.org/x", text.encode(), dt.date(2026, 11, 21), is_framed)


def test_a_whole_table_is_read():
    rows = read_csv(body(TABLE), ["AREA", "VALUE"], declared_rows=2)
    assert [row["NOTE"] for row in rows] == ["a, b", "two\nlines"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (TABLE[:-1], "the last row does not end"),
        (TABLE + "05,3\n", "row 4 has 2 columns, the header 3"),
        (TABLE + "05,3,x,y\n", "row 4 has 4 columns"),
        (TABLE + '05,3,"x\n', "not CSV"),
        (TABLE.replace("VALUE", "WORTH"), "no column VALUE"),
        (TABLE.replace("NOTE", "AREA"), "a column stands twice"),
        ("", "does not end"),
        ("\n", "no column"),
        ("<html>\n", "no column"),
    ],
)
def test_what_is_not_whole_and_even_is_refused(text, reason):
    with pytest.raises((CsvError, IncompleteError), match=reason):
        read_csv(body(text), ["AREA", "VALUE"])


def test_fewer_rows_than_declared_are_refused():
    with pytest.raises(IncompleteError, match="3 rows were declared, 2 came"):
        read_csv(body(TABLE), ["AREA"], declared_rows=3)


def test_a_table_that_nothing_vouches_for_is_refused_until_its_rows_are_declared():
    with pytest.raises(IncompleteError, match="nothing tells whether"):
        read_csv(body(TABLE, is_framed=False), ["AREA"])
    assert len(read_csv(body(TABLE, is_framed=False), ["AREA"], declared_rows=2)) == 2
