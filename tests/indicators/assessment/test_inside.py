"""The spread of a region's municipalities, as published."""

import pytest

from indicators import AREAS
from indicators.assessment.inside import inside_spread
from indicators.scorecard_build import build_scorecard
from tests.builders import (
    GOTLAND,
    REGIONS,
    Catalogue,
    MemoryStore,
    assess,
    comparison,
    definition,
    key,
    reference,
    regions,
    series,
    text,
)

BLEKINGE = "10"
MEMBERS = AREAS.inside[BLEKINGE]


def inside(municipalities, item=None, *, region=BLEKINGE, between=None, sex="T"):
    item = item or definition()
    values = {**(regions(*range(21)) if between is None else between), **municipalities}
    return inside_spread(item, sex, region, series(values), comparison(values, item))


def five(*numbers):
    return dict(zip(MEMBERS, numbers, strict=True))


def test_blekinge_has_five_municipalities_and_gotland_one():
    assert len(MEMBERS) == 5
    assert len(AREAS.inside[GOTLAND]) == 1


def test_what_is_there_is_shown_and_nothing_claimed_by_one_periods_spread():
    for numbers in ((0.0, 10.0, 20.0, 30.0, 40.0), (1.0, 2.0, 3.0, 4.0, 5.0)):
        found = inside(five(*numbers))
        assert (found.period, found.judgement.verdict, found.judgement.reason.key) == ("2025", "shown", "inside.shown")
        assert found.judgement.reason.params == {"n": 5, "members": 5}
        assert (found.spread.minimum, found.spread.maximum) == (numbers[0], numbers[-1])


def test_values_stand_from_low_to_high():
    found = inside(five(3.0, 1.0, 2.0, 5.0, 4.0))
    assert list(found.values.values()) == [1.0, 2.0, 3.0, 4.0, 5.0]
    assert next(iter(found.values)) == MEMBERS[1]


def test_fewer_than_five_are_points_without_a_distribution():
    found = inside(dict(zip(MEMBERS[:4], range(4), strict=True)))
    assert (found.judgement.verdict, found.judgement.reason.key) == ("not-assessed", "inside.few")
    assert found.judgement.reason.params == {"n": 4, "members": 5, "enough": 5}
    assert len(found.values) == 4
    assert inside({"0980": 1.0}, region=GOTLAND).judgement.reason.params == {"n": 1, "members": 1, "enough": 5}


def test_an_indicator_without_municipalities():
    for series_key in (key(levels=["nation", "region"]), key(sexes=["F", "M"])):
        found = inside(five(*range(5)), definition(series=[series_key]))
        assert (found.period, found.values, found.spread) == (None, {}, None)
        assert found.judgement.reason.key == "inside.unpublished"


def test_a_region_whose_municipalities_have_no_value():
    found = inside({"0980": 1.0})
    assert (found.period, found.values, found.judgement.reason.key) == (None, {}, "inside.missing")


def test_the_newest_period_is_taken_but_not_after_the_headline():
    values = {code: {"2022": 1.0, "2023": 2.0, "2026": 9.0} for code in MEMBERS}
    found = inside(values, between={code: {"2023": float(n), "2025": 1.0} for n, code in enumerate(REGIONS)})
    assert found.period == "2023"
    assert set(found.values.values()) == {2.0}


def test_an_implausible_municipality_is_left_out():
    item = definition(plausible={"low": 10.0, "high": 100.0})
    found = inside(five(0.0, 20.0, 30.0, 40.0, 50.0), item)
    assert (found.spread.n, found.spread.minimum) == (4, 20.0)
    assert found.judgement.reason.key == "inside.few"


def test_when_all_municipalities_are_implausible_none_is_left():
    found = inside(five(*range(5)), definition(plausible={"low": 50.0}))
    assert (found.period, found.values, found.judgement.reason.key) == ("2025", {}, "inside.missing")


def test_a_period_doubted_for_all_areas_is_doubted_inside_too():
    item = definition(doubts=[{"periods": ["2025"], "reason": text()}])
    assert inside(five(*range(5)), item).values == {}


def test_the_nation_has_no_inside():
    rows = assess({**regions(*range(21), nation=10.0), **five(*range(5))})
    assert rows["00"].inside.judgement.reason.key == "inside.nation"
    assert rows[BLEKINGE].inside.judgement.verdict == "shown"


def test_a_second_series_serves_only_the_levels_it_is_named_for():
    item = definition(series=[key(key="A", levels=["nation", "region"]), key(key="B", levels=["municipality"])])
    own = series({**regions(*range(21)), **five(*[50.0] * 5)})
    other = series({**regions(*[99.0] * 21), **five(*range(5))})
    store = MemoryStore(A=own, B=other)
    scorecard = build_scorecard(Catalogue((item,)), reference(), store, {})
    row = scorecard.row("sample", "T", BLEKINGE)
    assert row.value == float(REGIONS.index(BLEKINGE))
    assert set(row.inside.values.values()) == {0.0, 1.0, 2.0, 3.0, 4.0}


@pytest.mark.parametrize("sex", ["F", "M"])
def test_each_sex_has_its_own_spread(sex):
    values = {**regions(*range(21)), **five(*range(5))}
    found = series(values, women=values, men={code: 2 * value for code, value in values.items()})
    row = assess(found, sex=sex)[BLEKINGE]
    assert row.inside.spread.maximum == (4.0 if sex == "F" else 8.0)
