"""CSV that is safe to open: quoted as RFC 4180 says, no text that runs as a formula, numbers that stay numbers."""

import csv
import io
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.safe_csv import LINE_END, NumberText, csv_cell, csv_line, harmless

BEGINNINGS = "=+-@\t\r\n\x00"
TEXTS = st.text(st.one_of(st.sampled_from("=+-@\t\r\n\x00;,\"' aå1"), st.characters(codec="utf-8")), max_size=20)
NUMBERS = st.one_of(st.integers(-(10**12), 10**12), st.floats(allow_nan=False, allow_infinity=False))
CELLS = st.one_of(TEXTS, NUMBERS, st.none())


def read(text, delimiter=","):
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=delimiter == ","))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", "plain"),
        ("åäö 5 %", "åäö 5 %"),
        ("=1+1", "'=1+1"),
        ("+46", "'+46"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "\"'\t'=1\""),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("a;=1", '"a;\'=1"'),
        ("a\n-1", '"a\n\'-1"'),
        ('say "no"', '"say ""no"""'),
        ("a,b", '"a,b"'),
        ("2021-2024", "2021-2024"),
        ("−5", "−5"),
    ],
)
def test_a_text_is_harmless_and_quoted_only_where_it_must_be(text, written):
    assert csv_cell(text) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (-5, "-5"),
        (-5.0, "-5"),
        (0.1, "0.1"),
        (-0.0, "0"),
        (1e22, "1e+22"),
        (True, "true"),
        (None, ""),
        (math.nan, ""),
        (1, "1"),
    ],
)
def test_a_number_stays_a_number(value, written):
    assert csv_cell(value) == written


@given(st.lists(CELLS, min_size=2, max_size=6))
def test_what_is_written_is_read_back(row):
    (found,) = read(csv_line(row))
    assert len(found) == len(row)
    for text, value in zip(found, row, strict=True):
        if value is None:
            assert text == ""
        elif isinstance(value, str):
            assert text == harmless(value)
            assert text.replace("'", "") == value.replace("'", "")
        else:
            assert float(text) == value


@given(st.lists(TEXTS, min_size=2, max_size=6))
def test_no_text_begins_a_formula_however_the_file_is_cut(row):
    for text in row:
        for part in [text, *text.replace("\t", ";").replace("\r", ";").replace("\n", ";").split(";")]:
            written = harmless(part)
            assert written.lstrip(" \u00a0")[:1] not in {*"=+-@＝＋－＠", "\x00"} or written[:1] == "'"
        for part in harmless(text).replace("\t", "\n").replace("\r", "\n").replace(";", "\n").split("\n"):
            assert part.lstrip(" \u00a0")[:1] not in {*"=+-@＝＋－＠", "\x00"}


def test_a_line_ends_as_the_standard_says():
    assert csv_line(["a", 1]) == f"a,1{LINE_END}"
    assert LINE_END == "\r\n"


def test_true_and_one_are_not_confused():
    assert [csv_cell(1), csv_cell(True), csv_cell(1.0)] == ["1", "true", "1"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("+0,5", '"+0,5"'),
        ("+46", "+46"),
        ("-1.5", "-1.5"),
        ("+1\u202f000", "+1\u202f000"),
        ("+1+1", "'+1+1"),
        ("+A1", "'+A1"),
        ("=1", "'=1"),
        ("+1\n=2", "\"'+1\n'=2\""),
        ("[z]", "[z]"),
    ],
)
def test_a_number_that_the_program_wrote_keeps_its_sign_and_nothing_else_does(text, written):
    assert csv_cell(NumberText(text)) == written
    if text[0] != "[":
        assert csv_cell(text).lstrip('"').startswith("'")
