"""Numbers as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import format_number, plain_number, with_unit

THIN, MINUS = "\u202f", "\u2212"


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (2.5, 0, "3"),
        (0.5, 0, "1"),
        (-2.5, 0, f"{MINUS}3"),
        (83.25, 1, "83,3"),
        (83.35, 1, "83,4"),
        (1.005, 2, "1,01"),
        (2.675, 2, "2,68"),
        (0.0, 1, "0,0"),
        (-0.0, 1, "0,0"),
        (-0.04, 1, "0,0"),
        (-0.05, 1, f"{MINUS}0,1"),
        (999.95, 1, f"1{THIN}000,0"),
        (1234567.0, 0, f"1{THIN}234{THIN}567"),
        (-1234.5, 1, f"{MINUS}1{THIN}234,5"),
        (5, 2, "5,00"),
    ],
)
def test_swedish(value, decimals, expected):
    assert format_number(value, decimals, "sv") == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [(83.25, 1, "83.3"), (-1234.5, 1, f"{MINUS}1,234.5"), (1234567.0, 0, "1,234,567"), (-0.04, 1, "0.0")],
)
def test_english(value, decimals, expected):
    assert format_number(value, decimals, "en") == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1.5, "+1,5"), (-1.5, f"{MINUS}1,5"), (0.0, "0,0"), (0.04, "0,0"), (-0.04, "0,0"), (0.05, "+0,1")],
)
def test_signed(value, expected):
    assert format_number(value, 1, "sv", signed=True) == expected


@given(st.floats(-1e9, 1e9), st.integers(0, 3), st.sampled_from(["sv", "en"]))
def test_what_is_written_can_be_read_back(value, decimals, language):
    text = format_number(value, decimals, language)
    plain = text.replace(THIN, "").replace(MINUS, "-")
    read = Decimal(plain.replace(",", ".") if language == "sv" else plain.replace(",", ""))
    assert abs(read - Decimal(repr(value))) <= Decimal(1).scaleb(-decimals) / 2
    assert -read.as_tuple().exponent == decimals


@given(st.floats(0.001, 1e9), st.integers(0, 3))
def test_a_negated_number_has_the_same_digits(value, decimals):
    assert format_number(-value, decimals, "sv").removeprefix(MINUS) == format_number(value, decimals, "sv")


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (59.9 - 64.9, -5.0),
        (60.1 - 60.0, 0.1),
        (84.6, 84.6),
        (893.89556583, 893.89556583),
        (1 / 3, 1 / 3),
        (1e22, 1e22),
        (0.0, 0.0),
    ],
)
def test_what_computing_left_is_taken_from_the_end_of_a_number_and_nothing_else(value, plain):
    assert plain_number(value) == plain


@pytest.mark.parametrize(
    ("number", "unit", "language", "written"),
    [
        ("37", "%", "en", "37%"),
        ("37", "%", "sv", "37\u00a0%"),
        ("1.9", "per 1,000", "en", "1.9\u00a0per 1,000"),
        ("37", "", "en", "37"),
    ],
)
def test_a_number_stands_by_its_unit_as_its_language_writes_it(number, unit, language, written):
    assert with_unit(number, unit, language) == written
