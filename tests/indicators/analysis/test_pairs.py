"""How a gap between two groups has developed, and what its limits make of who is worse off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.pairs import Place, development, pair_gap
from indicators.statistics.inequality import GroupFigure
from tests.builders import definition, text


def gaps(differences, item):
    """Gaps of women at 50 plus a difference against men at 50, by year."""
    made = (
        pair_gap(item, Place("00", str(year), 50.0), GroupFigure(50.0 + difference), GroupFigure(50.0))
        for year, difference in differences.items()
    )
    return tuple(made)


@pytest.mark.parametrize(
    ("differences", "change", "since"),
    [
        ({2020: 5.0, 2025: 9.0}, "grown", "2020"),
        ({2020: -5.0, 2025: -9.0}, "grown", "2020"),
        ({2020: 9.0, 2025: 5.0}, "shrunk", "2020"),
        ({2020: 5.0, 2025: 5.9}, "level", "2020"),
        ({2020: 5.0, 2025: -5.0}, "turned", "2020"),
        # Both are under what matters: that one is just above nought and the other just below says nothing.
        ({2020: 0.3, 2025: -0.3}, "level", "2020"),
        # The newest of those that are five years old or more.
        ({2010: 1.0, 2019: 20.0, 2021: 9.0, 2025: 9.0}, "shrunk", "2019"),
        ({2022: 5.0, 2025: 9.0}, "grown", "2022"),
        ({2023: 5.0, 2025: 9.0}, "short", ""),
        ({2025: 9.0}, "short", ""),
        ({}, "short", ""),
    ],
)
def test_the_gap_is_held_against_that_of_five_years_before(differences, change, since):
    item = definition()
    found = development(item, gaps(differences, item))
    assert (found.change, found.since) == (change, since)


def test_what_lies_before_a_break_is_no_measure_of_now():
    item = definition(breaks=[{"period": "2022", "reason": text()}])
    assert development(item, gaps({2018: 1.0, 2022: 5.0, 2025: 5.0}, item)).since == "2022"
    assert development(item, gaps({2018: 1.0, 2023: 5.0, 2025: 5.0}, item)).change == "short"


@given(st.floats(-40, 40), st.floats(-40, 40))
def test_it_is_the_same_whichever_group_comes_first(before, now):
    item = definition()
    mirrored = development(item, gaps({2020: -before, 2025: -now}, item))
    assert development(item, gaps({2020: before, 2025: now}, item)).change == mirrored.change


@pytest.mark.parametrize(("n", "worse"), [(10_000, "second"), (40, "unsure")])
def test_a_gap_that_chance_may_have_made_is_not_said_to_be_one(n, worse):
    item = definition()
    first, second = (GroupFigure(share, share * n / 100, n) for share in (55.0, 50.0))
    assert pair_gap(item, Place("01", "2025", 50.0), first, second).worse == worse
