"""A region beside some others: ahead, level or behind, by how much, and who is best."""

from dataclasses import replace
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import stand_beside
from indicators.assessment.records import Comparison
from indicators.standings import standing

CODES = ("01", "03", "04", "05", "06", "07", "08", "09")


def comparison(values, *, nation=50.0, doubtful=()):
    return Comparison("any", "T", "2025", dict(zip(CODES, values, strict=False)), nation, doubtful, None, None)


@pytest.fixture(scope="module")
def higher(picture):
    """A share where higher is better and one percentage point matters."""
    definition = picture.catalogue.by_id["stroke-unit-first"]
    relevance = definition.relevance.model_copy(update={"basis": "unit", "value": 1.0})
    return definition.model_copy(update={"direction": "higher", "relevance": relevance})


def turned(definition, direction):
    return definition.model_copy(update={"direction": direction})


@pytest.mark.parametrize(
    ("own", "side"), [(52.0, "ahead"), (51.0, "ahead"), (50.9, "level"), (50, "level"), (49.1, "level"), (48, "behind")]
)
def test_the_side_follows_the_gap_to_the_middle_and_the_smallest_that_matters(higher, own, side):
    found = standing(higher, comparison([own, 40, 50, 60]), "01", ("03", "04", "05"))
    assert (found.side, found.middle, found.gap) == (side, 50, own - 50)


def test_lower_is_better_turns_it_round_and_without_direction_nobody_is_ahead_or_best(higher):
    values, peers = comparison([52.0, 40, 50, 60]), ("03", "04", "05")
    up, down = standing(higher, values, "01", peers), standing(turned(higher, "lower"), values, "01", peers)
    neither = standing(turned(higher, "none"), values, "01", peers)
    assert (up.side, down.side, neither.side) == ("ahead", "behind", "higher")
    assert up.distance == -down.distance > 0
    assert (up.best, down.best, neither.best) == (("05",), ("03",), ())


def test_who_shares_the_best_value_shares_the_place(higher):
    assert standing(higher, comparison([1, 60, 50, 60]), "01", ("03", "04", "05")).best == ("03", "05")


def test_doubtful_values_are_no_yardstick_and_are_not_judged(higher):
    values = comparison([52.0, 99, 50, 49], doubtful=("03",))
    beside = standing(higher, values, "01", ("03", "04", "05"))
    assert (beside.peers, beside.best) == ({"04": 50, "05": 49}, ("04",))
    own = standing(higher, values, "03", ("01", "04"))
    assert (own.side, own.value, own.gap) == ("doubtful", 99, None)


def test_what_is_missing_is_said_and_never_a_number(higher):
    values = comparison([52.0, 40])
    assert standing(higher, values, "09", ("01", "03")).side == "none"
    alone = standing(higher, values, "01", ("05", "06"))
    assert (alone.side, alone.middle, alone.gap, alone.best) == ("alone", None, None, ())


def test_a_threshold_in_per_cent_of_the_nation_needs_no_nation(higher):
    relevance = higher.relevance.model_copy(update={"basis": "percent-of-nation", "value": 5.0})
    definition = higher.model_copy(update={"relevance": relevance})
    values = comparison([52.0, 40, 50, 60], nation=None)
    found = standing(definition, values, "01", ("03", "04", "05"))
    assert (found.threshold, found.side) == (2.5, "level")
    assert standing(definition, replace(values, nation=20.0), "01", ("03", "04", "05")).side == "ahead"


def test_all_alike_are_level_at_no_distance(higher):
    found = standing(higher, comparison([50.0] * 4), "01", ("03", "04", "05"))
    assert (found.side, found.distance) == ("level", 0)


VALUES = st.lists(st.floats(0, 100).map(lambda x: round(x, 1)), min_size=4, max_size=8)


@given(VALUES, st.randoms())
def test_the_order_of_the_peers_never_matters(higher, values, random):
    peers = list(CODES[1 : len(values)])
    first = standing(higher, comparison(values), "01", peers)
    random.shuffle(peers)
    second = standing(higher, comparison(values), "01", peers)
    assert (first.side, first.middle, first.distance) == (second.side, second.middle, second.distance)
    assert set(first.best) == set(second.best)


@given(VALUES)
def test_mirrored_values_and_direction_say_the_same(higher, values):
    one = standing(higher, comparison(values), "01", CODES[1:])
    other = standing(turned(higher, "lower"), comparison([-v for v in values], nation=-50.0), "01", CODES[1:])
    assert (one.side, one.best, one.distance) == (other.side, other.best, pytest.approx(other.distance))


def test_the_edition_is_read_as_a_person_would(picture):
    """Every standing of one region, made a second time from the comparisons alone."""
    peers = picture.areas.like("14")
    for item in stand_beside(picture, "14", peers):
        values = picture.scorecard().comparisons[item.indicator, item.sex].yardsticks
        beside = [values[code] for code in peers if code in values]
        assert item.middle == (median(beside) if beside else None), item.indicator
        if item.gap is not None:
            assert item.gap == values["14"] - item.middle
            assert "14" not in item.peers


def test_a_region_is_never_its_own_peer(picture):
    found = stand_beside(picture, "14", picture.areas.region_codes)
    assert all("14" not in item.peers for item in found)
