"""Every row of the embedded edition: what is read is what is there, and every place lies on its picture."""

import re
from decimal import Decimal

import pytest

from dashboard.i18n import words
from indicators import FRAMEWORK, NATION

NO_BREAK = "\u00a0"

NUMBER = re.compile(r"[+\u2212]?\d[\d\u202f]*(?:,\d+)?")
WORST_ROUNDING = Decimal("0.5000001")


@pytest.fixture(scope="module")
def swedish(views):
    """(area, row) of everything that is shown in Swedish."""
    return [(area, row) for (lang, _, area), view in views.items() if lang == "sv" for row in view.rows]


def numbers(text):
    """Read the numbers of a Swedish text as a person would."""
    plain = str.maketrans({"\u202f": "", ",": ".", "\u2212": "-", "+": ""})
    return [Decimal(found.translate(plain)) for found in NUMBER.findall(text)]


def reads_as(text, value, decimals):
    """Whether the first number of a text is the value, rounded to just these decimals."""
    first = NUMBER.search(text)
    written = len(first.group().partition(",")[2]) if first else -1
    return written == decimals and abs(numbers(text)[0] - Decimal(repr(value))) <= WORST_ROUNDING.scaleb(-decimals)


def test_there_are_rows_for_every_area_and_sex(views, picture):
    whole = len(picture.catalogue.indicators)
    counts = {sex: {len(view.rows) for (_, s, _), view in views.items() if s == sex} for sex in "TFM"}
    assert counts["T"] == {whole}
    for sex in ("F", "M"):
        (n,) = counts[sex]
        assert 0 < n < whole


def test_the_numbers_that_are_read_are_the_numbers_there_are(swedish, picture):
    wrong = []
    for area, row in swedish:
        decimals = picture.catalogue.by_id[row.series].decimals
        pairs = [
            (row.value_text, row.value),
            (row.nation_text, row.nation),
            *((mark.text, mark.value) for mark in row.regions),
            *((item.text, item.value) for item in row.sexes),
            *((point.text, point.value) for point in (*row.trend.points, *row.trend.nation)),
        ]
        wrong += [
            (area, row.indicator, text, value)
            for text, value in pairs
            if not (reads_as(text, value, decimals) if value is not None else not numbers(text))
        ]
    assert wrong == []


def test_the_target_and_the_range_inside_are_read_as_they_are(swedish, picture):
    for area, row in swedish:
        decimals = picture.catalogue.by_id[row.series].decimals
        if row.target.operator is not None:
            assert numbers(row.target.label)[0] == Decimal(repr(row.target.value)), (area, row.indicator)
        if row.target.verdict == "right":
            assert reads_as(row.target.label, 100.0 - row.value, decimals), (area, row.indicator)
        if row.inside.n:
            low, high = row.inside.text.split(", från ")[1].split(" till ")
            assert reads_as(low, row.inside.min, decimals), (area, row.inside)
            assert reads_as(high, row.inside.max, decimals), (area, row.inside)


def test_a_region_is_the_same_value_in_its_own_row_and_among_the_others(swedish):
    for area, row in swedish:
        if area != NATION:
            own = [mark for mark in row.regions if mark.code == area]
            assert [(mark.value, mark.text, mark.x) for mark in own] == (
                [] if row.value is None else [(row.value, row.value_text, row.x)]
            )


def test_every_place_lies_between_nought_and_one(swedish):
    for area, row in swedish:
        places = [
            *(mark.x for mark in row.regions),
            *row.inside.xs,
            *(place for point in (*row.trend.points, *row.trend.nation) for place in (point.x, point.y)),
            *row.trend.breaks,
            *(row.x, row.nation_x, row.target.x, row.international.x, row.axis.middle_from, row.axis.middle_to),
        ]
        assert all(0 <= place <= 1 for place in places if place is not None), (area, row.indicator)


def test_what_has_a_value_has_a_place(swedish):
    for _, row in swedish:
        assert (row.x is None) == (row.value is None)
        assert (row.nation_x is None) == (row.nation is None)
        assert (row.target.x is None) == (row.target.value is None)


def test_better_is_always_to_the_right(swedish):
    for area, row in swedish:
        sound = [mark for mark in row.regions if not mark.doubtful]
        rising = sorted(sound, key=lambda mark: mark.value, reverse=row.direction == "lower")
        places = [mark.x for mark in rising]
        assert places == sorted(places), (area, row.indicator)
        assert row.axis.mirrored == (row.direction == "lower")
        if sound:
            ends = [mark.x for mark in sound] + [row.nation_x, row.target.x, row.international.x, row.x, *row.inside.xs]
            assert {0.0, 1.0} <= {x for x in ends if x is not None} or len({mark.value for mark in sound}) == 1


def test_the_axis_is_labelled_with_the_outermost_regions_where_they_stand(swedish):
    for area, row in swedish:
        sound = [mark for mark in row.regions if not mark.doubtful]
        if sound:
            first, last = min(sound, key=lambda mark: mark.x), max(sound, key=lambda mark: mark.x)
            assert (row.axis.left_x, row.axis.right_x) == (first.x, last.x), (area, row.indicator)
            assert (row.axis.left_text, row.axis.right_text) == (first.text, last.text), (area, row.indicator)


def test_the_best_quarter_is_to_the_right_of_the_worst(swedish, views):
    for (lang, sex, _), view in views.items():
        if (lang, sex) != ("sv", "T"):
            continue
        for row in view.rows:
            if row.position in ("best-quarter", "highest-quarter"):
                assert row.x >= row.axis.middle_to, (view.area, row.indicator)
            if row.position in ("worst-quarter", "lowest-quarter"):
                assert row.x <= row.axis.middle_from, (view.area, row.indicator)


def test_the_trend_runs_from_left_to_right_over_at_most_ten_years(swedish):
    for _, row in swedish:
        for line in (row.trend.points, row.trend.nation):
            known = [point for point in line if point.value is not None]
            assert [point.period for point in known] == sorted({point.period for point in known})
            assert not known or int(known[-1].period[:4]) - int(known[0].period[:4]) <= 9
            assert all((point.x, point.y, point.text) == (None, None, "") for point in line if point.value is None)
            # A gap stands between two values, never first or last.
            assert not line or (line[0].value is not None and line[-1].value is not None)


def test_a_line_ends_at_the_value_beside_it_and_holds_nothing_doubtful(swedish, picture):
    for area, row in swedish:
        item = picture.catalogue.by_id[row.series]
        for code, line in ((area, row.trend.points), (NATION, row.trend.nation)):
            known = [(point.period, point.value) for point in line if point.value is not None]
            assert all(period <= row.period and item.is_sound(code, period, value) for period, value in known)
        known = [point for point in row.trend.points if point.value is not None]
        if row.value is not None and not row.doubtful:
            assert (known[-1].period, known[-1].text.split(NO_BREAK)[0]) == (row.period, row.value_text)


def test_unchanged_is_said_only_of_a_small_change(views, picture):
    small = 0
    shown = [(sex, area, row) for (lang, sex, area), view in views.items() if lang == "sv" for row in view.rows]
    for sex, area, row in shown:
        alone = picture.catalogue.by_id[row.series].only_sex
        if row.trend.text != words("sv")("trend.unchanged") or alone is not None:
            continue
        small += 1
        judged = picture.scorecard().row(row.series, sex, area).trend
        assert judged.reason.key in ("trend.unchanged.small", "trend.unchanged.rounding")
    assert small


def test_the_text_alternative_of_the_trend_begins_and_ends_as_the_line_does(swedish):
    for _, row in swedish:
        if row.trend.points:
            first, last = row.trend.points[0], row.trend.points[-1]
            assert first.text in row.trend.summary
            assert last.text in row.trend.summary
            assert first.period[:4] in row.trend.summary


def test_every_row_has_a_summary_a_source_and_its_reasons(views):
    for view in views.values():
        for row in view.rows:
            texts = (row.name, row.full_name, row.unit, row.source, row.source_key, row.derived_text, row.axis.note)
            reasons = (row.position_reason, row.trend.reason, row.target.reason, row.inside.reason)
            told = (row.summary, row.trend.summary, row.inside.text, row.international.text, *reasons)
            assert all(text.strip() for text in (*texts, *reasons, row.international.text)), (view.area, row.indicator)
            assert row.summary.startswith(f"{row.name}: ")
            assert (row.missing is None) == (row.value is not None)
            assert not [text for text in told if "{" in text]


def test_the_summary_gives_the_value_the_position_and_the_nation(swedish):
    for area, row in swedish:
        if row.value is None:
            assert row.missing in row.summary
            continue
        assert row.value_text in row.summary
        assert (row.position_text in row.summary) == (area != NATION)
        if area != NATION and row.nation is not None:
            assert row.nation_text in row.summary


def test_a_doubtful_value_is_never_judged(swedish):
    doubtful = [row for _, row in swedish if row.doubtful]
    assert doubtful
    for row in doubtful:
        assert row.position == "not-assessed"
        assert row.target.verdict in ("not-assessed", "no-target")


def test_international_values_are_drawn_only_when_comparable_and_only_for_the_whole_population(swedish, views, picture):
    grades = {row.international.grade for _, row in swedish if row.international.x is not None}
    assert grades
    assert grades <= {"same", "similar"}
    for (_, sex, _), view in views.items():
        for row in view.rows:
            if sex != "T" and picture.catalogue.by_id[row.series].only_sex is None:
                assert (row.international.value, row.international.x) == (None, None), row.indicator


def test_only_a_comparable_figure_abroad_has_its_grade_told(swedish):
    told = {grade: words("sv")(f"international.grade.{grade}") for grade in ("same", "similar", "indicative")}
    shown = [row.international for _, row in swedish if row.international.value is not None]
    assert {item.grade for item in shown} == set(told)
    for item in shown:
        assert item.text.endswith(told[item.grade]) == (item.grade != "indicative"), item.text


def test_the_four_series_pairs_are_one_row_each(views, picture):
    twins = picture.catalogue.twins
    for area in (NATION, "01", "09"):
        rows = {row.indicator: row for row in views["sv", "T", area].rows}
        assert not {twin.id for twin in twins.values()} & set(rows)
        for main, twin in twins.items():
            assert rows[main].series in (main, twin.id)
            assert rows[main].twin
        assert all(not row.twin for indicator, row in rows.items() if indicator not in twins)


def test_gotlands_only_municipality_is_always_a_point(views):
    published = [row for row in views["sv", "T", "09"].rows if row.inside.n]
    assert published
    for row in published:
        assert row.inside.n == len(row.inside.xs) == 1


def test_a_sex_without_figures_is_named_where_its_row_would_stand(views, picture):
    for sex in ("F", "M"):
        view = views["sv", sex, "14"]
        shown = {row.indicator for row in view.rows}
        told = " ".join(area.note or "" for section in view.sections for area in section.areas)
        for dimension, area in FRAMEWORK.areas:
            for item in picture.catalogue.in_area(dimension.code, area.code):
                if item.id not in shown and item.only_sex is None:
                    assert item.short_name.sv in told, item.id
