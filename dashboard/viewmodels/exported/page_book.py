"""What the workbook of a page's tables holds: the cover, and a sheet for each table."""

from collections.abc import Iterator

from dashboard.i18n import Words, words
from dashboard.viewmodels.exported.page_tables import PageTable, PageTables
from dashboard.viewmodels.exported.workbook import LONGEST_NAME, NOT_IN_NAMES, Book, BookSheet, CoverLine
from indicators import Language


def page_book(view: PageTables) -> Book:
    """Return the workbook of a page's tables."""
    lang: Language = "en" if view.lang == "en" else "sv"
    say = words(lang)
    return Book(
        title=view.title,
        subject=view.edition_text,
        author=view.labels["product"],
        lang=view.lang,
        published=view.published,
        cover_name=say("exported.cover"),
        cover=tuple(_cover(view, say)),
        sheets=tuple(_sheet(place, part, view, say) for place, part in enumerate(view.tables, 1)),
    )


def _sheet(place: int, part: PageTable, view: PageTables, say: Words) -> BookSheet:
    told = (*(f"{mark.sign} {mark.text}" for mark in part.table.marks), *part.notes)
    row = len(told) + 3
    lines = (say.count("exported.one_table", len(part.table.rows), edition=view.edition, row=row), *told)
    return BookSheet(_name(place, part.table.title), lines, part.table)


def _name(place: int, title: str) -> str:
    """The name of a sheet: its number, by which no two are alike, and whole words of the title."""
    name = f"{place} " + "".join(" " if letter in NOT_IN_NAMES else letter for letter in title)
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME + 1].rpartition(" ")[0].rstrip(" ,:(")


def _cover(view: PageTables, say: Words) -> Iterator[CoverLine]:
    yield from (CoverLine(view.subtitle), CoverLine(view.edition_text))
    yield from (CoverLine(f"{fact.label}: {fact.text}") for fact in view.choices)
    if not view.tables:
        yield CoverLine(view.labels["empty"])
    if view.sources:
        yield CoverLine(view.labels["sources"], is_heading=True)
        yield from (CoverLine(text) for text in view.sources)
    yield CoverLine(say("exported.no_formulas"))
    if view.address:
        yield CoverLine(f"{view.labels['live']}: {view.address}")
