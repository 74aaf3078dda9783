"""A corrected figure wherever it stands: in its row, its files, on top of pages, in signals, and in the list."""

from dataclasses import replace

import pytest

from dashboard.query import Question
from dashboard.viewmodels.earlier_signals.notes import note
from dashboard.viewmodels.earlier_signals.told import Told
from dashboard.viewmodels.editions.corrected import corrections_view, on_page
from dashboard.viewmodels.editions.drafting import draft
from dashboard.viewmodels.exported.cells import marks_cell, remark_cell
from dashboard.viewmodels.indicator.lines import lines_view
from dashboard.viewmodels.report.make import report as make_report
from dashboard.viewmodels.report.records import Scope
from dashboard.viewmodels.report.sheet import sheet_view
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.subject import subject
from indicators import (
    EMBEDDED,
    LANGUAGES,
    Catalogue,
    CorrectedFigure,
    Corrections,
    EarlierSignal,
    Text,
    edition_table,
    editions_holding,
    open_edition,
)
from indicators.definition import Doubt
from indicators.editions.published_with import published_with
from tests.indicators.test_corrections import CARE, correction

AREA = "14"


@pytest.fixture(scope="module")
def value(picture):
    row = picture.scorecard().row(CARE, "T", AREA)
    return row.period, row.value


@pytest.fixture(scope="module")
def corrected(picture, value):
    """The picture with one correction: of the newest figure of one region, whose right value is known."""
    period, held = value
    figures = [{"area": AREA, "period": period, "wrong": held, "right": held + 1}]
    sentences = [{"sv": f"Mening {n}.", "en": f"Sentence {n}."} for n in (1, 2, 3)]
    made = correction(indicator=CARE, figures=figures, sentences=sentences)
    return replace(picture, corrections=Corrections(corrections=(made,)))


def row_of(picture, area=AREA, lang="sv", period=""):
    return make_row(subject(picture, Question(lang=lang, period=period), CARE, area))


def test_a_row_tells_the_three_sentences_and_keeps_its_value(corrected, value):
    row = row_of(corrected)
    assert row.value == value[1]
    assert row.corrected == "Rättat 2026-12-01. Mening 1. Mening 2. Mening 3."
    assert row.revised_note.startswith("rättelse: rätt tal är ")
    assert row_of(corrected, lang="en").corrected.endswith("Sentence 1. Sentence 2. Sentence 3.")
    assert row_of(corrected, "12").corrected is None
    assert (row_of(corrected, period="2020").corrected, row_of(corrected, period="2020").revised_note) == (None, "")


def test_files_carry_the_mark_and_the_note(corrected):
    row = row_of(corrected)
    assert marks_cell(row).text == "[e]"
    assert row.revised_note in remark_cell(row).text


def test_the_lines_of_an_indicator_say_it_at_the_very_year(corrected):
    told = row_of(corrected).revised_note
    assert told in str(lines_view(corrected, Question(regions=(AREA,)), CARE))
    assert told not in str(lines_view(corrected, Question(regions=("12",)), CARE))


@pytest.mark.parametrize(
    ("path", "n"),
    [
        ("/region/14", 1),
        ("/region/12", 0),
        (f"/indikator/{CARE}", 1),
        ("/indikator/daily-smoking", 0),
        ("/dimension/service-quality", 1),
        ("/dimension/equal-care", 0),
        ("/", 1),
        ("/om", 0),
        ("/data", 0),
    ],
)
def test_it_stands_on_top_of_the_pages_that_tell_the_figure(corrected, path, n):
    told = on_page(corrected, Question(), path)
    assert len(told) == n
    assert all(item.href == "/om/rattelser#sample-2025" for item in told)


def test_a_page_of_another_sex_or_of_earlier_years_does_not_say_it(corrected):
    assert on_page(corrected, Question(sex="F"), "/region/14") == ()
    assert on_page(corrected, Question(period="2020"), "/region/14") == ()


def test_what_the_definition_doubts_is_used_by_no_page_and_marked_in_its_row(corrected, value):
    doubt = Doubt(periods=(value[0],), areas=(AREA,), reason=Text(sv="ord", en="word"))
    known = corrected.catalogue.by_id[CARE].model_copy(update={"doubts": (doubt,)})
    others = [known if item.id == CARE else item for item in corrected.catalogue.definitions]
    doubted = replace(corrected, catalogue=Catalogue(tuple(others)))
    assert on_page(doubted, Question(), "/region/14") == ()
    assert len(on_page(doubted, Question(), f"/indikator/{CARE}")) == 1
    assert row_of(doubted).corrected


def test_many_on_one_page_are_counted(corrected):
    (made,) = corrected.corrections.corrections
    many = tuple(made.model_copy(update={"id": f"a{n}"}) for n in range(5))
    told = on_page(replace(corrected, corrections=Corrections(corrections=many)), Question(lang="en"), "/region/14")
    assert len(told) == 4
    assert told[-1].text == "2 more corrections concern figures on the page."


def test_a_signal_that_used_it_says_so(corrected, picture):
    row = picture.scorecard().row(CARE, "T", AREA)
    facts = {"first": "2014", "last": "2023", "from": 60.0, "to": 49.9, "n": 10}
    used = EarlierSignal("improving", CARE, row, 1.0, "good", "none", "unstated", facts)
    assert "Mening 1. Mening 2. Mening 3." in note(Told(corrected, Question(), used, AREA))
    assert "Mening" not in note(Told(picture, Question(), used, AREA))


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_them_are_listed_with_what_was_published_and_what_is_right(picture, language):
    view = corrections_view(picture, Question(lang=language))
    assert {item.id for item in view.corrections} >= {
        "trust-in-care-2024",
        "inpatient-injuries-2020",
        "attitude-home-care-2025",
    }
    (injuries,) = [item for item in view.corrections if item.id == "inpatient-injuries-2020"]
    assert {item.wrong for item in injuries.figures} == {2021.0}
    assert {item.right_text for item in injuries.figures} == {{"sv": "inte känt", "en": "not known"}[language]}
    assert len(injuries.sentences) == 3


def test_a_draft_is_made_of_the_facts(picture):
    one = (CorrectedFigure(area="14", period="2023", wrong=49.9, right=50.1),)
    cause = Text(sv="Fel rad lästes", en="The wrong row was read")
    first, second, third = draft(picture, CARE, one, cause)
    assert all(part in first.sv for part in ("2023", "Västra Götalandsregionen", "49,9"))
    assert (second.sv, second.en) == ("Fel rad lästes.", "The wrong row was read.")
    assert "50,1" in third.sv
    assert "50.1" in third.en
    many = tuple(CorrectedFigure(area=area, period="2023", wrong=49.9) for area in ("01", "03", "04", "05"))
    first, _, third = draft(picture, CARE, many, cause)
    assert "4 områden" in first.sv
    assert third.en == "The right figure is not known."


TRUST = "trust-in-care"


@pytest.fixture(scope="module")
def earlier(picture):
    """Edition 2026-11 as a reader finds it: its changes of trust count from 2024, whose figures are wrong."""
    edition = open_edition(EMBEDDED / "2026-11")
    kept = published_with(edition)
    return replace(picture, edition=edition, catalogue=kept.catalogue, reference=kept.reference, as_published=kept)


@pytest.mark.parametrize(
    ("lang", "told", "short"),
    [
        ("sv", "Talen för förtroendet för sjukvården 2024", "rättelse: talet 2024 är fel eller kan inte stämma"),
        ("en", "The figures for trust in health care in 2024", "correction: the figure of 2024 is wrong"),
    ],
)
def test_a_row_whose_change_counts_from_a_corrected_figure_tells_it(earlier, lang, told, short):
    row = make_row(subject(earlier, Question(lang=lang), TRUST, "12"))
    assert row.change_from == "2024"
    assert told in row.corrected
    assert short in row.revised_note
    assert marks_cell(row).text == "[e]"
    before = make_row(subject(earlier, Question(lang=lang, period="2023"), TRUST, "12"))
    assert (before.corrected, before.revised_note) == (None, "")


@pytest.mark.parametrize("path", ["/", "/region/12", "/jamfor/12"])
def test_pages_whose_changes_count_from_a_corrected_figure_say_it_on_top(earlier, picture, path):
    def names(shown, **filters):
        return {item.href.partition("#")[2] for item in on_page(shown, Question(**filters), path)}

    assert {"trust-in-care-2024", "trust-in-hospitals-2024"} <= names(earlier)
    assert not {"trust-in-care-2024", "trust-in-hospitals-2024"} & (names(picture) | names(earlier, period="2023"))


def test_the_sheet_prints_the_corrections_of_its_rows(earlier):
    report = make_report(earlier, Question(), Scope("region", "12", indicators=(TRUST, "daily-smoking")))
    foot = {fact.label: fact.text for fact in sheet_view(report).foot}
    assert foot["Rättelser"].startswith("Rättat 2026-12-01. Talen för förtroendet för sjukvården 2024")
    plain = make_report(earlier, Question(), Scope("region", "12", indicators=("daily-smoking",)))
    assert "Rättelser" not in {fact.label for fact in sheet_view(plain).foot}


def test_a_signal_of_a_trend_over_a_corrected_year_says_so(earlier):
    row = earlier.scorecard().row(TRUST, "T", "12")
    facts = {"first": "2016", "last": "2025", "from": 60.0, "to": 59.9, "n": 10}
    used = EarlierSignal("improving", TRUST, row, 1.0, "good", "none", "unstated", facts)
    assert "går inte att lita på" in note(Told(earlier, Question(), used, "12"))
    short = replace(used, facts={**facts, "last": "2023"})
    assert "går inte att lita på" not in note(Told(earlier, Question(), short, "12"))


def test_the_tables_of_an_edition_name_the_corrections_of_each_row(earlier):
    assessed = edition_table(earlier, "assessed").to_pylist()
    (row,) = [item for item in assessed if (item["indicator"], item["sex"], item["area"]) == (TRUST, "T", "12")]
    assert (row["change_value"], row["previous_value"], row["corrections"]) == (-5.0, 64.9, "trust-in-care-2024")
    assert {item["corrections"] for item in assessed if item["indicator"] == "daily-smoking"} == {None}
    observed = [item for item in edition_table(earlier, "observations").to_pylist() if item["indicator"] == TRUST]
    told = {(item["area"], item["period"]): item["corrections"] for item in observed}
    assert told["12", "2024"] == "trust-in-care-2024"
    assert {period for (_, period), name in told.items() if name} == {"2024"}


def test_every_edition_that_holds_the_wrong_figures_is_named(pictures):
    library, current = pictures.library, pictures.current()
    held = {item.id: item.editions for item in corrections_view(current, Question()).corrections}
    assert held["attitude-home-care-2025"] == ("2026-11", "2026-12")
    table = edition_table(current, "corrections").to_pylist()
    assert {row["editions"] for row in table if row["correction"] == "attitude-home-care-2025"} == {"2026-11 2026-12"}
    (made,) = [item for item in current.corrections.corrections if item.id == "attitude-home-care-2025"]
    other = made.model_copy(update={"figures": tuple(f.model_copy(update={"wrong": 0.5}) for f in made.figures)})
    assert editions_holding(other, library.corrections(), current.catalogue) == ("2026-11",)
