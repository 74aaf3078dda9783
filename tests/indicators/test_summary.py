"""How an area stands: its targets and rights by group, and what worsens or improves."""

import pytest

from indicators import RIGHTS, summarise_area
from tests.builders import definition, make_picture, regions, series, target, yearly

AREA = "01"


def names(rows):
    return [row.indicator for row in rows]


def pair(name, own, *, others=None, nation=50.0, definition_changes=None, history=()):
    """An indicator whose other regions lie evenly from 40 to 60 and whose own value is given."""
    spread = others if others is not None else [40.0 + place for place in range(20)]
    values = {**regions(own, *spread, nation=nation)}
    if history:
        values[AREA] = yearly(*history, own)
    return definition(id=name, **(definition_changes or {})), series(values)


def only_group(*pairs, held):
    """The one group of an area's targets."""
    (group,) = summarise_area(make_picture(*pairs, held=held), AREA).groups
    return group


def test_targets_are_counted_when_in_force_and_for_what_is_measured():
    values = {"met": 95.0, "near": 89.5, "missed": 70.0, "old": 70.0, "loose": 70.0, "similar": 70.0, "proposed": 95.0}
    values |= {"expired": 95.0, "median": 95.0}
    held = [
        target(indicator="met"),
        target(indicator="near"),
        target(indicator="missed"),
        target(indicator="old", status="superseded"),
        target(indicator="loose", match="indicative"),
        target(indicator="similar", match="similar"),
        target(indicator="proposed", status="proposed"),
        target(indicator="expired", status="expired", last_year=2025),
        target(indicator="median", match="reference"),
    ]
    group = only_group(*(pair(name, own) for name, own in values.items()), held=held)
    assert names(group.met) == ["met"]
    assert names(group.held) == ["met", "near", "missed"]
    assert group.unjudged == ()


def test_targets_that_no_region_reaches():
    others = [40.0 + place for place in range(19)]
    pairs = [
        pair("own", 95.0),
        pair("another", 70.0, others=[*others, 95.0]),
        pair("nobody", 70.0),
        pair("almost", 89.5),
        pair("only-the-nation", 70.0, nation=95.0),
    ]
    group = only_group(*pairs, held=[target(indicator=item.id) for item, _ in pairs])
    assert names(group.held) == ["own", "another", "nobody", "almost", "only-the-nation"]
    assert names(group.unreached) == ["nobody", "almost", "only-the-nation"]


def test_a_missing_or_doubtful_value_is_not_counted():
    doubtful = pair("doubtful", 146.0, definition_changes={"plausible": {"high": 100.0}})
    missing = (definition(id="missing"), series(regions(*range(21), nation=1.0) | {AREA: {"2024": 1.0}}))
    group = only_group(doubtful, missing, held=[target(indicator="doubtful"), target(indicator="missing")])
    assert (names(group.held), names(group.unreached), names(group.unjudged)) == ([], [], ["doubtful", "missing"])


def without_value(name, **changes):
    """An indicator whose other regions have a newer value than the first one."""
    return definition(id=name, **changes), series(regions(*range(21), nation=1.0) | {AREA: {"2024": 1.0}})


@pytest.mark.parametrize("changes", [{"status": "superseded"}, {"match": "similar"}, {"match": "indicative"}])
def test_unjudged_targets_are_those_that_would_count(changes):
    held = [target(indicator="missing", **changes)]
    assert summarise_area(make_picture(without_value("missing"), held=held), AREA).groups == ()
    assert names(only_group(without_value("missing"), held=[target(indicator="missing")]).unjudged) == ["missing"]


def test_a_target_in_two_steps_is_one_target():
    held = [target(indicator="missing", level="high"), target(indicator="missing", level="moderate", value=80.0)]
    assert names(only_group(without_value("missing"), held=held).unjudged) == ["missing"]


def test_a_target_of_a_series_that_does_not_speak_is_not_unjudged():
    twin = {"twin": {"of": "main", "note": {"sv": "Annan.", "en": "Another."}}}
    older = definition(id="other", **twin), series(regions(10.0, *range(40, 60)) | {AREA: {"2020": 1.0}}, period="2022")
    held = [target(indicator="main"), target(indicator="other")]
    assert names(only_group(without_value("main"), older, held=held).unjudged) == ["main"]


def in_theme(code):
    return {"signals": {"theme": code, "weight": 2, "influence": "region", "source": "barometer"}}


def test_rights_stand_first_and_by_themselves_then_the_themes_in_their_order():
    pairs = [
        pair("a", 95.0, definition_changes=in_theme("heart-stroke")),
        pair("b", 70.0, definition_changes=in_theme("cancer")),
        pair("c", 70.0, definition_changes=in_theme("cancer")),
        pair("d", 100.0, definition_changes=in_theme("primary-care")),
        pair("e", 99.9),
        pair("f", 70.0),
    ]
    laws = [target(indicator=name, kind="statutory", value=100.0) for name in ("d", "e")]
    levels = [target(indicator=name) for name in ("a", "b", "c", "f")]
    groups = summarise_area(make_picture(*pairs, held=[*levels, *laws]), AREA).groups
    told = [(group.code, names(group.held), names(group.met), names(group.unreached)) for group in groups]
    assert told == [
        (RIGHTS, ["d", "e"], ["d"], ["e"]),
        ("cancer", ["b", "c"], [], ["b", "c"]),
        ("heart-stroke", ["a"], ["a"], []),
        ("context", ["f"], [], ["f"]),
    ]


def test_a_right_of_what_is_not_quite_measured_is_told_among_the_rights():
    held = [target(kind="statutory", value=100.0, match="similar", indicator="a")]
    assert only_group(pair("a", 70.0), held=held).code == RIGHTS


def test_what_worsens_and_improves_is_counted():
    pairs = [
        pair("rises", 60.0, history=range(51, 60)),
        pair("falls", 40.0, history=range(49, 40, -1)),
        pair("falls-too", 40.0, history=range(49, 40, -1)),
        pair("still", 50.0, history=[50.0] * 9),
    ]
    summary = summarise_area(make_picture(*pairs), AREA)
    assert (summary.worsening, summary.improving) == (2, 1)


def test_background_is_not_counted():
    background = {"dimension": "context", "area": "context", "kind": "context"}
    falling = pair("background", 40.0, history=range(49, 40, -1), definition_changes=background)
    assert summarise_area(make_picture(falling), AREA).worsening == 0


@pytest.mark.parametrize("area", ["00", "01", "09", "14"])
def test_the_embedded_edition_counted(picture, area):
    summary = summarise_area(picture, area)
    assert [group.code for group in summary.groups] == [RIGHTS, "cancer", "heart-stroke"]
    assert [len(group.held) + len(group.unjudged) for group in summary.groups] == [7, 2, 2]
    for group in summary.groups:
        assert set(names(group.met)) <= set(names(group.held))
        assert not set(names(group.met)) & set(names(group.unreached))
    assert summary.worsening + summary.improving > 0
