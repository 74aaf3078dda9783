"""Every change that is told, in every row of every area: counted from what is sound, and else with the reason."""

import pytest

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.change import short_change
from dashboard.viewmodels.indicator.lines import lines_view
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.subject import subject

NO_BREAK = "\u00a0"
KEEPER_PHRASE = "insamlingen bytte ansvarig 1 juli 2025"
KEPT = {
    "primary-care-phone",
    "primary-care-3-days",
    "waiting-treatment-90d",
    "waiting-first-contact-90d",
    "psychiatry-first-visit-90d",
    "treatment-90d",
    "first-contact-90d",
    "cap-start-30d",
}


def row_of(picture, indicator, area, lang="sv", sex="T"):
    return make_row(subject(picture, Question(lang=lang, sex=sex), indicator, area))


def doubted(definition, area, period, value):
    named = [d for d in definition.doubts if not d.periods or period in d.periods]
    low, high = definition.plausible.low, definition.plausible.high
    outside = (low is not None and value < low) or (high is not None and value > high)
    return outside or any(not d.areas or area in d.areas for d in named)


def cut_years(definition, area):
    years = [item.period for item in definition.breaks]
    kept = definition.signals.keeper_change if definition.signals else None
    return [*years, *([kept] if kept else []), *(["2007"] if area in ("03", "19") else [])]


def faults(definition, area, since, before, period):
    width = definition.period.years or 1
    if doubted(definition, area, since, before):
        yield "doubted"
    if width > 1 and int(period) - int(since) < width:
        yield "overlapping"
    if any(since < cut <= period for cut in cut_years(definition, area)):
        yield "other side"
    if definition.signals and definition.signals.over_time == "same-year-only":
        yield "told over time"


@pytest.mark.parametrize("year", [None, "2023"])
def test_no_told_change_has_a_base_that_is_not_sound(picture, year):
    scorecard, told, wrong = picture.scorecard(year), 0, []
    for (name, sex, area), row in scorecard.rows.items():
        if row.previous is None:
            assert row.change.verdict == "not-assessed"
            continue
        told += 1
        definition = picture.catalogue.by_id[name]
        assert row.previous in scorecard.comparisons[name, sex].points[area]
        found = list(faults(definition, area, *row.previous, row.period))
        wrong += [(name, area, *found)] if found else []
        # Nothing nearer would do: every value between is one of those that may not be counted from.
        between = [p for p in scorecard.comparisons[name, sex].points[area] if row.previous[0] < p[0] < row.period]
        assert all(list(faults(definition, area, *point, row.period)) for point in between), (name, area)
    assert wrong == []
    assert told > 2000


def test_every_row_with_a_value_tells_a_change_or_says_why_not(picture):
    for area in ("00", *picture.areas.region_codes):
        for definition in picture.catalogue.indicators:
            known = subject(picture, Question(), definition.id, area)
            if known is None or known.row.value is None:
                continue
            row = make_row(known)
            assert row.change_reason, (definition.id, area)
            assert (row.change is None) == (row.change_from is None)
            assert row.change_text or row.doubtful, (definition.id, area)
            assert bool(short_change(known)) == bool(row.change_text)


def test_trust_is_counted_over_the_doubted_year(picture):
    row = row_of(picture, "trust-in-care", "22")
    assert row.change_text == f"\u22123,0{NO_BREAK}procentenheter sedan 2023"
    assert row.change_reason.endswith("eftersom värdet är tveksamt för 2024.")
    assert (
        row_of(picture, "trust-in-care", "22", "en").change_text == f"\u22123.0{NO_BREAK}percentage points since 2023"
    )


def test_a_foot_examination_that_is_doubted_or_checked_tells_no_change_and_a_sound_one_does(picture):
    doubtful = row_of(picture, "diabetes-foot-exam", "25")
    assert (doubtful.change, doubtful.change_text) == (None, "")
    assert doubtful.change_reason == "Värdet är tveksamt, så ingen förändring räknas."
    checked = row_of(picture, "diabetes-foot-exam", "20")
    assert (checked.change, checked.change_text, checked.doubtful_word) == (None, "", "kontrolleras")
    assert "flera regioner redovisar ett ovanligt stort steg samma år" in checked.change_reason
    assert row_of(picture, "diabetes-foot-exam", "17").change_from == "2024"


def test_the_eight_whose_keeper_changed_say_so_and_tell_no_change_over_it(picture):
    kept = {item.id for item in picture.catalogue.definitions if item.signals and item.signals.keeper_change}
    assert kept == KEPT
    over = 0
    for name in sorted(kept):
        for area in ("00", "22", "25"):
            row = row_of(picture, name, area)
            assert any(KEEPER_PHRASE in fact.text.lower() for fact in row.facts), name
            if row.value is None or row.period < "2025":
                continue
            over += 1
            assert (row.change, row.change_text, row.trend.text) == (None, KEEPER_PHRASE, KEEPER_PHRASE)
    assert over > 8


def test_a_mean_is_counted_from_years_it_does_not_share(picture):
    row = row_of(picture, "life-expectancy-women", "22")
    assert (row.period_text, row.change_from) == ("2018–2022", "2017")
    assert row.change_text.endswith("sedan 2013–2017")


def test_what_is_compared_within_a_year_says_so(picture):
    row = row_of(picture, "cancer-survival", "22")
    assert (row.change, row.change_text) == (None, words("sv")("row.no_change.same-year"))
    assert "ändrad beräkning kan inte uteslutas" in row.change_reason
    assert row.trend.verdict == "not-assessed"


def test_what_begins_with_recording_is_no_change(picture):
    row = row_of(picture, "surgical-checklist", "22")
    assert row.trend.verdict == "unchanged"
    assert "67,1" in row.trend.reason
    caveat = next(fact.text for fact in row.facts if fact.label == words("sv")("fact.caveats"))
    assert "ingen förbättring av vården" in caveat
    jonkoping = picture.scorecard("2022").rows["surgical-checklist", "T", "06"]
    assert (jonkoping.previous, jonkoping.change.reason.key) == (None, "change.none.recording")


def test_the_attitude_that_carries_the_waits_values_is_doubted(picture):
    scorecard = picture.scorecard()
    attitude, wait = (scorecard.comparisons[name, "T"] for name in ("attitude-home-care", "reasonable-wait-hospital"))
    assert attitude.headline == wait.headline == "2025"
    assert len(attitude.values) == 21
    assert attitude.values == wait.values
    assert attitude.nation == wait.nation
    assert set(attitude.doubtful) == set(attitude.values)
    assert wait.doubtful == ()
    assert row_of(picture, "reasonable-wait-hospital", "06").change_text == f"+1,8{NO_BREAK}procentenheter sedan 2024"


def test_a_row_says_which_series_of_a_pair_has_sexes_and_municipalities(picture):
    told = 0
    for definition in picture.catalogue.indicators:
        pair = picture.catalogue.series_of(definition.id)
        if len(pair) < 2:
            continue
        known = subject(picture, Question(), definition.id, "22")
        other = next(item for item in pair if item.id != known.definition.id)
        row = make_row(known)
        assert f"series={other.id}" in row.twin_href
        own, others = ({sex for key in item.series for sex in key.sexes} for item in (known.definition, other))
        if "F" not in own and "F" in others:
            told += 1
            assert row.sex_gap.startswith("Kvinnor och män redovisas i den andra serien, Kolada"), definition.id
        levels = [{level for key in item.series for level in key.levels} for item in (known.definition, other)]
        if "municipality" not in levels[0] and "municipality" in levels[1]:
            assert row.inside.reason.startswith("Kommuner redovisas i den andra serien, Kolada"), definition.id
    assert told
    smoking = row_of(picture, "daily-smoking", "22")
    assert "till och med" in smoking.sex_gap
    assert "redovisas inte" not in smoking.sex_gap
    assert "publiceras inte" not in smoking.inside.reason


def test_heby_is_drawn_and_said_in_the_two_regions_and_nowhere_else(picture):
    for area, moved in (("03", True), ("19", True), ("22", False)):
        row = row_of(picture, "sickness-days", area)
        assert any("Heby" in fact.text for fact in row.facts) is moved
        lines = lines_view(picture, Question(regions=(area,)), "sickness-days")
        assert len(lines.cuts) == int(moved)
        assert any("Heby" in note for note in lines.notes) is moved
        own = next(line for line in lines.lines if line.code == area)
        assert any(point.at is None for point in own.points) is moved
