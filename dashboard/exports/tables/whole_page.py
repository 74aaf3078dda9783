"""HTML: a page's tables with their style in it and no script, for meetings without network; it prints well."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dashboard.exports._markup import add, as_html, el
from dashboard.exports._page import POLICY, STYLE
from dashboard.exports._tokens import coloured
from dashboard.viewmodels.exported.cells import Cell
from dashboard.viewmodels.exported.page_tables import GROUPS, PageTable, PageTables
from dashboard.viewmodels.exported.tables import Column

NAME, MIME, SUFFIX = "html", "text/html; charset=utf-8", ".html"
NUMBERS = ".number { text-align: end; white-space: nowrap; } tbody th { min-width: 8rem; } td { vertical-align: top; }"


def write(view: PageTables) -> Iterator[bytes]:
    """Yield the page: what it is, the tables in order, the sources."""
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", **{"http-equiv": "Content-Security-Policy"}, content=POLICY),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{view.title} – {view.edition_text}"),
        el("style", coloured(STYLE.read_text(encoding="utf-8")) + NUMBERS),
    )
    yield as_html(el("html", head, el("body", _main(view)), lang=view.lang))


def _main(view: PageTables) -> Element:
    main = el("main", el("h1", view.title), el("p", f"{view.subtitle}. {view.edition_text}", class_="lead"))
    add(main, el("ul", *(el("li", f"{fact.label}: {fact.text}") for fact in view.choices), class_="facts"))
    add(main, *(element for part in view.tables for element in _table(part)))
    add(main, None if view.tables else el("p", view.labels["empty"]))
    foot = el("footer")
    if view.sources:
        add(foot, el("h2", view.labels["sources"]), *(el("p", text) for text in view.sources))
    if view.address:
        add(foot, el("p", f"{view.labels['live']}: ", el("a", view.address, href=view.address)))
    return add(main, foot)


def _table(part: PageTable) -> Iterator[Element]:
    table = part.table
    heads = el("tr", *(el("th", column.heading, scope="col", class_=_class(column)) for column in table.columns))
    # The first column that is no heading of a group says what its row is about.
    named = next(place for place, column in enumerate(table.columns) if column.key not in GROUPS)
    rows = (el("tr", *_cells(table.columns, cells, named)) for cells in table.rows)
    made = el("table", el("caption", table.title), el("thead", heads), el("tbody", *rows))
    yield el("div", made, class_="table")
    yield from (el("p", f"{mark.sign} {mark.text}", class_="small") for mark in table.marks)
    yield from (el("p", text, class_="small") for text in part.notes)


def _class(column: Column) -> str | None:
    return "number" if column.is_number else None


def _cells(columns: tuple[Column, ...], cells: tuple[Cell, ...], named: int) -> Iterator[Element]:
    for place, (column, cell) in enumerate(zip(columns, cells, strict=True)):
        if place == named:
            yield el("th", cell.shown, scope="row")
        else:
            yield el("td", cell.shown, class_=_class(column))
