"""The page of equality: gaps in words, groups of municipalities, what nobody publishes, and people's judgements."""

import datetime as dt
from itertools import pairwise

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from dashboard.query import Question
from dashboard.viewmodels.equality.draft import NAMES, draft, quoted
from dashboard.viewmodels.equality.fifths import fifths_of
from dashboard.viewmodels.equality.page import equality_indicators, equality_tables, equality_view
from dashboard.viewmodels.equality.subject import pair_of

TODAY = dt.date(2026, 11, 22)
WHOLE = {
    "indicator": "obesity",
    "first": "sex:women",
    "second": "sex:men",
    "author": "Anna",
    "unwarranted": "partly",
    "unwarranted_sv": "skäl",
    "unwarranted_en": "reason",
    "grave": "no",
    "grave_sv": "skäl",
    "grave_en": "reason",
}


def cells(table):
    return [row.cells for group in table.groups for row in group.rows]


def rows_of(view):
    return [row for group in view.dumbbells.groups for row in group.rows]


def number(text):
    return float(text.replace(",", "").replace("\u2212", "-"))


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("regions", [(), ("09",), ("14",)])
def test_every_indicator_shows_something_or_says_why(picture, lang, regions):
    for code in equality_indicators(picture, Question()):
        view = equality_view(picture, Question(lang=lang, indicator=code, regions=regions))
        assert view.lines or view.lines_text
        assert view.fifths_texts[0]


def test_the_widest_relative_gap_comes_first_in_each_part(picture):
    view = equality_view(picture, Question(lang="en"))
    assert len(view.dumbbells.groups) == 3
    for group in view.dumbbells.groups:
        ratios = [float(row.ratio_text) for row in group.rows]
        distances = [max(ratio, 1 / ratio) for ratio in ratios]
        # Ratios are written with two decimals, the order is of unrounded ones.
        assert all(after <= before + 0.03 for before, after in pairwise(distances))
    assert rows_of(view)[0].worse == "Men"


def test_care_and_health_come_before_the_staff(picture):
    view = equality_view(picture, Question(lang="en"))
    areas = [picture.catalogue.by_id[row.indicator].area for row in rows_of(view)]
    staff = areas.count("competence")
    assert staff > 0
    assert areas[-staff:] == ["competence"] * staff
    # The group would lead if the order were of the gaps alone; the widest gaps in words are of care and health too.
    assert "Full-time employees" not in " ".join(view.sexes)


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")


def test_the_counts_are_of_all_that_is_drawn(picture):
    view = equality_view(picture, Question())
    women, men = (sum(row.worse == name for row in rows_of(view)) for name in ("Kvinnor", "Män"))
    assert f"i {women} av {len(rows_of(view))} mått, män i {men}." in view.sexes[0]
    # What is told first is a figure with both values and its year, not a count.
    assert "kvinnor ligger 196 per 100 000 lägre än män, 167 mot 362 per 100 000 (2022)" in plain(view.finding)


@pytest.mark.parametrize("regions", [(), ("14",), ("09",)])
def test_the_better_end_is_to_the_right_where_one_is_better(picture, regions):
    judged, undirected, staff = equality_view(picture, Question(lang="en", regions=regions)).dumbbells.groups
    for row in (*judged.rows, *staff.rows):
        worse = {"Women": row.first_x < row.second_x, "Men": row.first_x > row.second_x}
        assert worse.get(row.worse, True), row.indicator
    for row in undirected.rows:
        assert (row.first_x > row.second_x) == (number(row.first_text) > number(row.second_text)), row.indicator


def test_the_words_of_a_picture_have_its_numbers(picture):
    for row in rows_of(equality_view(picture, Question(lang="en", regions=("12",)))):
        assert row.first_text in row.summary
        assert row.second_text in row.summary
        assert 0 <= row.first_x <= 1
        assert row.href.startswith(f"/indikator/{row.indicator}")


def test_an_earlier_period_is_followed(picture):
    newest, earlier = (rows_of(equality_view(picture, Question(period=year))) for year in ("", "2021"))
    assert {row.indicator for row in earlier} <= {row.indicator for row in newest} | {"stress"}
    assert all(row.period[-4:] <= "2021" for row in earlier)
    assert "inte för en tidigare period" in " ".join(equality_view(picture, Question(period="2021")).fifths_texts)


def test_lines_and_their_table_agree(picture):
    lines = equality_view(picture, Question(indicator="obesity")).lines
    assert [line.code for line in lines.lines] == ["sex:women", "sex:men"]
    assert len(cells(lines.table)) == len(lines.lines[0].points)


def test_what_is_of_one_sex_says_so(picture):
    assert "bara ett kön" in equality_view(picture, Question(indicator="life-expectancy-women")).lines_text[0]
    assert pair_of(picture, Question(), "suicide", "00") is None


def test_a_grouping_without_figures_says_so(picture):
    view = equality_view(picture, Question(grouping="education", regions=("14",)))
    assert view.finding == "Varken Västra Götalandsregionen eller riket har uppgifter efter utbildning."
    assert "Grupper som saknas" in view.dumbbells.empty
    assert view.lines is None
    assert "redovisas inte efter utbildning" in view.lines_text[0]


def test_fifths_are_of_the_nation_whatever_region_is_asked_for(picture):
    whole = equality_view(picture, Question(indicator="obesity"))
    for region in ("09", "14"):
        view = equality_view(picture, Question(indicator="obesity", regions=(region,)))
        assert view.fifths == whole.fifths
        assert view.fifths_texts[0] == "Kommunerna jämförs i hela riket, inne i varje region för sig."
    assert "regioner" in whole.fifths.finding


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_an_order_that_does_not_hold_inside_the_regions_is_not_told(picture, lang):
    for code in equality_indicators(picture, Question()):
        found = fifths_of(picture, Question(lang=lang), code)
        inside = picture.analysis.slopes.get(found[0].definition.id) if found else None
        view = equality_view(picture, Question(lang=lang, indicator=code)).fifths
        if inside is not None:
            worse = ("sämre värden", "bättre värden") if lang == "sv" else ("worse values", "better values")
            assert any(word in view.finding for word in worse) == inside.is_told, code


def test_the_order_of_falls_among_the_old_is_the_capitals_doing(picture):
    said = equality_view(picture, Question(indicator="fall-injuries-65"))
    numbers = said.fifths.finding.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")
    assert "beror på Region Stockholm" in numbers
    assert "2 856 mot 3 230" in numbers
    assert not any("(SII)" in text for text in said.fifths_texts)


def test_a_regions_sexes_are_figures_unless_they_are_beyond_the_nations_and_chance(picture):
    claimed = 0
    for area in picture.areas.region_codes:
        view = equality_view(picture, Question(regions=(area,)))
        told = {series for (series, code), one in picture.analysis.sexes.items() if code == area and one.is_told}
        for row in rows_of(view):
            main = {picture.catalogue.main_id(series) for series in told}
            assert (row.worse != "–") == (row.indicator in main), (area, row.indicator)
            claimed += row.worse != "–"
        assert any("på annat sätt än i riket, mer än" in text for text in view.sexes) == bool(told)
        assert ("Skillnaden är" in view.finding) == bool(told)
    assert claimed >= 30


def test_halland_and_norrbotten_are_not_told_as_other_than_the_nation(picture):
    for area, code in (("13", "mental-wellbeing"), ("03", "mental-wellbeing"), ("25", "dental-care-forgone")):
        view = equality_view(picture, Question(regions=(area,), indicator=code))
        assert "sämre" not in view.lines.finding
        assert "i riket" in view.lines.finding
        assert not any("Psykiskt välbefinnande" in text for text in view.sexes)


def test_the_method_of_the_slope_and_its_weights_are_named(picture):
    said = " ".join(equality_view(picture, Question(indicator="obesity")).fifths_texts)
    assert "(SII)" in said
    assert "(RII)" in said
    assert "saknar folkmängd per kommun" in said


def test_the_five_groups_and_their_table_agree(picture):
    view = equality_view(picture, Question(indicator="obesity")).fifths
    assert [(dot.label, dot.value_text) for dot in view.dots] == [row[:2] for row in cells(view.table)]


def test_the_gap_in_knowledge_is_said_beside_what_the_nation_has(picture):
    view = equality_view(picture, Question())
    assert "kunskapslucka" in view.groups[0]
    assert "2014" in view.groups[-1]
    assert [row[1] for row in cells(equality_tables(picture, Question()).groups)] == ["11,4", "9,0", "9,9"]


def test_the_only_judgement_is_marked_as_an_example(picture):
    view = equality_view(picture, Question())
    assert [bool(card.example) for card in view.graded] == [True]
    assert "Ingen skillnad har bedömts" in view.graded_text


def test_a_whole_judgement_is_written_as_the_file_wants_it(picture):
    found = draft(picture, Question(), WHOLE, TODAY)
    (entry,) = tomli.loads(found.text)["differences"]
    assert entry["unwarranted"] == {"grade": "partly", "reason": {"sv": "skäl", "en": "reason"}}
    assert (entry["author"], entry["date"]) == ("Anna", TODAY)


@pytest.mark.parametrize("name", NAMES)
def test_a_field_left_out_is_named(picture, name):
    found = draft(picture, Question(), {**WHOLE, name: ""}, TODAY)
    assert found.text == ""
    assert found.faults


@given(st.text())
def test_no_text_breaks_out_of_its_quotes(text):
    plain = "".join(char for char in text if not "\ud800" <= char <= "\udfff")
    assert tomli.loads(f"a = {quoted(plain)}")["a"] == " ".join(plain.splitlines())
