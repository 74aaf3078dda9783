"""One number everywhere: what the page shows, each file shows, rounded alike and with the same decimal mark."""

import random
import shutil
import subprocess
from collections import Counter
from dataclasses import replace

import pytest

from dashboard.exports.report import FORMS
from dashboard.query import Question
from dashboard.viewmodels.exported.cells import MARKS
from dashboard.viewmodels.scorecard import scorecard_view
from indicators import FRAMEWORK, format_number
from tests.dashboard.exports import reading_back as back
from tests.dashboard.exports.made import deck, report_of, workbook

SEED, STATES, ENOUGH = 5, 500, 200
PLAIN, OFFICE = ("csv", "json", "html"), ("xlsx", "pptx")
EARLIER = "2023"
SHORT = {"sv": ("saknas", "dolt"), "en": ("missing", "hidden")}


def drawn_reports(picture):
    """Reports of random views, until their rows are enough states."""
    chance, found, rows = random.Random(SEED), [], 0
    areas = ("00", *picture.areas.region_codes)
    while rows < STATES:
        asked = {"lang": chance.choice(("sv", "en")), "sex": chance.choice("TTFM")}
        asked["period"] = chance.choice(("", "", EARLIER))
        dimension = chance.choice(FRAMEWORK.dimensions).code
        made = report_of(picture, chance.choice(areas), dimension=dimension, **asked)
        if made.rows:
            found.append(made)
            rows += len(made.rows)
    return found


@pytest.fixture(scope="module")
def reports(picture):
    return drawn_reports(picture)


def on_page(picture, made):
    """The rows as the page draws them, made apart from the report."""
    question = Question(lang=made.lang, sex=made.sex, period=made.period, dimension=made.dimension)
    return scorecard_view(picture, question, made.area).rows


def shown_by(made, content):
    """What each form but the PDF shows, by series."""
    return {form: getattr(back, f"of_{form}")(content[form], made.lang, made.rows) for form in content}


def disagreements(rows, shown, lang):
    """Where a file shows another value than the page, or a value where the page has none."""
    for form, texts in shown.items():
        for row in rows:
            text = texts.get(row.series, "nothing")
            missing = SHORT[lang] if form == "pptx" else tuple(MARKS)[:2]
            if (text != row.value_text) if row.value is not None else (text not in missing):
                yield f"{form} {row.series}: {text!r}, on the page {row.value_text or row.missing!r}"


def written(made, *forms):
    return {form: b"".join(FORMS[form].write(made)) for form in forms}


def test_five_hundred_views_show_the_same_number_in_every_file(reports, picture):
    # Office files cost a hundred times a CSV: every other report is enough for them.
    found, states = [], Counter()
    for place, made in enumerate(reports):
        rows, forms = on_page(picture, made), (*PLAIN, OFFICE[place % 2])
        content = written(made, *forms)
        found += disagreements(rows, shown_by(made, content), made.lang)
        exact = back.exact_of_csv(content["csv"])
        found += [row.series for row in rows if exact[row.series] != row.value]
        states.update({form: len(rows) for form in forms})
    assert found == []
    assert min(states[form] for form in PLAIN) >= STATES
    assert min(states[form] for form in OFFICE) >= ENOUGH


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_a_sheet_shows_the_numbers_of_the_page(reports, picture, tmp_path):
    found, states = [], 0
    for place, made in enumerate(reports[::2]):
        path = tmp_path / f"{place}.pdf"
        path.write_bytes(b"".join(FORMS["pdf"].write(made)))
        text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()
        beside = back.of_pdf(text, made.rows, made.labels["column_target"])
        for row in on_page(picture, made):
            wanted = row.missing if row.value is None else f"{row.value_text} {row.unit}"
            states += 1
            if back.close(wanted) not in back.close(beside.get(row.series, "")):
                found.append(f"{made.area} {made.lang} {row.series}: {wanted!r} in {beside.get(row.series)!r}")
    assert found == []
    assert states >= ENOUGH


@pytest.fixture(scope="module")
def honest(picture):
    """A short report and its files."""
    made = report_of(picture, "14", dimension="equal-care")
    return made, written(made, *PLAIN, *OFFICE)


@pytest.mark.parametrize("form", ["csv", "json", "xlsx", "pptx", "html"])
def test_a_number_that_differs_in_one_file_is_found(form, honest):
    made, content = honest
    assert list(disagreements(made.rows, shown_by(made, content), "sv")) == []
    row = next(row for row in made.rows if row.value is not None)
    other = replace(row, value=row.value + 1, value_text=format_number(row.value + 1, 1, "sv"))
    false = content | written(with_row(made, row, other), form)
    found = list(disagreements(made.rows, shown_by(made, false), "sv"))
    assert [text.partition(" ")[0] for text in found] == [form]


def with_row(made, row, other):
    """A report with another row in the place of one."""
    sections = tuple(
        replace(
            section,
            areas=tuple(
                replace(area, rows=tuple(other if item is row else item for item in area.rows))
                for area in section.areas
            ),
        )
        for section in made.sections
    )
    return replace(made, sections=sections)


def test_a_withheld_value_is_withheld_everywhere_even_in_the_files_inside_files(picture):
    made = report_of(picture, "09", dimension="efficient-sustainable-systems")
    row = next(row for row in made.rows if row.indicator == made.signals[0].indicator)
    others = tuple(mark for mark in row.regions if mark.code != "09")
    points = tuple(
        replace(point, value=None, text="") if point.period == row.period else point for point in row.trend.points
    )
    hidden = replace(
        row, value=None, value_text="", missing="Dolt.", x=None, regions=others, trend=replace(row.trend, points=points)
    )
    spoiled = replace(with_row(made, row, hidden), withheld=((row.series, "09"),))
    content = written(spoiled, *PLAIN, *OFFICE)
    shown = shown_by(spoiled, content)
    assert {form: shown[form][row.series] for form in ("csv", "json", "xlsx", "html")} == dict.fromkeys(
        ("csv", "json", "xlsx", "html"), "[c]"
    )
    assert shown["pptx"].get(row.series, "dolt") == "dolt"
    regions = workbook(content["xlsx"])["Alla regioner"]
    (line,) = [cells for cells in regions.iter_rows(values_only=True) if cells[0] == row.name]
    assert line.count("[c]") == 1
    for slide in deck(content["pptx"]).slides:
        charts = [shape.chart for shape in slide.shapes if shape.has_chart]
        if charts and row.name in slide.shapes.title.text_frame.text:
            inside = workbook(charts[0].part.chart_workbook.xlsx_part.blob).active
            assert "Region Gotland" not in [cell.value for cell in inside["A"]]
            assert "Region Gotland" not in list(charts[0].plots[0].categories)


def test_the_numbers_of_charts_are_those_of_the_rows(picture):
    for code in ("14", "00"):
        made = report_of(picture, code)
        content = written(made, "pptx")["pptx"]
        charts = [shape.chart for slide in deck(content).slides for shape in slide.shapes if shape.has_chart]
        assert len(charts) == len(made.signals)
        for chart, signal in zip(charts, made.signals, strict=True):
            row = next(row for row in made.rows if row.indicator == signal.indicator)
            shape = chart.plots[0].data_labels.number_format if signal.picture == "regions" else ""
            if shape:
                texts = {
                    format_number(value, len(shape.partition(".")[2]), "sv")
                    for value in chart.plots[0].series[0].values
                }
                assert {mark.text for mark in row.regions} <= texts
            else:
                texts = {back.plain(point.text) for point in row.trend.points if point.value is not None}
                last = [value for value in chart.plots[0].series[0].values if value is not None][-1]
                assert any(format_number(last, d, "sv") in text for text in texts for d in (0, 1, 2))
