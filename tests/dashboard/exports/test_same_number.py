"""One number everywhere: what the page shows, each file shows, rounded alike and with the same decimal mark."""

import json
import random
import shutil
import subprocess
from dataclasses import dataclass, replace
from types import SimpleNamespace

import pytest

from dashboard.exports.report import FORMS
from dashboard.viewmodels.exported.cells import MARKS
from indicators import FRAMEWORK, format_number
from tests.dashboard.asking import page, props
from tests.dashboard.exports import pptx_checks, xlsx_checks
from tests.dashboard.exports import reading_back as back
from tests.dashboard.exports.made import deck, report_of, workbook
from tests.tiers import at_night

# So many views, and at least so many values in them.
EACH_RUN, AT_NIGHT = (12, 60), (100, 500)
SEED = 5
PLAIN, OFFICE = ("csv", "json", "html"), ("xlsx", "pptx")
# An office file costs as much with many rows as with few: they are made of the fuller views, until they hold enough.
FULL = 12
EARLIER = "2023"
SHORT = {"sv": ("saknas", "dolt"), "en": ("missing", "hidden")}


def drawn_question(chance):
    """A random view: language, sex and year, and now and then an area of the framework or a filter."""
    dimension = chance.choice(FRAMEWORK.dimensions)
    asked = {"lang": chance.choice(("sv", "en")), "sex": chance.choice("TTFM"), "dimension": dimension.code}
    asked["period"] = chance.choice(("", "", EARLIER))
    filters = ({}, {}, {"area": chance.choice(dimension.areas).code}, {"deviating": True}, {"target": True})
    return asked | chance.choice(filters)


def drawn_reports(picture, views, values):
    """Reports of random views with anything in them, until views and values are enough."""
    chance, found, rows = random.Random(SEED), {}, 0
    areas = ("00", *picture.areas.region_codes)
    while len(found) < views or rows < values:
        area, asked = chance.choice(areas), drawn_question(chance)
        made = report_of(picture, area, **asked)
        if made.rows and (area, str(asked)) not in found:
            found[area, str(asked)] = made
            rows += len(made.rows)
    return list(found.values())


@dataclass(frozen=True)
class Drawn:
    """Views drawn at random, and how many values of them are to be read back."""

    reports: list
    values: int


@pytest.fixture(scope="module", params=[EACH_RUN, *at_night((AT_NIGHT,))], ids=lambda how_many: f"{how_many[1]} values")
def drawn(request, picture):
    views, values = request.param
    return Drawn(drawn_reports(picture, views, values), values)


def on_page(client, picture, made):
    """The rows of the live view that a file names, as the browser is given them, apart from the report."""
    path, _, search = made.path.partition("?")
    if made.area == "00":
        # The nation's page draws the regions: its own rows come in the open interface alone.
        asked = {"lang": made.lang, "sex": made.sex, "period": made.period}
        whole = client.get("/api/v1/scorecard/00", query_string=asked).get_json()["rows"]
        shown = {row.series for row in made.rows}
        return [namespace(row) for row in whole if row["series"] in shown]
    view = json.loads(props(page(client, path, f"?{search}"), "region-view")["data"])
    assert view["edition"] == made.edition
    return [namespace(row) for row in view["rows"]]


def namespace(row):
    return SimpleNamespace(**row)


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
        yield from (f"{form} {series}: not on the page" for series in texts.keys() - {row.series for row in rows})


def written(made, *forms):
    return {form: b"".join(FORMS[form].write(made)) for form in forms}


def enough(drawn):
    """The fuller views, until they hold as many values as were promised."""
    rows = 0
    for made in drawn.reports:
        if len(made.rows) >= FULL and rows < drawn.values:
            rows += len(made.rows)
            yield made
    assert rows >= drawn.values


def test_values_are_the_same_in_every_plain_file(drawn, client, picture):
    found, states = [], 0
    for made in drawn.reports:
        rows, content = on_page(client, picture, made), written(made, *PLAIN)
        found += disagreements(rows, shown_by(made, content), made.lang)
        exact = back.exact_of_csv(content["csv"])
        found += [row.series for row in rows if exact[row.series] != row.value]
        states += len(rows)
    assert found == []
    assert states >= drawn.values


def test_values_are_the_same_in_workbook_and_deck_which_everyone_can_read(drawn, client, picture):
    found = []
    for made in enough(drawn):
        content = written(made, *OFFICE)
        found += disagreements(on_page(client, picture, made), shown_by(made, content), made.lang)
        found += [*xlsx_checks.faults(content["xlsx"]), *pptx_checks.faults(content["pptx"])]
    assert found == []


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_values_are_the_same_in_a_sheets_text(drawn, client, picture, tmp_path):
    found = []
    for place, made in enumerate(enough(sheets_of(drawn, picture))):
        path = tmp_path / f"{place}.pdf"
        path.write_bytes(b"".join(FORMS["pdf"].write(made)))
        text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()
        beside = back.of_pdf(text, made.rows, made.labels["column_target"])
        for row in on_page(client, picture, made):
            wanted = row.missing if row.value is None else f"{row.value_text} {row.unit}"
            if not back.stands(wanted, beside.get(row.series, "")):
                found.append(f"{made.area} {made.lang} {row.series}: {wanted!r} in {beside.get(row.series)!r}")
    assert found == []


def sheets_of(drawn, picture):
    """The same views as sheets of their dimension, which hold every row."""
    sheets = (
        report_of(picture, made.area, made.lang, made.sections[0].code, sex=made.sex, period=made.period)
        for made in drawn.reports
    )
    return replace(drawn, reports=sheets)


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
