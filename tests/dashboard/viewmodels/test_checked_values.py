"""A value that is being checked is shown and marked on every surface, and is nowhere an end, a place or a distance."""

import pytest

from dashboard.query import Question
from dashboard.viewmodels.compare.rows import compare_view
from dashboard.viewmodels.exported.cells import remark_cell
from dashboard.viewmodels.indicator.all import all_values
from dashboard.viewmodels.indicator.head import indicator_head
from dashboard.viewmodels.indicator.lines import lines_view
from dashboard.viewmodels.indicator.regions import regions_view
from dashboard.viewmodels.map import map_view
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.rug import rug_view
from dashboard.viewmodels.subject import subject
from dashboard.viewmodels.visit import for_visit

HELD = ("cap-start-30d", "diabetes-foot-exam", "overcrowding-psychiatric", "primary-care-3-days")
PLACES = ("fjärdedelen", "procentenheter")
WORDS = {"sv": "kontrolleras", "en": "being checked"}


def suspected(picture, year=None):
    """Every (indicator, area) whose value is being checked."""
    found = sorted(picture.checks(year).suspected)
    assert len(found) >= 7
    return [(picture.catalogue.main_id(series), area) for series, area in found]


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("period", ["", "2022"])
def test_the_row_says_that_it_is_checked_and_why_and_claims_nothing(picture, period, lang):
    question = Question(period=period, lang=lang)
    for indicator, area in suspected(picture, question.as_of):
        row = make_row(subject(picture, question, indicator, area))
        assert row.doubtful_word == row.position_text == WORDS[lang]
        assert str(row.value_text) in row.doubtful
        assert row.position_tone == "missing"
        assert row.target.gap is None
        assert row.target.verdict not in ("met", "near", "not-met", "right")
        assert (row.change, row.change_from) == (None, None)
        mark = next(mark for mark in row.regions if mark.code == area)
        assert (mark.doubtful, mark.word) == (True, WORDS[lang])
        told = f"{row.summary} {row.position_reason}"
        assert lang == "en" or not any(place in told for place in PLACES)


def test_the_axis_and_the_best_value_are_of_the_others(picture):
    for indicator, area in suspected(picture):
        for code in (area, "00"):
            row = make_row(subject(picture, Question(), indicator, code))
            sound = [mark.text for mark in row.regions if not mark.word]
            assert {row.axis.left_text, row.axis.right_text} <= set(sound)


def test_norrbottens_three_days_are_named_nowhere_as_the_lowest(picture):
    view = regions_view(picture, Question(), "primary-care-3-days")
    assert view.finding == "Bäst värde har Stockholm med 95,9\u00a0%, sämst Sörmland med 71,5. Riket 86,0."
    dot = next(dot for dot in view.dots if dot.code == "25")
    assert (dot.doubtful, dot.reading) == (True, "Region Norrbotten: 43,7\u00a0%, kontrolleras")
    assert any("Norrbotten: insamlingen bytte ansvarig" in note for note in view.notes)
    assert map_view(picture, Question(), "primary-care-3-days").summary.endswith(
        "från 71,5\u00a0% i Sörmland till 95,9\u00a0% i Stockholm."
    )


@pytest.mark.parametrize("period", ["", "2022"])
def test_every_heading_names_its_ends_among_the_others(picture, period):
    question = Question(period=period)
    names = picture.areas.by_code
    for indicator, area in suspected(picture, question.as_of):
        whole = subject(picture, question, indicator, area)
        value = whole.number(whole.row.value)
        others = {whole.number(one) for one in whole.comparison.yardsticks.values()}
        if value in others:
            continue
        shown = map_view(picture, question, indicator).summary
        found = regions_view(picture, question, indicator).finding
        assert value not in found.replace(",0", "").split()
        assert f"{names[area].short_name} med" not in found
        assert f"{whole.text(whole.row.value)} i" not in shown


def test_tables_comparison_rug_map_and_files_mark_it(picture):
    for indicator, area in suspected(picture):
        row = make_row(subject(picture, Question(), indicator, area))
        assert row.doubtful.removesuffix(".") in remark_cell(row).text
        assert for_visit([row], "sv")[0].doubtful == row.doubtful
        compared = [one for group in compare_view(picture, Question(), area).groups for one in group.rows]
        found = next(one for one in compared if one.indicator == indicator)
        assert (found.side.verdict, found.side.text, found.x) == ("checked", "kontrolleras", None)
        region = next(one for one in map_view(picture, Question(), indicator).regions if one.code == area)
        assert (region.state, region.text.endswith(", kontrolleras")) == ("not-assessed", True)


def test_the_rug_gives_it_no_quarter(picture):
    view = rug_view(picture, Question())
    codes = [column.code for column in view.columns]
    rows = {row.indicator: row for section in view.sections for area in section.areas for row in area.rows}
    for indicator, area in suspected(picture):
        assert rows[indicator].cells[codes.index(area)][0] == "not-assessed"


def test_the_tables_of_all_years_mark_it_where_it_stands(picture):
    table = all_values(picture, Question(), "primary-care-3-days")
    row = next(row for group in table.groups for row in group.rows if row.cells[0] == "Region Norrbotten")
    assert (row.cells[1].text, row.cells[1].note) == ("43,7", "kontrolleras")
    assert row.cells[2] == "92,5"


@pytest.mark.parametrize("indicator", HELD)
def test_a_held_back_change_of_the_nation_is_printed_on_no_page(picture, indicator):
    for lang, word in WORDS.items():
        question = Question(lang=lang)
        found = lines_view(picture, question, indicator).finding
        told = [sentence.text for sentence in indicator_head(picture, question, indicator).brief]
        row = make_row(subject(picture, question, indicator, "00"))
        assert (row.change, row.trend.verdict) == (None, "not-assessed")
        assert not any(text.startswith(("+", "\u2212")) for text in (row.change_text,))
        before = row.trend.points[0].text if row.trend.points else "-"
        assert before not in found
        assert word in found or row.change_text.casefold() in str(told).casefold()


def test_overcrowding_in_psychiatry_says_that_the_nation_is_checked(picture):
    assert lines_view(picture, Question(), "overcrowding-psychiatric").finding == (
        "Riket: 2,9\u00a0per 100 platser (2025). "
        "Utvecklingen kontrolleras, eftersom flera regioner redovisar ovanliga steg."
    )
    assert make_row(subject(picture, Question(), "overcrowding-psychiatric", "00")).change_text == (
        "rikets utveckling kontrolleras"
    )
