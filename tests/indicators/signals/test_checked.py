"""What is being checked: found by rule, kept with the edition, and laid over the rows that every view reads."""

import pytest

from indicators.areas import AREAS, NATION
from indicators.editions.open_editions import Pictures
from indicators.editions.signals import area_signals, build_chosen
from indicators.signals.store import dump_chosen
from tests.indicators.signals.test_stored import kept

HELD = {
    "cap-start-30d",
    "diabetes-foot-exam",
    "overcrowding-psychiatric",
    "primary-care-3-days",
    "psychiatry-first-visit-90d",
}
YEARS = (None, "2022")


def checked_rows(picture, year):
    card = picture.scorecard(year)
    for (series, area), item in picture.checks(year).suspected.items():
        row = card.row(series, "T", area)
        assert row.period == item.period
        yield row


@pytest.mark.parametrize("year", YEARS)
def test_every_suspect_value_is_shown_and_neither_judged_nor_a_yardstick(picture, year):
    rows = list(checked_rows(picture, year))
    assert len(rows) >= 7
    for row in rows:
        plain = picture.assessed(year).row(row.indicator, "T", row.area)
        assert row.value == plain.value is not None
        assert row.position.verdict == "not-assessed"
        assert row.position.reason.key.startswith("suspected.")
        assert row.target.verdict not in ("met", "near", "not-met", "right")
        assert (row.change.verdict, row.trend.verdict, row.previous) == ("not-assessed", "not-assessed", None)
        comparison = picture.scorecard(year).comparisons[row.indicator, "T"]
        assert row.area in comparison.values
        assert row.area not in comparison.yardsticks
        sound = comparison.yardsticks.values()
        assert (comparison.spread.minimum, comparison.spread.maximum) == (min(sound), max(sound))


def test_norrbottens_three_days_are_no_end_and_no_quarter(picture):
    assert picture.assessed().comparisons["primary-care-3-days", "T"].spread.minimum == 43.7
    assert picture.scorecard().comparisons["primary-care-3-days", "T"].spread.minimum == 71.5
    assert picture.checks().reasons("primary-care-3-days", "25", "2025") == ("keeper", "many-regions")
    assert picture.checks().reasons("primary-care-3-days", "25", "2024") == ()
    assert picture.assessed().row("primary-care-3-days", "T", "25").position.verdict == "worst-quarter"


def test_the_quarters_of_the_others_are_those_of_the_unsuspected(picture):
    card = picture.scorecard()
    n = len(card.comparisons["primary-care-3-days", "T"].yardsticks)
    places = [card.row("primary-care-3-days", "T", code).position for code in AREAS.region_codes]
    judged = [place.reason.params["n"] for place in places if "n" in place.reason.params]
    assert judged == [n] * n == [14] * 14


def test_a_change_of_the_nation_that_is_held_back_is_told_by_no_row(picture):
    assert picture.checks().held_back == HELD
    for series in HELD:
        row = picture.scorecard().row(series, "T", NATION)
        assert (row.trend.verdict, row.change.verdict, row.previous) == ("not-assessed", "not-assessed", None)
        assert row.value == picture.assessed().row(series, "T", NATION).value
    assert picture.assessed().row("overcrowding-psychiatric", "T", NATION).previous is not None


def test_what_is_not_checked_is_as_it_was_assessed(picture):
    named = {series for series, _ in picture.checks().suspected} | HELD
    plain, shown = picture.assessed().rows, picture.scorecard().rows
    assert list(shown) == list(plain)
    assert all(shown[key] == plain[key] for key in plain if key[0] not in named)


def test_what_was_stored_is_what_is_found_anew(picture):
    stored = kept(picture, build_chosen(picture, []))
    assert stored.signals is not None
    assert stored.checks() == picture.checks()
    assert len(stored.checks().suspected) == 33
    told = {s.indicator for area in AREAS.region_codes for s in area_signals(picture, area).of_group("check")}
    assert told <= {picture.catalogue.main_id(series) for series, _ in stored.checks().suspected}
    assert dump_chosen(build_chosen(picture, [])) == dump_chosen(build_chosen(stored, []))


def test_the_rows_as_assessed_are_what_signals_are_chosen_from(picture):
    evidence = picture.evidence()
    assert evidence.measures["primary-care-3-days"].values["25"]["2025"] == 43.7


def test_an_edition_by_the_earlier_method_is_as_it_was_published():
    pictures = Pictures()
    earlier = pictures.of("2026-11")
    assert earlier.checks().suspected == {}
    assert earlier.scorecard() is earlier.assessed()
    assert earlier.scorecard().row("primary-care-3-days", "T", "25").position.verdict == "worst-quarter"
