"""An area counted: the targets it meets, and what worsens or improves."""

import pytest

from indicators import summarise_area
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


def test_a_missing_or_doubtful_value_is_not_counted():
    doubtful = pair("doubtful", 146.0, definition_changes={"plausible": {"high": 100.0}})
    missing = (definition(id="missing"), series(regions(*range(21), nation=1.0) | {AREA: {"2024": 1.0}}))
    held = [target(indicator="doubtful"), target(indicator="missing")]
    summary = summarise_area(make_picture(doubtful, missing, held=held), AREA)
    assert (summary.targets_counted, summary.targets_unreached, summary.targets_unjudged) == (0, 0, 2)


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
    assert set(names(summary.targets_met)) <= set(names(summary.targets_held))
    assert summary.targets_unreached <= summary.targets_counted
    assert summary.worsening + summary.improving > 0
