"""Units against what chance alone would give: places, order without rank, and what is drawn when they are many."""

import pytest

from indicators.units.judging import OUTSIDE, funnel_of, judge_units, limits_along
from indicators.units.summing import unit_counts
from tests.indicators.units.making import row

FAR = {"Norra": 40.0, "Södra": 95.0}


def units(**more):
    """Ten units at 80 of 100, one far below and one far above, and one without counts."""
    values = {f"Enhet {n}": 80.0 for n in range(10)} | FAR | more
    rows = [row(unit=name, value=value, numerator=value, denominator=100.0) for name, value in values.items()]
    rows.append(row(unit="Utan antal", value=70.0, numerator=None, denominator=None))
    return rows, {item.unit: item.value for item in rows}


def test_what_is_further_away_than_chance_is_outside_and_nothing_else():
    rows, values = units()
    found = judge_units(rows, values, "percent")
    assert {name for name in values if found.is_outside(name)} == set(FAR)
    assert found.units["Norra"].place == "below-99.8"
    assert "Utan antal" not in found.units
    assert {"below-95", "above-99.8"} < set(OUTSIDE)


@pytest.mark.parametrize(("lower_is_better", "ends"), [(True, ("Norra", "Södra")), (False, ("Södra", "Norra"))])
def test_only_those_outside_have_an_end_and_the_others_stand_by_name(lower_is_better, ends):
    rows, values = units(Annan=82.0)
    order = judge_units(rows, values, "percent").order(lower_is_better=lower_is_better)
    assert (order[0], order[-1]) == ends
    assert order[1:-1] == sorted(order[1:-1])


def test_those_outside_are_drawn_before_the_largest():
    rows, values = units()
    rows.append(row(unit="Stor", value=80.0, numerator=8000.0, denominator=10_000.0))
    found = judge_units(rows, values | {"Stor": 80.0}, "percent")
    assert set(found.most_telling(found.order(lower_is_better=True), 3)) == {*FAR, "Stor"}


def test_a_funnel_needs_two_units_and_something_to_differ_in():
    counts = [unit_counts(item, "percent") for item in units()[0][:12]]
    assert funnel_of(counts[:1], widen=False) is None
    assert funnel_of([unit_counts(row(value=0.0, numerator=0.0), "percent")] * 2, widen=False) is None
    made = funnel_of(counts, widen=True)
    # Twelve units are too few to tell how large a difference they all share.
    assert made.dispersion == funnel_of(counts, widen=False).dispersion
    small, large = limits_along(made, (50.0, 5000.0))
    assert small.lower_998 < large.lower_998 < made.baseline < large.upper_998 < small.upper_998
