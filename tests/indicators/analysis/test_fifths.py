"""Municipalities in five groups by economic standard."""

import pytest

from indicators.analysis.fifths import analyse_fifths
from indicators.analysis.rules import ENOUGH_FOR_FIFTHS
from indicators.areas import AREAS

SKANE = AREAS.inside["12"]


def made(codes, population=None):
    """Municipalities ranked by their place; the result is ten times the rank."""
    ranking = {code: float(place) for place, code in enumerate(codes)}
    values = {code: 10.0 * place for code, place in ranking.items()}
    return analyse_fifths("2022", values, "2021", ranking, population or {})


def test_the_groups_are_worked_by_hand():
    found = made(SKANE[:15])
    assert found.units == (3, 3, 3, 3, 3)
    assert found.values == (10.0, 40.0, 70.0, 100.0, 130.0)
    # Five points on a line: 120 between the outer midpoints, which are 0.8 apart.
    assert found.slope.slope == pytest.approx(150.0)
    assert (found.slope.variant, found.weighted) == ("weighted", False)
    assert found.slope.ratio is None, "the line begins below 0, where no ratio means anything"


def test_without_all_populations_every_municipality_counts_once():
    assert not made(SKANE[:15], dict.fromkeys(SKANE[:14], 5.0)).weighted


def test_with_populations_the_groups_are_of_equal_population():
    people = dict.fromkeys(SKANE[:15], 1.0) | {SKANE[0]: 6.0, SKANE[14]: 6.0}
    found = made(SKANE[:15], people)
    assert found.weighted
    assert found.units == (1, 4, 5, 4, 1)
    assert found.values[0] == 0.0
    assert sum(found.shares) == pytest.approx(1.0)


def test_too_few_municipalities_make_no_groups():
    assert made(SKANE[: ENOUGH_FOR_FIFTHS - 1]) is None
    assert made([*SKANE[:8], *AREAS.inside["14"][:7]]).units == (3, 3, 3, 3, 3)
