"""The default choice of the one-page sheet: every fault named at once."""

import pytest

from indicators import MOST_ON_SHEET, FaultError, check_sheet, read_sheet


@pytest.fixture
def dimensions(picture):
    return {item.id: item.dimension for item in picture.catalogue.indicators}


@pytest.fixture
def raw():
    return read_sheet().model_dump(mode="json")


def faults(raw, dimensions):
    with pytest.raises(FaultError) as caught:
        check_sheet(raw, dimensions)
    return str(caught.value)


def test_the_choice_is_whole(raw, dimensions):
    choice = check_sheet(raw, dimensions)
    assert len(choice.ids) == len(set(choice.ids)) <= MOST_ON_SHEET
    assert all(entry.reason.sv and entry.reason.en for entry in choice.indicators)


def test_what_is_chosen_is_published_by_most_regions(picture, raw):
    scorecard = picture.scorecard()
    for code in read_sheet().ids:
        assert len(scorecard.comparisons[picture.headline(code, "T")].values) >= 18, code


def test_an_unknown_and_a_repeated_indicator_are_both_named(raw, dimensions):
    first = raw["indicators"][0]
    raw["indicators"] = [*raw["indicators"][:-2], first, {**first, "id": "no-such"}]
    said = faults(raw, dimensions)
    assert "'no-such'" in said
    assert "no indicator has this id" in said
    assert "stands on the sheet already" in said


def test_too_many_and_a_dimension_without_any_are_refused(raw, dimensions):
    kept = [code for code, dimension in dimensions.items() if dimension != "equal-care"][: MOST_ON_SHEET + 1]
    reason = {"sv": "skäl", "en": "reason"}
    said = faults({"indicators": [{"id": code, "reason": reason} for code in kept]}, dimensions)
    assert f"must be at most {MOST_ON_SHEET}" in said
    assert "must hold an indicator of equal-care" in said


def test_a_reason_is_demanded_in_both_languages_and_nothing_else(raw, dimensions):
    del raw["indicators"][0]["reason"]["en"]
    raw["indicators"][1]["weight"] = 3
    said = faults(raw, dimensions)
    assert "en" in said
    assert "weight" in said
