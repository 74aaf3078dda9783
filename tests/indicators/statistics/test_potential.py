"""Potential in people: by hand, rounding, laws, errors."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.errors import DenominatorError, MissingDenominatorError, NotFiniteError, SettingError
from indicators.statistics.potential import PER_100_000, PER_CENT, Potential, potential, round_people

figures = st.floats(0, 100)


def test_a_share_by_hand():
    # 90 − 81.4 = 8.6 per cent of 12 345 people are 1061.67.
    found = potential(81.4, 90, 12_345, higher=True, per=PER_CENT)
    assert (found.people, found.lower, found.upper) == (1100, None, None)
    assert found.exact == pytest.approx(1061.67)


def test_a_rate_by_hand_with_its_interval():
    # 312.5 − 280 = 32.5 per 100 000 of 350 000 people are 113.75; at 300 and 325 they are 70 and 157.5.
    found = potential(312.5, 280, 350_000, higher=False, per=PER_100_000, limits=(300, 325))
    assert found == Potential(people=110, lower=70, upper=160, exact=pytest.approx(113.75))
    turned = potential(75, 80, 1000, higher=True, per=PER_CENT, limits=(74, 77.6))
    assert (turned.lower, turned.people, turned.upper) == (24, 50, 60)


def test_better_than_the_yardstick_is_below_nothing():
    assert potential(92, 90, 1000, higher=True, per=PER_CENT).people == -20
    assert potential(92, 90, 1000, higher=False, per=PER_CENT).people == 20
    reached = potential(90, 90, 1000, higher=True, per=PER_CENT)
    assert (reached.people, math.copysign(1, reached.people)) == (0, 1)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        *((0, 0), (0.4, 0), (0.5, 1), (2.5, 3), (9.94, 10), (12.5, 13), (99.4, 99), (99.5, 100), (104.9, 100)),
        *((105, 110), (115, 120), (994, 990), (995, 1000), (1250, 1300), (123_456, 120_000), (1e9 + 1, 1e9)),
        *((-2.5, -3), (-105, -110), (-0.4, 0)),
    ],
)
def test_two_significant_digits_as_a_person_rounds_them_and_never_a_part_of_a_person(number, expected):
    found = round_people(number)
    assert (found, math.copysign(1, found)) == (expected, -1 if expected < 0 else 1)


@given(st.floats(-1e12, 1e12))
def test_rounding_agrees_with_the_slow_implementation(number):
    exact, step = abs(Fraction(repr(number))), 1
    while exact >= step * 100:
        step *= 10
    expected = math.floor(exact / step + Fraction(1, 2)) * step
    assert round_people(number) == (expected if number >= 0 else -expected)


@given(figures, figures, st.floats(1, 1e7), st.booleans())
def test_the_mirrored_direction_and_scale(value, yardstick, people, higher):
    one = potential(value, yardstick, people, higher=higher, per=PER_CENT)
    assert potential(value, yardstick, people, higher=not higher, per=PER_CENT).exact == -one.exact
    assert potential(100 - value, 100 - yardstick, people, higher=not higher, per=PER_CENT).exact == pytest.approx(
        one.exact, abs=1e-6
    )
    assert potential(value * 1000, yardstick * 1000, people, higher=higher, per=PER_100_000).exact == pytest.approx(
        one.exact, abs=1e-6
    )


@given(figures, figures, figures, figures, st.booleans())
def test_the_interval_holds_the_number(a, b, c, yardstick, higher):
    lower, value, upper = sorted((a, b, c))
    found = potential(value, yardstick, 5000, higher=higher, per=PER_CENT, limits=(lower, upper))
    assert found.lower <= found.people <= found.upper


@pytest.mark.parametrize(
    ("more", "error", "told"),
    [
        ({"denominator": None}, MissingDenominatorError, "denominator: found none; people need a known denominator"),
        ({"denominator": 0}, DenominatorError, "denominators: found 0 at position 0; must be above 0"),
        ({"denominator": math.nan}, DenominatorError, "denominators: found nan"),
        ({"per": 0}, SettingError, "per: found 0; must be above 0"),
        ({"value": math.nan}, NotFiniteError, "value, yardstick, limits: found nan at position 0"),
        ({"yardstick": math.inf}, NotFiniteError, "value, yardstick, limits: found inf at position 1"),
        ({"limits": (81, math.nan)}, NotFiniteError, "found nan at position 3"),
        ({"limits": (82, 78)}, SettingError, "limits: found 82; the lower must be at most the upper, 78"),
    ],
)
def test_what_cannot_be_told_in_people_is_refused_by_name(more, error, told):
    asked = {"value": 80.0, "yardstick": 85.0, "denominator": 100.0, "higher": True, "per": PER_CENT, **more}
    with pytest.raises(error, match=told):
        potential(asked.pop("value"), asked.pop("yardstick"), asked.pop("denominator"), **asked)


def test_a_missing_number_of_people_is_not_rounded():
    with pytest.raises(NotFiniteError, match="people: found nan"):
        round_people(math.nan)
