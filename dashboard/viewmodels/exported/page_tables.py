"""The tables of a page as files hold them: the cells of its own views, and what must be known to read them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dashboard.i18n import Words, words
from dashboard.query import DEFAULTS, IN_ADDRESS, Question, to_query
from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.exported.cells import NONE, Cell, cell_of, text_cell
from dashboard.viewmodels.exported.tables import Column, Mark, ReportTable
from dashboard.viewmodels.report.naming import slug
from dashboard.viewmodels.tables import NO_VALUE, TableGroup, TableRow, TableView
from dashboard.viewmodels.tables import Cell as Shown
from dashboard.viewmodels.tables import Column as ShownColumn
from dashboard.viewmodels.take_home import Taken
from indicators import FRAMEWORK, FormattedNumber, Picture

DRAWN = ("pair", "strip")
"""Kinds of column that hold small pictures: the numbers beside them say the same."""
GROUPS = ("section", "group")
"""The keys of the columns that hold what rows stand under."""
NARROWEST, WIDEST, NUMBER_WIDTH = 12, 60, 16


@dataclass(frozen=True, slots=True)
class PageTable:
    """One table and the notes that stand below it."""

    table: ReportTable
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageTables:
    """Every table of a page. `choices` are the view's own, `address` the same view alive, `name` the file's name."""

    lang: str
    title: str
    subtitle: str
    edition: str
    edition_text: str
    published: str
    choices: tuple[Fact, ...]
    tables: tuple[PageTable, ...]
    sources: tuple[str, ...]
    path: str
    address: str
    name: str
    labels: Mapping[str, str]


def page_tables(picture: Picture, question: Question, found: Taken, title: str, path: str, base: str) -> PageTables:
    """Return the tables of the page at a path. Without `base`, the program's own address, no link leads back."""
    say, number = words(question.lang), picture.edition.number
    published = picture.edition.manifest["published"]
    there = path + to_query(replace(question, edition=number))
    return PageTables(
        lang=question.lang,
        title=title,
        subtitle=say("take_home.subtitle"),
        edition=number,
        edition_text=say("take_home.edition", number=number, date=published),
        published=published,
        choices=tuple(_choices(picture, question, say)),
        tables=tuple(_table(name, view, say) for name, view in found.tables.items() if _has_rows(view)),
        sources=found.sources,
        path=there,
        address=base + there if base else "",
        name=file_name(path, question, number, say),
        labels={**say.part("take_home"), **say.part("report")},
    )


def file_name(path: str, question: Question, number: str, say: Words) -> str:
    """Return a file's name without its ending: the page, its choices and the edition."""
    said = [value for name, value in _chosen(question) if name not in ("lang", "edition")]
    parts = [say("report.file"), path, *said, number, question.lang if question.lang != Question().lang else ""]
    return slug("-".join(part for part in parts if part))


def _chosen(question: Question) -> Iterator[tuple[str, str]]:
    """What is chosen beside the defaults, by the names of the question's fields."""
    for name, default in DEFAULTS:
        value = getattr(question, name)
        if value != default:
            yield name, "-".join(value) if isinstance(value, tuple) else name if value is True else str(value)


def _choices(picture: Picture, question: Question, say: Words) -> Iterator[Fact]:
    """The choices that have names of their own; what else a view can be told is seen in its tables."""
    lang = say.language
    named = {item.id: item.short_name.in_(lang) for item in picture.catalogue.definitions}
    named |= {area.code: area.name for area in picture.areas.regions}
    named |= {item.code: item.name.in_(lang) for item in FRAMEWORK.dimensions}
    named |= {area.code: area.name.in_(lang) for _, area in FRAMEWORK.areas}
    named |= {sex: say(f"sex.{sex}") for sex in ("T", "F", "M")} | {year: year for year in picture.edition.years}
    for name, _ in _chosen(question):
        value = getattr(question, name)
        texts = [named.get(part) for part in (value if isinstance(value, tuple) else (value,))]
        if all(texts):
            label = say(f"parameter.{IN_ADDRESS.get(name, name)}")
            yield Fact(label[0].upper() + label[1:], ", ".join(text for text in texts if text))


def _has_rows(view: TableView) -> bool:
    return any(group.rows or group.note for group in view.groups)


def _table(name: str, view: TableView, say: Words) -> PageTable:
    kept = [place for place, column in enumerate(view.columns) if column.kind not in DRAWN]
    heads = tuple(_groups(view, say))
    rows = tuple(_rows(view, kept, heads))
    remarked = any(cells[-1].text for cells in rows)
    shown = rows if remarked else tuple(cells[:-1] for cells in rows)
    columns = [*heads, *(_column(place, view.columns[place], say) for place in kept)]
    columns += [Column("remark", say("take_home.remark"), WIDEST)] if remarked else []
    marked = any(cell.mark == NONE for cells in shown for cell in cells)
    marks = (Mark(NONE, say("take_home.missing_number")),) if marked else ()
    whole = ReportTable(name, view.caption, view.caption, tuple(_wide(columns, shown, say)), shown, marks)
    return PageTable(whole, view.notes)


def _groups(view: TableView, say: Words) -> Iterator[Column]:
    """The headings that rows stand under, as columns of their own."""
    if any(group.is_section for group in view.groups):
        yield Column("section", say("take_home.section"), NARROWEST)
    if any(group.title and not group.is_section for group in view.groups):
        yield Column("group", say("take_home.group"), NARROWEST)


def _column(place: int, column: ShownColumn, say: Words) -> Column:
    heading = column.text or say("take_home.column", n=place + 1)
    return Column(slug(heading) or f"column-{place + 1}", heading, NUMBER_WIDTH, column.kind == "number")


def _wide(columns: list[Column], rows: tuple[tuple[Cell, ...], ...], say: Words) -> Iterator[Column]:
    """The columns, as wide as what they hold asks for, and none called like another."""
    met: dict[str, int] = {}
    for place, column in enumerate(columns):
        longest = max((len(cells[place].shown) for cells in rows), default=0)
        n = met[column.key] = met.get(column.key, 0) + 1
        key, heading = (column.key, column.heading) if n == 1 else (f"{column.key}-{n}", f"{column.heading} ({n})")
        width = max(NARROWEST, min(WIDEST, longest + 2, column.width if column.is_number else WIDEST))
        yield Column(key, heading, width, column.is_number)


def _rows(view: TableView, kept: list[int], heads: tuple[Column, ...]) -> Iterator[tuple[Cell, ...]]:
    section = ""
    for group in view.groups:
        section = group.title or "" if group.is_section else section
        above = {"section": section, "group": "" if group.is_section else group.title or ""}
        before = [text_cell(above[head.key]) for head in heads]
        for row in group.rows:
            yield (*before, *_cells(view, row, kept))
        if group.note:
            yield (*before, *_told(group, len(kept)))


def _told(group: TableGroup, columns: int) -> Iterator[Cell]:
    """What stands where rows are lacking, or is said of a group, as a row of its own."""
    yield from (text_cell("") for _ in range(columns))
    yield Cell(group.note or "")


def _cells(view: TableView, row: TableRow, kept: list[int]) -> Iterator[Cell]:
    remarks = []
    for place in kept:
        column, cell = view.columns[place], row.cells[place]
        shown = cell if isinstance(cell, Shown) else Shown(cell)
        if column.kind == "number" and isinstance(shown.text, FormattedNumber):
            remarks += [f"{column.text}: {shown.note}"] if shown.note else []
            yield cell_of(shown.text)
        else:
            yield _as_text(shown)
    yield Cell("; ".join(remarks))


def _as_text(shown: Shown) -> Cell:
    text = f"{shown.symbol or ''} {shown.text}".strip()
    if text in ("", NO_VALUE) and not shown.note:
        return Cell("", mark=NONE)
    return Cell(f"{text} ({shown.note})" if shown.note else text)
