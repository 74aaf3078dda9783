"""Sweden among countries: what is said of each figure, and what is drawn beside it."""

import dataclasses
import re

import pytest

from dashboard.i18n import words
from dashboard.query import SHOWN_ABROAD, Question
from dashboard.viewmodels.abroad.figure import figure_tables, figure_view
from dashboard.viewmodels.abroad.index import abroad_tables, abroad_view
from dashboard.viewmodels.abroad.subject import SWEDEN, abroad, all_abroad
from indicators import FRAMEWORK, OLD_AFTER, read_figures

LIFE, SUICIDE, MORTALITY = "life-expectancy-at-birth-total", "suicide-mortality", "preventable-mortality"


@pytest.fixture(params=["sv", "en"])
def question(request):
    return Question(lang=request.param)


def rows(tables):
    return [row for table in tables.values() for group in table.groups for row in group.rows]


def named(tables, name):
    return next(row for row in rows(tables) if row.cells[0].text == name)


def test_every_figure_of_the_edition_is_in_one_row(picture, question):
    shown = [row.cells[0].href.split("/")[-1].split("?")[0] for row in rows(abroad_tables(picture, question))]
    assert len(shown) == len(set(shown)) == len(picture.edition.countries)
    assert set(shown) == set(read_figures().by_code)


def test_one_dimension_shows_its_own_alone(picture):
    question = Question(dimension="equal-care")
    assert list(abroad_tables(picture, question)) == ["equal-care", "equal-care-alone"]
    assert [part.code for part in abroad_view(picture, question).parts] == ["equal-care"]
    assert [tab.current for tab in abroad_view(picture, question).tabs] == [False, False, False, False, True]


def test_the_row_tells_sweden_the_average_the_best_the_year_and_the_edition(picture):
    row = named(abroad_tables(picture, Question()), "Medellivslängd vid födseln")
    _, strip, sweden, average, best, year = row.cells
    assert (sweden.text, average.text, year.text) == ("82,5", "80,7", "2016–2017 (9 år före utgåvan)")
    assert (sweden.symbol, sweden.note, sweden.tone) == ("▲", "bättre än genomsnittet", "good")
    assert average.note == "OECD-snitt, utgivarens eget"
    assert best == "Japan 84,2; Schweiz 83,6 och Spanien 83,4"
    assert year.note.startswith("OECD Health Statistics 2019")
    assert year.note_lang == "en"
    assert strip.note == "36 länder"
    assert strip.strip.alt == "36 länder. Lägst Lettland 74,8, högst Japan 84,2. Sverige 82,5. Genomsnitt 80,7."
    assert len(strip.strip.marks) == 35
    assert strip.strip.own is not None
    assert strip.strip.level is not None


def test_a_mean_of_ours_is_called_so(picture):
    row = named(abroad_tables(picture, Question()), "Dödlighet i suicid")
    values = picture.edition.countries["Suicide mortality"].values
    assert row.cells[3].text == f"{sum(values.values()) / len(values):.1f}".replace(".", ",")
    assert row.cells[3].note == f"Ovägt medel av {len(values)} jämförda länder, egen bearbetning"


def test_the_better_end_of_the_strip_is_the_right_one(picture):
    for item in all_abroad(picture, Question()):
        strip = named(abroad_tables(picture, Question()), item.name).cells[1]
        if isinstance(strip, str) or item.best is None:
            continue
        places = [*strip.strip.marks, *([] if strip.strip.own is None else [strip.strip.own])]
        best, own = item.best.countries[0][1], item.figure.values.get(SWEDEN)
        assert max(places) == 1, item.name
        assert (own == best) == (strip.strip.own == 1), item.name


def test_every_figure_has_a_page_that_says_something(picture, question):
    for code in read_figures().by_code:
        view = figure_view(picture, question, code)
        texts = [view.finding, view.year, *view.notes, *(fact.text for fact in view.facts)]
        assert all(texts), code
        assert "{" not in " ".join(texts), code
        assert view.countries is not None or view.empty, code


def test_the_chart_and_its_table_hold_the_same_numbers(picture, question):
    for code in read_figures().by_code:
        view = figure_view(picture, question, code)
        if view.countries is None:
            continue
        shown = [row.cells for row in view.countries.table.groups[0].rows][-len(view.countries.dots) :]
        drawn = [(dot.reading.rpartition(": ")[0], dot.value_text) for dot in view.countries.dots]
        assert shown == drawn, code
        assert figure_tables(picture, question, code)["countries"] == view.countries.table


def test_sweden_alone_stands_out(picture):
    dots = figure_view(picture, Question(), LIFE).countries.dots
    assert [dot.code for dot in dots if dot.tone != "missing"] == [SWEDEN]
    assert [dot.label for dot in dots if dot.code == SWEDEN] == ["<b>Sverige</b>"]
    assert [dot.value for dot in dots] == sorted((dot.value for dot in dots), reverse=True)


def test_the_regions_stand_beside_the_countries_with_grade_and_reason(picture):
    view = figure_view(picture, Question(), LIFE)
    (part,) = view.beside
    assert part.grade == "Samma definition."
    assert part.texts[0].startswith("Samma begrepp.")
    countries, regions = part.picture.rows
    assert len(countries.points) == 35
    assert len(regions.points) == 21
    assert (countries.region.value, part.picture.levels[0].value) == (82.5, 80.733)
    assert "2016–2017" in countries.label
    assert any("äldre än regionernas" in note for note in part.picture.notes)


def test_the_picture_and_its_table_hold_the_same_places(picture, question):
    for code in read_figures().by_code:
        for part in figure_view(picture, question, code).beside:
            if part.picture is None:
                continue
            for row, group in zip(part.picture.rows, part.picture.table.groups, strict=True):
                assert len(group.rows) == len(row.points) + (row.region is not None), code


def test_what_is_not_on_one_scale_is_said_and_not_drawn(picture):
    (scale,) = figure_view(picture, Question(), MORTALITY).beside
    (indicative,) = figure_view(picture, Question(), SUICIDE).beside
    assert (scale.picture, indicative.picture) == (None, None)
    assert scale.texts[-1] == "Talen ritas inte på samma skala som regionernas."
    assert indicative.texts[-1] == "Talen är bara vägledande. De ritas inte bredvid regionerna."


def test_the_readers_sex_does_not_change_what_the_countries_are_held_against(picture):
    both, women = (figure_view(picture, Question(sex=sex), LIFE).beside[0].picture for sex in ("T", "F"))
    assert both.rows == women.rows


def test_a_figure_that_the_edition_lacks_has_no_page(picture):
    facts = read_figures().by_code[LIFE].model_copy(update={"figure": "Unknown"})
    assert abroad(picture, Question(), facts) is None


def test_sweden_against_a_missing_average_is_told_without_one(picture):
    item = next(x for x in all_abroad(picture, Question()) if x.facts.code == LIFE)
    assert dataclasses.replace(item, average=None).finding.startswith("Sverige har 82,5 (år).")
    nobody = dataclasses.replace(item, figure=dataclasses.replace(item.figure, sweden=None))
    assert nobody.finding == "Sverige finns inte i tabellen."


def test_the_dimensions_are_counted_right(picture, question):
    view = abroad_view(picture, question)
    counts = [int(part.text.split()[0]) for part in view.parts]
    assert sum(counts) == len(picture.edition.countries)
    assert [part.code for part in view.parts] == [item.code for item in FRAMEWORK.dimensions]


def test_no_country_is_left_without_a_name(picture):
    named = {name for item in all_abroad(picture, Question()) for name in item.figure.values}
    assert named <= set(words("sv").part("country"))


def test_a_strip_says_what_it_draws(picture, question):
    for item in all_abroad(picture, question):
        cell = named(abroad_tables(picture, question), item.name).cells[1]
        if isinstance(cell, str):
            assert not item.is_comparison or len(set(item.figure.values.values())) == 1, item.name
            continue
        values = item.figure.values.values()
        assert all(item.number(end) in cell.strip.alt for end in (min(values), max(values))), item.name
        assert (item.average is None) == (cell.strip.level is None), item.name
        assert "{" not in cell.strip.alt


def test_old_figures_are_marked_with_their_age_and_new_ones_are_not(picture):
    for row in rows(abroad_tables(picture, Question())):
        year = row.cells[-1].text
        newest = max([int(part) for part in re.findall(r"\d{4}", year)], default=None)
        is_old = newest is not None and 2026 - newest > OLD_AFTER
        assert (row.is_old, "före utgåvan" in year) == (is_old, is_old), year


@pytest.mark.parametrize("asked", SHOWN_ABROAD)
def test_what_is_asked_for_is_shown_alone_and_counted(picture, asked):
    found = {item.name: item for item in all_abroad(picture, Question())}
    question = Question(abroad=asked)
    view, tables = abroad_view(picture, question), abroad_tables(picture, question)
    shown = [row.cells[0].text for row in rows(tables)]
    (count,) = [tab.count for tab in view.shown if tab.current]
    assert shown
    assert int(count) == len(shown) == int(view.tabs[0].count)
    assert {part.code for part in view.parts if part.table == "open"} == set(tables)
    for name in shown:
        assert asked == "judged" or found[name].side == asked
        assert asked != "judged" or any(
            one.international == found[name].facts.figure and one.grade in ("same", "similar")
            for one in picture.reference.comparisons
        )


def test_the_whole_list_is_folded_and_names_what_is_worse(picture, question):
    view, tables = abroad_view(picture, question), abroad_tables(picture, question)
    behind = {item.name for item in all_abroad(picture, question) if item.side == "worse"}
    named_there = {piece.text for part in view.parts for piece in part.worse if piece.href}
    assert named_there == behind
    assert {part.table for part in view.parts} == {"folded"}
    alone = sum(not item.is_comparison for item in all_abroad(picture, question))
    assert sum(len(rows({name: table})) for name, table in tables.items() if name.endswith("-alone")) == alone


def test_the_terms_are_in_the_readers_language(picture):
    terms = {fact.text for fact in figure_view(picture, Question(), LIFE).facts}
    assert "OECD:s villkor" in terms
    assert "OECD terms" not in figure_view(picture, Question(), LIFE).countries.source
