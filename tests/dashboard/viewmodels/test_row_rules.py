"""One row's rules: where its lines end, what its axis says, which periods are spans, and when a verdict is careful."""

import pytest

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.subject import subject
from indicators import NATION, NOISY
from tests.builders import (
    REGIONS,
    STOCKHOLM,
    definition,
    make_picture,
    regions,
    series,
    target,
    yearly,
)

LADDER = tuple(float(n) for n in range(60, 81))
NO_BREAK = "\u00a0"
PERCENT = "\u00a0%"
MEAN = {"kind": "multi-year-mean", "years": 4, "note": {"sv": "a", "en": "b"}}


def row_of(values, item=None, *, held=(), lang="sv", area=STOCKHOLM):
    """The row of one area of one indicator; `values` is a series, or {area: number}."""
    item = item or definition()
    found = values if hasattr(values, "points") else series(values)
    picture = make_picture((item, found), held=held)
    return make_row(subject(picture, Question(lang=lang), item.id, area))


def with_years(*numbers, **more):
    """Stockholm's years among regions that stand still."""
    still = {code: yearly(*[50.0] * 10) for code in REGIONS[1:]}
    return row_of(series({**still, STOCKHOLM: yearly(*map(float, numbers))}), **more)


# --- the trend's line and words -------------------------------------------------------------------------------------


def test_the_lines_end_where_the_value_beside_them_stands():
    values = {code: yearly(50.0, 51.0, 52.0, last=2026 if n < 12 else 2025) for n, code in enumerate(REGIONS)}
    row = row_of(series({**values, NATION: yearly(60.0, 61.0, 62.0, 63.0, last=2026)}))
    assert (row.period, row.value) == ("2025", 51.0)
    assert [point.period for point in row.trend.points] == ["2024", "2025"]
    assert row.trend.nation[-1].period == "2025"
    assert row.trend.points[-1].x == 1.0
    assert row.trend.summary.startswith(f"Från 50,0{PERCENT} (2024) till 51,0{PERCENT} (2025)")


def test_a_newer_value_of_its_own_is_told_among_the_facts():
    values = {code: yearly(50.0, 51.0, last=2026 if n < 12 else 2025) for n, code in enumerate(REGIONS)}
    told = {area: {f.label: f.text for f in row_of(series(values), area=area).facts} for area in ("01", "25")}
    newer = "2026 finns också, men bara för 12 av 21 regioner."
    assert told["01"]["Redovisning"].endswith(f"{newer} Här: 51,0{PERCENT}.")
    assert told["25"]["Redovisning"].endswith(newer)


def test_a_doubtful_value_is_left_out_of_the_line_as_a_gap():
    doubts = [{"areas": [STOCKHOLM], "periods": ["2023"], "reason": {"sv": "Felrapporterat.", "en": "Misreported."}}]
    row = with_years(60, 61, 999, 63, 64, item=definition(doubts=doubts))
    assert [point.value for point in row.trend.points] == [60.0, 61.0, None, 63.0, 64.0]
    assert "999" not in row.trend.summary
    assert {fact.label: fact.text for fact in row.facts}["Tveksamma värden"] == "Felrapporterat."
    assert with_years(60, 61, 999, 63, 64).trend.points[2].value == 999.0


def test_a_doubt_about_other_areas_is_not_told_here():
    doubts = [{"areas": ["14"], "reason": {"sv": "Felrapporterat.", "en": "Misreported."}}]
    labels = [fact.label for fact in row_of(regions(*LADDER), definition(doubts=doubts)).facts]
    assert labels
    assert "Tveksamma värden" not in labels


def test_unchanged_is_said_only_of_a_small_change():
    unclear = with_years(70, 75, 71, 76, 70, 75, 71, 74).trend
    assert (unclear.verdict, unclear.text, unclear.symbol) == ("unchanged", "ingen säker riktning", "~")
    assert unclear.reason.startswith(f"Ingen stadig riktning från 70,0{PERCENT} (2018) till 74,0{PERCENT} (2025)")
    small = with_years(70, 70.1, 70.2, 70.3, 70.4, 70.5, 70.6, 70.7).trend
    assert (small.verdict, small.text, small.symbol) == ("unchanged", "oförändrat", "→")


def test_a_step_that_rests_on_few_cases_is_never_called_sharp():
    row = with_years(70, 71, 70, 71, 70, 71, 70, 50, item=definition(caveats=["small-numbers"]))
    assert row.trend.text == f"föll mer än tidigare: \u221220,0{NO_BREAK}procentenheter"


def test_a_large_last_step_is_pointed_out_and_not_judged():
    row = with_years(70, 71, 70, 71, 70, 71, 70, 50)
    assert (row.trend.verdict, row.trend.symbol) == ("not-assessed", "!")
    assert row.trend.text == f"föll kraftigt: \u221220,0{NO_BREAK}procentenheter"
    assert f"från 70,0{PERCENT} (2024) till 50,0{PERCENT} (2025)" in row.trend.reason
    english = with_years(70, 71, 70, 71, 70, 71, 70, 50, lang="en").trend.text
    assert english == f"fell sharply: \u221220.0{NO_BREAK}percentage points"


def test_a_trend_tells_the_published_ends_and_never_the_slope():
    reason = with_years(60, 62, 64, 66, 68, 70, 72, 74, 76, 77).trend.reason
    assert f"stigit, från 60,0{PERCENT} (2016) till 77,0{PERCENT} (2025)" in reason
    assert "18" not in reason
    slightly = with_years(60, 62, 64, 66, 68, 70, 72, 74, 76, 75).trend
    assert (slightly.verdict, slightly.tone) == ("improving", "good")
    assert "men det senaste året gick det något åt andra hållet" in slightly.reason


def test_years_and_the_last_step_are_two_things():
    turned = with_years(60, 62, 64, 66, 68, 70, 72, 74, 76, 73).trend
    assert (turned.verdict, turned.symbol, turned.tone) == ("turned", "±", "neutral")
    assert turned.text == "förbättrades till 2024, föll 2025"
    assert (
        f"från 60,0{PERCENT} (2016) till 76,0{PERCENT} (2024), men föll sedan till 73,0{PERCENT} (2025)"
        in turned.reason
    )
    english = with_years(60, 62, 64, 66, 68, 70, 72, 74, 76, 73, lang="en").trend
    assert english.text == "improved to 2024, fell in 2025"


# --- the axis -------------------------------------------------------------------------------------------------------


def test_the_axis_is_labelled_with_the_outermost_regions_where_they_stand():
    axis = row_of(regions(*LADDER, nation=50.0), held=(target(value=100.0),)).axis
    assert (axis.left_text, axis.right_text) == ("60,0", "80,0")
    assert (axis.left_x, axis.right_x) == (0.2, 0.6)
    mirrored = row_of(
        regions(*LADDER, nation=90.0), definition(direction="lower"), held=(target(operator="<=", value=50.0),)
    ).axis
    assert (mirrored.left_text, mirrored.right_text) == ("80,0", "60,0")
    assert (mirrored.left_x, mirrored.right_x) == (0.25, 0.75)


# --- periods --------------------------------------------------------------------------------------------------------


def test_a_mean_of_several_years_is_a_span_wherever_its_value_is_told():
    values = {code: {"2024": 50.0, "2025": 51.0} for code in REGIONS[1:]}
    own = {"2020": 49.0, "2021": 48.0, "2024": 50.0, "2025": 52.0}
    row = row_of(series({**values, STOCKHOLM: own}), definition(period=MEAN))
    assert (row.period, row.period_text) == ("2025", "2022–2025")
    assert row.change_text == f"+4,0{NO_BREAK}procentenheter sedan 2018–2021"
    assert row.change_reason.endswith("(2018–2021).")
    assert f"52,0{PERCENT} (2022–2025)" in row.summary
    reporting = {fact.label: fact.text for fact in row.facts}["Redovisning"]
    assert "2022–2025" in reporting
    missing = row_of(series({**values, STOCKHOLM: {"2023": 52.0}}), definition(period=MEAN)).missing
    assert missing == f"Saknar värde för perioden. Senast: 52,0{PERCENT} (2020–2023)."


def test_the_other_series_tells_its_own_kind_of_period():
    twin = definition(id="other-2", period=MEAN, twin={"of": "main-1", "note": {"sv": "Medel.", "en": "Mean."}})
    mean = series(regions(*LADDER), period="2024")
    picture = make_picture((definition(id="main-1"), series(regions(*LADDER))), (twin, mean))
    row = make_row(subject(picture, Question(), "main-1", STOCKHOLM))
    assert (row.period_text, row.twin) == ("2025", f"Kolada (other-2): 60,0{PERCENT} (2021–2024). Medel.")


# --- verdicts with care ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["superseded", "proposed"])
@pytest.mark.parametrize(("level", "verdict"), [(50.0, "met"), (90.0, "not-met")])
def test_a_target_not_in_force_is_no_success_and_no_failure(status, level, verdict):
    found = row_of(regions(*LADDER), held=(target(value=level, status=status),)).target
    assert (found.verdict, found.tone) == (verdict, "neutral")


@pytest.mark.parametrize(("level", "tone"), [(50.0, "good"), (90.0, "bad")])
def test_a_target_in_force_is_one_or_the_other(level, tone):
    assert row_of(regions(*LADDER), held=(target(value=level),)).target.tone == tone


def test_what_cannot_be_placed_has_a_mark_of_its_own():
    row = row_of(regions(*LADDER[:7]))
    assert (row.position, row.position_symbol, row.position_tone) == ("not-assessed", "?", "missing")


def test_a_figure_that_rests_on_samples_or_few_cases_says_so():
    cautious = definition(caveats=["survey-sample", "self-reported", "small-numbers"])
    assert row_of(regions(*LADDER), cautious).caution == "urval; små tal"
    assert row_of(regions(*LADDER), cautious, lang="en").caution == "sample; small numbers"
    assert row_of(regions(*LADDER), definition(caveats=["self-reported"])).caution == ""


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_each_such_caveat_has_its_words(lang):
    assert set(words(lang).part("caution")) == NOISY
