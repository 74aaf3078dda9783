"""What deserves attention: what is counted, and in which order."""

import pytest

from indicators import summarise_area
from tests.builders import definition, make_picture, percent_of_nation, regions, series, target, yearly

AREA = "01"


def ids(weighed):
    return [item.row.indicator for item in weighed]


def names(rows):
    return [row.indicator for row in rows]


def pair(name, own, *, others=None, nation=50.0, definition_changes=None, history=()):
    """An indicator whose other regions lie evenly from 40 to 60 and whose own value is given."""
    spread = others if others is not None else [40.0 + place for place in range(20)]
    values = {**regions(own, *spread, nation=nation)}
    if history:
        values[AREA] = yearly(*history, own)
    return definition(id=name, **(definition_changes or {})), series(values)


def test_targets_are_counted_when_in_force_and_for_what_is_measured():
    values = {"met": 95.0, "near": 89.5, "missed": 70.0, "old": 70.0, "loose": 70.0, "similar": 70.0, "proposed": 95.0}
    held = [
        target(indicator="met"),
        target(indicator="near"),
        target(indicator="missed"),
        target(indicator="old", status="superseded"),
        target(indicator="loose", match="indicative"),
        target(indicator="similar", match="similar"),
        target(indicator="proposed", status="proposed"),
    ]
    summary = summarise_area(make_picture(*(pair(name, own) for name, own in values.items()), held=held), AREA)
    assert names(summary.targets_met) == ["met"]
    assert names(summary.targets_held) == ["met", "near", "missed", "similar"]
    assert summary.targets_counted == 4
    assert ids(summary.farthest) == ["missed", "similar"]


def test_the_farthest_is_the_largest_share_of_the_level():
    held = [
        target(indicator="small-share", value=1000.0),
        target(indicator="large-share", value=90.0),
        target(indicator="low", operator="<=", value=10.0),
    ]
    pairs = [pair("small-share", 900.0), pair("large-share", 45.0), pair("low", 40.0)]
    summary = summarise_area(make_picture(*pairs, held=held), AREA)
    assert [(item.row.indicator, item.weight) for item in summary.farthest] == [
        ("low", 3.0),
        ("large-share", 0.5),
        ("small-share", 0.1),
    ]


def test_a_level_of_zero_is_weighed_by_the_gap_itself():
    held = [target(indicator="zero", operator="<=", value=0.0)]
    (found,) = summarise_area(make_picture(pair("zero", 7.0), held=held), AREA).farthest
    assert found.weight == 7.0


def test_a_missing_or_doubtful_value_is_not_counted():
    doubtful = pair("doubtful", 146.0, definition_changes={"plausible": {"high": 100.0}})
    missing = (definition(id="missing"), series(regions(*range(21), nation=1.0) | {AREA: {"2024": 1.0}}))
    held = [target(indicator="doubtful"), target(indicator="missing")]
    summary = summarise_area(make_picture(doubtful, missing, held=held), AREA)
    assert summary.targets_counted == 0
    assert ids(summary.deviating) == ids(summary.leading) == []


def test_deviating_and_leading_by_the_distance_to_the_nation():
    pairs = [pair("worst", 10.0), pair("bad", 30.0), pair("good", 70.0), pair("best", 90.0), pair("middle", 50.0)]
    summary = summarise_area(make_picture(*pairs), AREA)
    assert ids(summary.deviating) == ["worst", "bad"]
    assert ids(summary.leading) == ["best", "good"]


def test_lower_is_better_turns_the_signals():
    lower = {"definition_changes": {"direction": "lower"}}
    summary = summarise_area(make_picture(pair("high", 90.0, **lower), pair("low", 10.0, **lower)), AREA)
    assert (ids(summary.deviating), ids(summary.leading)) == (["high"], ["low"])


def test_without_direction_there_is_no_signal():
    summary = summarise_area(make_picture(pair("none", 90.0, definition_changes={"direction": "none"})), AREA)
    assert (summary.deviating, summary.leading, summary.worsening, summary.improving) == ((), (), (), ())


def test_a_distance_too_small_to_matter_is_no_signal():
    close = [50.0 + place / 100 for place in range(20)]
    assert ids(summarise_area(make_picture(pair("close", 49.9, others=close)), AREA).deviating) == []
    fine = {"relevance": {"basis": "unit", "value": 0.05}}
    found = summarise_area(make_picture(pair("close", 49.9, others=close, definition_changes=fine)), AREA)
    assert ids(found.deviating) == ["close"]


def test_without_a_nation_the_median_is_the_middle():
    found = summarise_area(make_picture(pair("alone", 10.0, nation=None)), AREA)
    assert ids(found.deviating) == ["alone"]
    relative = pair("alone", 10.0, nation=None, definition_changes={"relevance": percent_of_nation(5.0)})
    assert ids(summarise_area(make_picture(relative), AREA).deviating) == ["alone"]


def test_equal_weights_are_in_order_of_name():
    summary = summarise_area(make_picture(pair("second", 10.0), pair("first", 10.0)), AREA)
    assert ids(summary.deviating) == ["first", "second"]


def test_trends_by_their_change_in_thresholds():
    steep = {"relevance": {"basis": "unit", "value": 0.5}}
    pairs = [
        pair("rises", 60.0, history=range(51, 60)),
        pair("rises-more", 60.0, history=range(51, 60), definition_changes=steep),
        pair("falls", 40.0, history=range(49, 40, -1)),
        pair("still", 50.0, history=[50.0] * 9),
    ]
    summary = summarise_area(make_picture(*pairs), AREA)
    assert [(item.row.indicator, item.weight) for item in summary.improving] == [("rises-more", 18.0), ("rises", 9.0)]
    assert ids(summary.worsening) == ["falls"]


def test_spread_inside_is_counted_where_it_is_known():
    members = ("1060", "1080", "1081", "1082", "1083")
    between = regions(*range(21))
    wide = series({**between, **dict(zip(members, (0.0, 10.0, 20.0, 30.0, 40.0), strict=True))})
    narrow = series({**between, **dict(zip(members, range(5), strict=True))})
    pairs = [(definition(id="wide"), wide), (definition(id="narrow"), narrow), (definition(id="none"), series(between))]
    summary = summarise_area(make_picture(*pairs), "10")
    assert names(summary.wider_inside) == ["wide"]
    assert summary.spread_known == 2


def test_background_is_no_signal():
    background = {"dimension": "context", "area": "context", "kind": "context"}
    summary = summarise_area(make_picture(pair("background", 10.0, definition_changes=background)), AREA)
    assert summary.deviating == ()


def test_a_twin_speaks_for_its_indicator_when_it_is_newer():
    twin = {"twin": {"of": "main", "note": {"sv": "Annan.", "en": "Another."}}}
    older = definition(id="main"), series(regions(10.0, *range(40, 60), nation=50.0), period="2022")
    newer = definition(id="other", **twin), series(regions(90.0, *range(40, 60), nation=50.0), period="2024")
    summary = summarise_area(make_picture(older, newer), AREA)
    assert (ids(summary.deviating), ids(summary.leading)) == ([], ["other"])


@pytest.mark.parametrize("area", ["00", "01", "09", "14"])
def test_the_embedded_edition_in_order(picture, area):
    summary = summarise_area(picture, area)
    for weighed in (summary.farthest, summary.deviating, summary.leading, summary.worsening, summary.improving):
        assert [item.weight for item in weighed] == sorted((item.weight for item in weighed), reverse=True)
        assert all(item.weight > 0 for item in weighed)
    assert set(names(summary.targets_met)) <= set(names(summary.targets_held))
    assert len(summary.wider_inside) <= summary.spread_known
