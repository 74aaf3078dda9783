"""The standard error of one region's value, against numbers worked out by hand."""

from math import sqrt

import pytest

from indicators.areas import NATION
from indicators.same_question import read_same
from indicators.signals.figures import read_figures
from indicators.signals.noise import own_error, standard_errors
from tests.builders import definition
from tests.indicators.signals.made import AREA, OTHERS, REGIONS, figures, measure

YEARS = range(2018, 2026)


def swinging(width, **population):
    """Ten regions up while ten are down, and one in the middle that stands still: each by its own width."""
    sizes = {code: width * (population.get(code, 285_000) / 285_000) ** -0.5 for code in REGIONS}
    return {
        code: {str(year): 80.05 + (place % 2 - 0.5) * 2 * sizes[code] * (-1) ** year * (code != AREA) for year in YEARS}
        for place, code in enumerate((*OTHERS, AREA))
    }


def test_a_regions_own_error_is_the_median_of_its_moving_ranges():
    assert own_error([1.0, 2.0, 3.0]) == pytest.approx(2.0 / 0.6745)


def test_own_swings_and_the_size_model_are_weighed_by_years():
    """The region moves 2 each year among others that stand still: e = 2·√½, seven times; the model is the rounding."""
    values = {**dict.fromkeys((*OTHERS, NATION), 80.1), AREA: {str(y): 80.1 + 2 * (y % 2) for y in YEARS}}
    found = standard_errors(measure("m", values), figures().population)
    own, model = 2 * sqrt(0.5) / 0.6745, 0.1 / sqrt(12)
    assert found[AREA] == pytest.approx(sqrt((7 * own**2 + 4 * model**2) / 11))


def test_a_region_that_stood_still_borrows_from_regions_of_its_size():
    found = standard_errors(measure("m", swinging(1.0)), figures().population)
    usual = 2 * sqrt(0.5) / 0.6745
    assert found[OTHERS[0]] == pytest.approx(usual, rel=1e-6)
    assert found[AREA] == pytest.approx(usual * sqrt(4 / 11), rel=1e-6)


def test_a_region_four_times_as_large_swings_about_half_as_much():
    people = dict.fromkeys(OTHERS[:10], 1_140_000)
    found = standard_errors(measure("m", swinging(1.0, **people)), figures(population=people).population)
    assert 0.5 < found[OTHERS[0]] / found[OTHERS[10]] < 0.6


def test_no_surer_than_the_rounding():
    found = standard_errors(measure("m", dict.fromkeys(REGIONS, 15.0)), figures().population)
    assert list(found.values()) == [pytest.approx(1 / sqrt(12))] * 21


def test_a_rate_is_no_surer_than_a_count_of_all_residents():
    """10 per 100 000 of 285 000 are 28.5 events, and their root is 5.34: 1.873 per 100 000."""
    item = definition(unit="rate")
    found = standard_errors(measure("m", dict.fromkeys(REGIONS, 10.0), definition_=item), figures().population)
    assert found[AREA] == pytest.approx(1.8732, abs=1e-4)


def test_means_that_share_years_are_set_right():
    """A mean of four years that moves 1 in a year differs by two single years of 4: e = √(4/1/2) and not √½."""
    item = definition(period={"kind": "multi-year-mean", "years": 4, "note": {"sv": "o", "en": "w"}})
    values = {**dict.fromkeys(OTHERS, 80.1), AREA: {str(y): 80.1 + y % 2 for y in YEARS}}
    found = standard_errors(measure("m", values, definition_=item), figures().population)
    own, model = sqrt(2) / 0.6745, 0.1 / sqrt(12)
    assert found[AREA] == pytest.approx(sqrt((7 * own**2 + 4 * model**2) / 11))


def test_too_few_ranges_are_no_noise():
    values = dict.fromkeys(REGIONS[:11], 80.1)
    assert standard_errors(measure("m", values, years=range(2024, 2026)), figures().population) == {}
    assert standard_errors(measure("m", dict.fromkeys(REGIONS[:12], 80.1), years=(2024, 2025)), figures().population)


def test_ranges_over_a_break_are_none():
    item = definition(breaks=[{"period": "2025", "reason": {"sv": "o", "en": "w"}}])
    values = {**dict.fromkeys(OTHERS, 80.1), AREA: {"2023": 80.1, "2024": 80.1, "2025": 99.9}}
    found = standard_errors(measure("m", values, definition_=item), figures().population)
    assert found[AREA] == pytest.approx(0.1 / sqrt(12))


def test_an_area_that_changed_has_a_side_of_its_own(picture):
    """Heby moved to Uppsala in 2007: the two regions' figures from before are of other people."""
    found = read_figures(picture.catalogue, picture.reference, picture.scorecard(), 2026, read_same(), picture.themes)
    item = next(measure for measure in found.measures if measure.definition.period.kind == "single-year")
    assert [item.side(code, "2007") - item.side(code, "2006") for code in ("03", "19", "22")] == [1, 1, 0]
