"""Reports as one HTML page that needs nothing else: its style, tables and pictures are in it, and no script."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import Element

from dashboard.exports._drawings import dot_range, key_mark, marks_style, trend_line
from dashboard.exports._markup import add, as_html, el
from dashboard.exports._tokens import coloured
from dashboard.viewmodels.contract import Fact, Row
from dashboard.viewmodels.exported.cells import Cell, marks_cell, value_cell
from dashboard.viewmodels.report.records import Report, ReportArea, ReportSection

STYLE = Path(__file__).parent / "_page.css"
DOTS = 240
COLUMNS = ("indicator", "value", "trend", "spread", "position", "target")
# Whatever a page could be made to fetch or run is refused by the page itself.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@cache
def _style() -> str:
    return coloured(STYLE.read_text(encoding="utf-8")) + marks_style()


def page(reports: Sequence[Report]) -> bytes:
    """Return reports of one edition and language as a page, one after the other."""
    first = reports[0]
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", **{"http-equiv": "Content-Security-Policy"}, content=POLICY),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{first.title} – {first.labels['product']} {first.edition}"),
        el("style", _style()),
    )
    return as_html(el("html", head, el("body", *map(_report, reports)), lang=first.lang))


def _report(report: Report) -> Element:
    labels = report.labels
    published = f"{labels['edition']} {report.edition} · {labels['published']} {report.published}"
    main = el("main", el("h1", report.title), el("p", f"{report.subtitle}. {published}", class_="lead"))
    add(main, _facts((*report.filters, *report.facts)))
    if report.matters.sentences:
        add(main, el("h2", labels["brief"]), *_findings(report))
    add(main, el("p", report.empty) if report.empty else _links(report))
    add(main, *(part for section in report.sections if section.areas for part in _section(section, report)))
    return add(main, _foot(report))


def _findings(report: Report) -> Iterator[Element | None]:
    """What matters, under the headings of its groups, with whose the weights are and how sure it is."""
    yield _small(report.matters.preliminary)
    for heading, found in groupby(report.matters.sentences, lambda item: item.group):
        yield el("h3", heading) if heading else None
        told = (el("li", f"{item.symbol} {item.text}", _small(item.note)) for item in found)
        yield el("ul", *told, class_="findings")
    yield _small(report.matters.uncertainty)


def _facts(facts: Sequence[Fact]) -> Element:
    return el("ul", *(el("li", f"{fact.label}: {fact.text}") for fact in facts), class_="facts")


def _links(report: Report) -> Element:
    links = (el("li", el("a", item.name, href=f"#{_place(item, report)}")) for item in report.sections if item.areas)
    return el("nav", el("ul", *links), **{"aria-label": report.title})


def _place(section: ReportSection, report: Report) -> str:
    return f"{section.code}-{report.area}"


def _section(section: ReportSection, report: Report) -> Iterator[Element]:
    yield el("h2", section.name, id=_place(section, report))
    heads = el("tr", *(el("th", report.labels[f"column_{name}"], scope="col") for name in COLUMNS))
    caption = el("caption", f"{report.area_name}: {section.name}, {section.count_text}")
    groups = (_area(area, report) for area in section.areas)
    yield el("div", el("table", caption, el("thead", heads), *groups), class_="table")


def _area(area: ReportArea, report: Report) -> Element:
    head = el("tr", el("th", area.name, scope="rowgroup", colspan=len(COLUMNS)), class_="area")
    told = [el("tr", el("td", text, colspan=len(COLUMNS))) for text in (area.gap, area.note) if text]
    return el("tbody", head, *(_row(row, report) for row in area.rows), *told)


def _row(row: Row, report: Report) -> Element:
    return el(
        "tr",
        el("th", row.name, _small(f"{row.unit}, {row.period_text}" if row.period_text else row.unit), scope="row"),
        _value(row, value_cell(row, report)),
        el("td", trend_line(row), _small(_said(row.trend.symbol, row.trend.text))),
        el("td", dot_range(row, report.area, DOTS), _ends(row)),
        el("td", _said(row.position_symbol, row.position_text), class_="verdict"),
        el("td", _said(row.target.symbol, row.target.text), _small(row.target.label), class_="verdict"),
    )


def _value(row: Row, cell: Cell) -> Element:
    marks = marks_cell(row).text
    shown = el("span", f"{cell.shown} {marks}".strip(), class_="value")
    remarks = (row.missing, row.nation_text, row.change_text, row.doubtful, row.revised_note, row.caution)
    return el("td", shown, *(_small(text) for text in remarks if text))


def _ends(row: Row) -> Element:
    return el("span", el("span", row.axis.left_text), el("span", row.axis.right_text), class_="ends")


def _small(text: str) -> Element | None:
    return el("span", text, class_="small") if text else None


def _said(symbol: str, text: str) -> str:
    return f"{symbol} {text}".strip()


def _sample(mark: str) -> Element:
    return el("svg", key_mark(mark), viewBox="-14 -14 28 28", width=28, height=28, **{"aria-hidden": "true"})


def _foot(report: Report) -> Element:
    labels = report.labels
    key = (el("li", _sample(item.mark), el("span", item.text)) for item in report.legend)
    foot = el("footer", el("h2", labels["legend"]), el("ul", *key, class_="key"))
    add(foot, *(el("p", text) for text in report.notes))
    add(foot, el("h2", labels["sources"]), *(el("p", text) for text in report.sources.raw))
    add(foot, el("h2", labels["derived"]), *(el("p", text) for text in report.sources.derived))
    if report.address:
        add(foot, el("p", f"{labels['live']}: ", el("a", report.address, href=report.address)))
    return foot
