"""What the product chooses in every area, beside the second hand's choice from the raw figures."""

import pytest

from indicators import NATION, Pictures, area_signals
from tests.recompute import nation
from tests.recompute.figures import REGIONS
from tests.recompute.subjects import page_of

pytestmark = pytest.mark.nightly
HOW_NEAR = {"value": 1e-6, "nation": 1e-6, "points": 2e-3, "z": 1e-2, "before": 1e-6, "best_quarter": 1e-6}
NO_POINTS = ("check", "right", "joint", "ahead")
MOST_NATION = 4
DOUBTED = {"25": ["diabetes-blood-pressure"]}


@pytest.fixture(scope="module")
def picture():
    return Pictures().current()


def before(signal):
    if signal.change is not None:
        return signal.change.before.value
    return signal.previous[1] if signal.previous else None


def of_product(signal):
    """Names and numbers of a signal of the product."""
    names = (signal.group, signal.kind, signal.theme, signal.indicator, signal.series, signal.period)
    numbers = {
        "value": signal.value,
        "nation": signal.nation,
        "points": None if signal.kind in NO_POINTS else signal.points,
        "z": signal.factors.z if signal.factors else None,
        "before": before(signal),
        "best_quarter": signal.best_quarter if signal.kind == "gap" else None,
    }
    return (*names, signal.is_joined, signal.reasons), numbers


def of_second_hand(found):
    names = (found.group, found.kind, found.theme, found.indicator, found.series, found.period)
    numbers = {
        "value": found.value,
        "nation": found.nation,
        "points": None if found.kind in NO_POINTS else found.points,
        "z": found.z,
        "before": found.before,
        "best_quarter": found.best_quarter if found.kind == "gap" else None,
    }
    return (*names, found.is_joined, found.reasons), numbers


def differences(numbers, other):
    """What both tell and is not the same."""
    return {
        name: (numbers[name], other[name])
        for name, near in HOW_NEAR.items()
        if None not in (numbers[name], other[name]) and abs(numbers[name] - other[name]) > near
    }


@pytest.mark.parametrize("area", REGIONS)
def test_a_regions_signals_are_the_second_hands_in_its_order(world, picture, area):
    told = area_signals(picture, area).signals
    # The second hand's rules know no doubtful value: what is told of one is named here.
    assert [s.indicator for s in told if "doubted" in s.reasons] == DOUBTED.get(area, [])
    product = [of_product(signal) for signal in told if "doubted" not in signal.reasons]
    second = [of_second_hand(found) for found in page_of(world, area).signals]
    assert [names for names, _ in product] == [names for names, _ in second]
    apart = [differences(one, other) for (_, one), (_, other) in zip(product, second, strict=True)]
    assert [one for one in apart if one] == []


@pytest.mark.parametrize("area", REGIONS)
def test_a_regions_subjects_are_the_second_hands(world, picture, area):
    chosen, page = area_signals(picture, area), page_of(world, area)
    product = [
        (one.theme, one.basis, one.rank, one.worst, one.judged, one.clear, one.joined.theme if one.joined else "")
        for one in (*chosen.subjects, *chosen.shared)
        if one.basis != "joint"
    ]
    second = [
        (one.theme, one.basis, one.rank, one.worst, one.judged, one.clear, one.joined.theme if one.joined else "")
        for one in (*page.subjects, *page.shared)
        if one.basis != "joint"
    ]
    assert product == second
    joint = [(one.theme, one.rank) for one in chosen.subjects if one.basis == "joint"]
    assert joint == [(one.theme, one.rank) for one in page.subjects if one.basis == "joint"]


def test_the_nations_lines_are_the_second_hands(world, picture):
    moves, lines = nation.movements(world), [*nation.goals(world), *nation.checks(world)]
    for group in ("worsening", "improving"):
        lines += [one for one in moves if one.group == group][:MOST_NATION]
    lines += nation.spreads(world)[:MOST_NATION]
    second = {(one.group, one.kind, one.theme, one.indicator, one.series, one.period, one.value) for one in lines}
    product = {
        (one.group, one.kind, one.theme, one.indicator, one.series, one.period, one.value)
        for one in area_signals(picture, NATION).signals
        if one.kind != "rights"
    }
    assert product == second
