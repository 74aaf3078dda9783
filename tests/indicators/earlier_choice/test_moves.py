"""Gaps to a yardstick and changes: what becomes a signal, what it is held against, and how it weighs."""

from statistics import pstdev

import pytest

from indicators.earlier_choice.choice import moves
from tests.builders import REGIONS, definition, make_picture, percent_of_nation, regions, series, target, yearly

AREA, NATION = "01", "00"
OTHERS = tuple(40.0 + place for place in range(20))


def pair(name, own, *, others=OTHERS, nation=50.0, history=(), **changes):
    """An indicator whose other regions lie evenly from 40 to 59 and whose own value is given."""
    values = {**regions(own, *others, nation=nation)}
    if history:
        values[AREA] = yearly(*history, own)
    return definition(id=name, **changes), series(values)


def moving(name, own, *, nation=None, **changes):
    """Regions that stand still ten years, from 41 up, and one that moves."""
    still = {code: yearly(*[float(41 + n)] * len(own)) for n, code in enumerate(REGIONS[1:])}
    nationwide = {NATION: yearly(*nation)} if nation else {}
    return definition(id=name, **changes), series({**still, **nationwide, AREA: yearly(*own)})


def found(*pairs, area=AREA, held=()):
    return moves(make_picture(*pairs, held=held), area)


def only(signals):
    (signal,) = signals
    return signal


# --- the yardstick --------------------------------------------------------------------------------------------------


def test_without_a_target_the_yardstick_is_where_the_best_quarter_begins():
    signal = only(found(pair("a", 30.0)).deviations)
    # Of 30 and 40 to 59 the upper quartile is 54; the standard deviation is over all 21 of them.
    assert (signal.kind, signal.facts) == ("behind", {"value": 30.0, "level": 54.0, "target": None})
    assert signal.weight == pytest.approx(24.0 / pstdev((30.0, *OTHERS)))
    assert (signal.tone, signal.move, signal.indicator, signal.row.area) == ("bad", "none", "a", AREA)


def test_a_target_that_some_region_reaches_is_the_yardstick():
    signal = only(found(pair("a", 30.0), held=[target(indicator="a", value=58.0)]).deviations)
    assert (signal.kind, signal.facts) == ("target", {"value": 30.0, "level": 58.0, "operator": ">="})
    assert signal.weight == pytest.approx(28.0 / pstdev((30.0, *OTHERS)))


def test_a_target_that_no_region_reaches_gives_way_to_the_best_regions_and_is_told():
    signal = only(found(pair("a", 30.0), held=[target(indicator="a", value=90.0)]).deviations)
    assert (signal.kind, signal.facts) == ("behind", {"value": 30.0, "level": 54.0, "target": 90.0})


@pytest.mark.parametrize("change", [{"match": "similar"}, {"status": "superseded"}, {"status": "proposed"}])
def test_a_target_not_in_force_or_of_another_definition_is_no_yardstick(change):
    signal = only(found(pair("a", 30.0), held=[target(indicator="a", value=58.0, **change)]).deviations)
    assert (signal.kind, signal.facts["target"]) == ("behind", None)


def test_who_meets_the_target_or_comes_near_it_has_no_gap():
    held = [target(indicator="met", value=58.0), target(indicator="near", value=58.0)]
    assert found(pair("met", 58.0), pair("near", 57.5), held=held).deviations == ()


def test_the_nation_is_held_against_the_target_alone():
    assert found(pair("a", 50.0), area=NATION).deviations == ()
    signal = only(found(pair("a", 50.0), area=NATION, held=[target(indicator="a", value=90.0)]).deviations)
    assert (signal.kind, signal.facts["level"]) == ("target", 90.0)


def test_a_region_that_is_no_worse_than_the_nation_does_not_deviate():
    assert found(pair("a", 50.0)).deviations == ()
    assert found(pair("a", 49.5)).deviations == (), "the distance is below the smallest that matters"


def test_too_few_regions_have_no_best_quarter():
    assert found(pair("a", 10.0, others=OTHERS[:6])).deviations == ()
    assert only(found(pair("a", 10.0, others=OTHERS[:7])).deviations).kind == "behind"


def test_lower_is_better_turns_every_side():
    high, low = pair("high", 80.0, direction="lower"), pair("low", 20.0, direction="lower")
    both = found(high, low)
    assert only(both.deviations).facts == {"value": 80.0, "level": 45.0, "target": None}
    assert only(both.promises).indicator == "low"


def test_without_direction_there_is_no_signal():
    both = found(pair("none", 10.0, direction="none"), moving("moves", range(10, 20), direction="none"))
    assert (both.deviations, both.promises) == ((), ())


def test_without_a_nation_the_middle_region_stands_for_it():
    relative = pair("b", 10.0, nation=None, relevance=percent_of_nation(5.0))
    assert [signal.kind for signal in found(pair("a", 10.0, nation=None), relative).deviations] == ["behind", "behind"]


def test_a_doubtful_or_missing_value_gives_no_signal():
    doubtful = pair("doubtful", 146.0, plausible={"high": 100.0}, direction="lower")
    missing = definition(id="missing"), series({**regions(10.0, *OTHERS), AREA: {"2020": 10.0}})
    both = found(doubtful, missing)
    assert (both.deviations, both.promises) == ((), ())


def test_regions_that_do_not_differ_give_nothing_to_weigh_by():
    assert found(pair("a", 50.0, others=[50.0] * 20), held=[target(indicator="a", value=90.0)]).deviations == ()


# --- changes --------------------------------------------------------------------------------------------------------


def test_a_worsening_leads_when_it_is_larger_than_the_gap():
    falling = [60.0, 59.0, 57.0, 56.0, 55.0, 53.0, 52.0, 51.0, 50.5, 50.0]
    signal = only(found(moving("a", falling)).deviations)
    assert (signal.kind, signal.move) == ("worsening", "none")
    assert signal.facts == {"from": 60.0, "to": 50.0, "first": "2016", "last": "2025", "n": 10}


def test_a_gap_that_is_larger_leads_and_the_worsening_is_told_with_it():
    falling = [22.0, 21.5, 21.0, 20.5, 20.0, 19.5, 19.0, 18.5, 18.2, 18.0]
    signal = only(found(moving("a", falling)).deviations)
    assert (signal.kind, signal.move) == ("behind", "worsening")
    own = (18.0, *map(float, range(41, 61)))
    assert signal.weight == pytest.approx((signal.facts["level"] - 18.0 + 4.0) / pstdev(own))


def test_a_gap_that_is_closing_says_so_and_weighs_no_less():
    rising = [14.0, 14.5, 15.0, 15.5, 16.0, 16.5, 17.0, 17.5, 17.8, 18.0]
    both = found(moving("a", rising))
    assert (only(both.deviations).kind, only(both.deviations).move) == ("behind", "improving")
    assert only(both.promises).kind == "improving"


def test_a_wide_last_step_for_the_worse_is_a_setback_and_for_the_better_is_none():
    level = [60.0, 60.5, 59.5, 60.25, 60.0]
    worse = only(found(moving("a", [*level, 57.0])).deviations)
    assert (worse.kind, worse.facts) == ("setback", {"from": 60.0, "to": 57.0, "first": "2024", "last": "2025"})
    assert [signal.kind for signal in found(moving("a", [*level, 70.0])).deviations] == []
    lower = found(moving("a", [*level, 70.0], direction="lower"))
    assert only(lower.deviations).move == "setback"


def test_what_the_whole_country_does_weighs_less():
    own = [70.0, 69.0, 68.0, 67.0, 66.0, 65.0, 64.0, 63.0, 62.0, 60.0]
    alone = only(found(moving("a", own, nation=[60.0] * 10)).deviations)
    along = only(found(moving("a", own, nation=[66.0 - n * 6 / 9 for n in range(10)])).deviations)
    assert (alone.kind, along.kind) == ("worsening", "worsening")
    assert along.weight == pytest.approx(alone.weight * 4.0 / 10.0)
    assert found(moving("a", own, nation=[80.0 - 2 * n for n in range(10)])).deviations == ()


def test_the_nations_own_change_is_whole():
    falling = [60.0 - n for n in range(10)]
    signal = only(found(moving("a", [50.0] * 10, nation=falling), area=NATION).deviations)
    assert (signal.kind, signal.facts["from"], signal.facts["to"]) == ("worsening", 60.0, 51.0)


def test_an_improvement_is_promising_also_where_the_country_improves_more():
    own, nation = [50.0 + n for n in range(10)], [40.0 + 2 * n for n in range(10)]
    signal = only(found(moving("a", own, nation=nation)).promises)
    assert (signal.kind, signal.tone) == ("improving", "good")
    assert signal.facts == {"from": 50.0, "to": 59.0, "first": "2016", "last": "2025", "n": 10}


def test_the_best_quarter_is_promising_when_it_is_far_enough_from_the_nation():
    signal = only(found(pair("a", 70.0)).promises)
    assert (signal.kind, signal.facts) == ("ahead", {"value": 70.0, "nation": 50.0})
    assert signal.weight == pytest.approx(20.0 / pstdev((70.0, *OTHERS)))
    close = [50.0 + place / 100 for place in range(20)]
    assert found(pair("a", 50.5, others=close)).promises == ()


@pytest.mark.parametrize(
    ("caveats", "sure"),
    [
        (["coding-practice"], "unstated"),
        (["survey-sample"], "survey-sample"),
        (["journal-review"], "journal-review"),
        (["survey-sample", "small-numbers"], "small-numbers"),
    ],
)
def test_how_sure_it_is_follows_the_caveats(caveats, sure):
    signal = only(found(pair("a", 30.0, caveats=caveats)).deviations)
    assert (signal.sure, signal.is_noisy) == (sure, sure != "unstated")
