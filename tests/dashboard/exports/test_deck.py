"""Decks: readable by everyone, native and editable, the findings as titles, the same bytes each time."""

import io

import pytest
from pptx import Presentation
from pptx.util import Pt

from dashboard.exports._slides import write_deck
from dashboard.viewmodels.exported.deck import MOST_ROWS
from dashboard.viewmodels.exported.deck import deck as deck_of
from dashboard.viewmodels.exported.slides import Deck, Line, Slide
from tests.dashboard.exports.made import deck, report_of, workbook, written
from tests.dashboard.exports.office import IMPRESS, needs, saved_as
from tests.dashboard.exports.pptx_checks import contrast, faults

GOTLAND, VASTRA_GOTALAND, NATION = "09", "14", "00"
PARTS = {"title": 1, "table": 4}


@pytest.fixture(scope="module")
def gotland(picture):
    return report_of(picture, GOTLAND)


@pytest.mark.parametrize(("area", "lang"), [(GOTLAND, "sv"), (VASTRA_GOTALAND, "en"), (NATION, "en")])
def test_everyone_can_read_it(area, lang, picture):
    assert faults(written("pptx", report_of(picture, area, lang))) == []


def test_a_deck_of_one_dimension_splits_its_table(picture):
    made = report_of(picture, VASTRA_GOTALAND, dimension="service-quality")
    content = written("pptx", made)
    assert faults(content) == []
    tables = [shape.table for slide in deck(content).slides for shape in slide.shapes if shape.has_table]
    assert sum(len(table.rows) - 1 for table in tables) == len(made.rows) > 2 * MOST_ROWS


def test_the_same_report_gives_the_same_bytes(gotland):
    assert write_deck(deck_of(gotland)) == write_deck(deck_of(gotland))


def test_it_holds_title_findings_dimensions_signals_and_sources(gotland):
    kinds = [slide.kind for slide in deck_of(gotland).slides]
    assert {kind: kinds.count(kind) for kind in PARTS} == PARTS
    assert kinds.count("chart") == len(gotland.signals) >= 3
    titles = [slide.shapes.title.text_frame.text for slide in deck(written("pptx", gotland)).slides]
    assert [signal.title for signal in gotland.signals if signal.title not in titles] == []


def test_the_numbers_of_a_chart_stand_in_its_own_workbook(gotland):
    made = deck(written("pptx", gotland))
    charts = [shape.chart for slide in made.slides for shape in slide.shapes if shape.has_chart]
    for chart in charts:
        sheet = workbook(chart.part.chart_workbook.xlsx_part.blob).active
        names = [cell.value for cell in sheet["A"][1:]]
        assert names == list(chart.plots[0].categories)
        for column, series in enumerate(chart.plots[0].series, 1):
            assert [row[column].value for row in sheet.iter_rows(min_row=2)] == list(series.values)


def test_notes_define_what_is_shown_and_say_where_it_comes_from(gotland):
    for slide in deck(written("pptx", gotland)).slides:
        notes = slide.notes_slide.notes_text_frame.text
        for shape in slide.shapes:
            if shape.has_table:
                names = [row.cells[0].text_frame.text.rpartition(",")[0] for row in shape.table.rows][1:]
                rows = [row for row in gotland.rows if row.name in names]
                assert [row.name for row in rows if row.full_name not in notes or row.source not in notes] == []


def sample(**changes):
    slide = Slide("text", "En rubrik", (Line("=1+1 <b>&amp;", "▲", "good"),), "Källa", ("Not",))
    return Deck(
        **{
            "title": "T",
            "subject": "S",
            "author": "A",
            "lang": "sv",
            "published": "2026-11-21",
            "slides": (slide,),
            **changes,
        }
    )


def test_text_is_text():
    made = deck(write_deck(sample()))
    assert "▲\t=1+1 <b>&amp;" in made.slides[0].placeholders[1].text_frame.text


def spoiled(change):
    made, content = Presentation(io.BytesIO(write_deck(sample()))), io.BytesIO()
    change(made.slides[0])
    made.save(content)
    return faults(content.getvalue())


def _small(slide):
    slide.placeholders[1].text_frame.paragraphs[0].runs[0].font.size = Pt(12)


def _speechless(slide):
    slide.placeholders[1].text_frame.paragraphs[0].runs[0].font._element.attrib.pop("lang")


def _undescribed(slide):
    slide.shapes.add_table(1, 1, 0, 0, 100, 100)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_small, "▲"),
        (_speechless, "no language"),
        (_undescribed, "described as"),
        (lambda slide: slide.shapes.add_textbox(-5, 0, 10, 10), "outside"),
        (lambda slide: setattr(slide.notes_slide.notes_text_frame, "text", " "), "no notes"),
        (lambda slide: setattr(slide.shapes.title.text_frame, "text", ""), "titles"),
    ],
)
def test_a_planted_fault_is_found(change, told):
    assert faults(write_deck(sample())) == []
    assert any(told in found for found in spoiled(change))


def test_contrast_is_that_of_the_guidelines():
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.nightly
def test_libreoffice_opens_it_and_reads_the_same_tables(gotland, tmp_path):
    needs(IMPRESS)
    path = tmp_path / "deck.pptx"
    path.write_bytes(written("pptx", gotland))
    again = saved_as(path, "pptx:Impress MS PowerPoint 2007 XML", tmp_path)
    ours, theirs = deck(path.read_bytes()), deck(again.read_bytes())
    assert len(theirs.slides) == len(ours.slides)
    for one, other in zip(ours.slides, theirs.slides, strict=True):
        assert tables(one) == tables(other)


def tables(slide):
    found = [shape.table for shape in slide.shapes if shape.has_table]
    return [[[cell.text_frame.text for cell in row.cells] for row in table.rows] for table in found]
