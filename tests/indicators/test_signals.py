"""What deserves attention: what is counted, and in which order."""

import pytest

from indicators import NOISY, summarise_area
from tests.builders import definition, make_picture, percent_of_nation, regions, series, target, yearly

AREA = "01"
LISTS = ("farthest", "deviating", "leading", "worsening", "improving", "setbacks", "wider_inside")


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
    assert names(summary.targets_held) == ["met", "near", "missed"]
    assert summary.targets_counted == 3
    assert summary.targets_unjudged == 0
    assert ids(summary.farthest) == ["missed"]


def test_targets_that_no_region_reaches():
    others = [40.0 + place for place in range(19)]
    pairs = [
        pair("own", 95.0),
        pair("another", 70.0, others=[*others, 95.0]),
        pair("nobody", 70.0),
        pair("almost", 89.5),
        pair("only-the-nation", 70.0, nation=95.0),
    ]
    summary = summarise_area(make_picture(*pairs, held=[target(indicator=item.id) for item, _ in pairs]), AREA)
    assert (summary.targets_counted, summary.targets_unreached) == (5, 3)


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
    assert (summary.targets_counted, summary.targets_unreached, summary.targets_unjudged) == (0, 0, 2)
    assert ids(summary.deviating) == ids(summary.leading) == []


def without_value(name, **changes):
    """An indicator whose other regions have a newer value than the first one."""
    return definition(id=name, **changes), series(regions(*range(21), nation=1.0) | {AREA: {"2024": 1.0}})


@pytest.mark.parametrize(
    ("changes", "counted"),
    [({}, 1), ({"status": "superseded"}, 0), ({"match": "similar"}, 0), ({"match": "indicative"}, 0)],
)
def test_unjudged_targets_are_those_that_would_count(changes, counted):
    held = [target(indicator="missing", **changes)]
    assert summarise_area(make_picture(without_value("missing"), held=held), AREA).targets_unjudged == counted


def test_a_target_in_two_steps_is_one_target():
    held = [target(indicator="missing", level="high"), target(indicator="missing", level="moderate", value=80.0)]
    assert summarise_area(make_picture(without_value("missing"), held=held), AREA).targets_unjudged == 1


def test_a_target_of_a_series_that_does_not_speak_is_not_unjudged():
    twin = {"twin": {"of": "main", "note": {"sv": "Annan.", "en": "Another."}}}
    older = definition(id="other", **twin), series(regions(10.0, *range(40, 60)) | {AREA: {"2020": 1.0}}, period="2022")
    held = [target(indicator="main"), target(indicator="other")]
    assert summarise_area(make_picture(without_value("main"), older, held=held), AREA).targets_unjudged == 1


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


@pytest.mark.parametrize("caveat", ["survey-sample", "small-numbers", "journal-review"])
def test_what_rests_on_samples_or_few_cases_comes_last(caveat):
    noisy, other = {"caveats": [caveat]}, {"caveats": ["coding-practice"]}
    pairs = [
        pair("uncertain", 5.0, definition_changes=noisy),
        pair("surer", 30.0, definition_changes=other),
        pair("less-uncertain", 20.0, definition_changes=noisy),
        pair("sure", 10.0),
    ]
    held = [target(indicator=item.id) for item, _ in pairs]
    summary = summarise_area(make_picture(*pairs, held=held), AREA)
    expected = ["sure", "surer", "uncertain", "less-uncertain"]
    assert ids(summary.deviating) == ids(summary.farthest) == expected


def test_a_gap_of_nothing_is_no_signal():
    relative = {"relevance": percent_of_nation(5.0)}
    picture = make_picture(
        pair("level", 90.0, nation=None, definition_changes=relative), held=[target(indicator="level", operator=">")]
    )
    summary = summarise_area(picture, AREA)
    assert (names(summary.targets_held), summary.farthest) == (["level"], ())


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


LEVEL_YEARS = (50.0, 50.5, 49.5, 50.25, 50.0)


def leaping(name, own, **changes):
    return pair(name, own, history=LEVEL_YEARS, definition_changes=changes)


def test_setbacks_are_last_steps_for_the_worse():
    pairs = [
        leaping("drop", 40.0),
        leaping("deep-drop", 30.0),
        leaping("fine-drop", 45.0, relevance={"basis": "unit", "value": 0.25}),
        leaping("rise", 60.0),
        leaping("rise-of-lower", 55.0, direction="lower"),
        leaping("drop-of-lower", 40.0, direction="lower"),
        leaping("drop-of-neither", 40.0, direction="none"),
        leaping("step", 49.5),
    ]
    summary = summarise_area(make_picture(*pairs), AREA)
    assert [(item.row.indicator, item.weight) for item in summary.setbacks] == [
        ("deep-drop", 20.0),
        ("fine-drop", 20.0),
        ("drop", 10.0),
        ("rise-of-lower", 5.0),
    ]
    assert summary.worsening == summary.improving == ()


def test_a_steady_fall_that_ends_in_a_wide_step_is_also_a_setback():
    falling = pair("falls", 40.0, history=(50.0, 49.5, 49.0, 48.5, 48.0))
    summary = summarise_area(make_picture(falling), AREA)
    assert [(item.row.indicator, item.weight) for item in summary.worsening] == [("falls", 10.0)]
    assert [(item.row.indicator, item.weight) for item in summary.setbacks] == [("falls", 8.0)]


def test_spread_inside_is_ordered_by_its_share_of_the_regions():
    members = ("1060", "1080", "1081", "1082", "1083")
    between = regions(*range(21))
    wide = series({**between, **dict(zip(members, (0.0, 10.0, 20.0, 30.0, 40.0), strict=True))})
    narrow = series({**between, **dict(zip(members, range(5), strict=True))})
    wider = series({**between, **dict(zip(members, (0.0, 20.0, 40.0, 60.0, 80.0), strict=True))})
    few = definition(id="few-cases", caveats=["small-numbers"])
    named = [(few, wider), *((definition(id=name), found) for name, found in (("wide", wide), ("wider", wider)))]
    pairs = [*named, (definition(id="narrow"), narrow), (definition(id="none"), series(between))]
    summary = summarise_area(make_picture(*pairs), "10")
    assert [(item.row.indicator, item.weight) for item in summary.wider_inside] == [
        ("wider", 4.0),
        ("wide", 2.0),
        ("few-cases", 4.0),
    ]


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
    lists = [getattr(summary, name) for name in LISTS]
    assert sum(map(len, lists)) > 5
    for weighed in lists:
        keys = [
            (not NOISY.isdisjoint(picture.catalogue.by_id[item.row.indicator].caveats), -item.weight)
            for item in weighed
        ]
        assert keys == sorted(keys)
        assert all(item.weight > 0 for item in weighed)
    assert set(names(summary.targets_met)) <= set(names(summary.targets_held))
    assert summary.targets_unreached <= summary.targets_counted
