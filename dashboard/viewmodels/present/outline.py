"""A presentation as slides of text and tables, for the forms that know nothing of screens: deck and PDF."""

from collections.abc import Iterator, Sequence

from dashboard.i18n import Words, words
from dashboard.viewmodels.contract import Row
from dashboard.viewmodels.exported.cells import nation_number
from dashboard.viewmodels.exported.drawn_country import drawn_map, drawn_rug
from dashboard.viewmodels.exported.slides import Deck as Outline
from dashboard.viewmodels.exported.slides import Line, SlideTable, with_unique_titles
from dashboard.viewmodels.exported.slides import Slide as OutlineSlide
from dashboard.viewmodels.present.deck import Deck, DeckSlide
from dashboard.viewmodels.tables import NO_VALUE, Cell, TableRow, TableView
from indicators import Language, with_unit

MOST_ROWS, MOST_COLUMNS = 9, 7
FIRST = 0.3
"""The share of a table's width that its first column, the names, takes."""


def outline(deck: Deck) -> Outline:
    """Return a presentation as slides, each with its question, its notes, its source and its edition."""
    say = words(deck.lang)
    editions = tuple(dict.fromkeys(slide.edition for slide in deck.slides if slide.edition))
    opening = OutlineSlide("title", deck.title, tuple(Line(text) for text in editions), "", ())
    slides = (opening, *(_slide(slide, deck, say) for slide in deck.slides))
    return Outline(
        title=deck.title,
        subject="; ".join(editions),
        author=say("product"),
        lang=deck.lang,
        published=deck.published,
        slides=with_unique_titles(slides, say),
    )


def _slide(slide: DeckSlide, deck: Deck, say: Words) -> OutlineSlide:
    if slide.map or slide.rug:
        return _drawn(slide, deck)
    table, told = _table(slide, say)
    asked = [Line(f"{deck.labels['question']}: {slide.question}")] if slide.question else []
    said = [Line(slide.missing)] if slide.missing else list(_said(slide))
    return OutlineSlide(
        kind="table" if table else "text",
        title=slide.heading,
        lines=tuple(asked) if table else (*said, *asked),
        source=" ".join(part for part in (slide.source, _edition(slide), told) if part),
        notes=_notes(slide, deck, told, slide.alt),
        table=table,
    )


def _drawn(slide: DeckSlide, deck: Deck) -> OutlineSlide:
    """A slide of the whole country: its picture, what is shown, and in the notes every region's value in words."""
    country = drawn_map(slide.map) if slide.map else None
    rug = drawn_rug(slide.rug) if slide.rug else None
    asked = f"{deck.labels['question']}: {slide.question}" if slide.question else ""
    every = " ".join(f"{land.text}." for land in country.country.lands) if country else rug.alt if rug else ""
    return OutlineSlide(
        kind="map" if country else "rug",
        title=slide.heading,
        # Under a rug there is room for one line; what it shows stands in the notes too.
        lines=tuple(Line(text) for text in ((slide.caption, asked) if country else (asked or slide.caption,)) if text),
        source=" ".join(part for part in (slide.source, _edition(slide), slide.more) if part),
        notes=_notes(slide, deck, slide.more, every),
        map=country,
        rug=rug,
    )


def _notes(slide: DeckSlide, deck: Deck, told: str, every: str) -> tuple[str, ...]:
    live = f"{deck.labels['live']}: {deck.address}{slide.href}" if slide.edition else ""
    return tuple(part for part in (slide.notes, slide.kicker, slide.caption, told, every, live) if part)


def _edition(slide: DeckSlide) -> str:
    """The edition, where the slide's line of sources does not name it: on paper nothing else does."""
    if not slide.source:
        return slide.edition
    number = slide.edition.partition(",")[0]
    return "" if number in slide.source else f"{number}."


def _said(slide: DeckSlide) -> Iterator[Line]:
    """What a slide says that has no table: facts and findings."""
    yield from (Line(f"{fact.label}: {fact.text}") for fact in slide.facts)
    yield from (
        Line(" ".join(filter(None, (item.text, item.note))), item.symbol, item.tone) for item in slide.sentences
    )


def _table(slide: DeckSlide, say: Words) -> tuple[SlideTable | None, str]:
    """A slide's table, and how many of how many rows it has where that is not all."""
    if slide.rows:
        return _of_rows(slide.rows, slide.alt, say), slide.more
    if slide.table is None:
        return None, slide.more
    every = [row for group in slide.table.groups for row in group.rows]
    kept = _kept(slide, slide.table)
    told = say("present.more_table", n=len(kept), all=len(every)) if len(kept) < len(every) else slide.more
    columns = [place for place, column in enumerate(slide.table.columns) if column.kind not in ("pair", "strip")]
    columns = columns[:MOST_COLUMNS]
    rows = tuple(tuple(_text(row.cells[place]) for place in columns) for row in kept)
    headings = tuple(slide.table.columns[place].text for place in columns)
    numbers = tuple(at for at, place in enumerate(columns) if slide.table.columns[place].kind == "number")
    return SlideTable(_widths(len(columns)), headings, rows, _alt(slide), numbers), told


def _alt(slide: DeckSlide) -> str:
    return slide.alt or f"{slide.kicker}. {slide.heading}"


def _kept(slide: DeckSlide, table: TableView) -> Sequence[TableRow]:
    """The rows of the chart's own fewer rows; without such as many as a slide holds."""
    every = [row for group in table.groups for row in group.rows]
    heads = [group.rows[0] for group in table.groups if len(table.groups) > 1 and group.rows]
    labels = (slide.figure or {}).get("layout", {}).get("yaxis", {}).get("ticktext") or ()
    names = {str(label).removeprefix("<b>").removesuffix("</b>").rstrip(" ▲▼●?△▽") for label in labels}
    first = [row for row in every[:1] if not heads]
    named = [row for row in every if any(name and name in _text(row.cells[0]) for name in names)]
    wanted = [*first, *(row for row in named if row not in first)] if named and not heads else every
    return wanted[:MOST_ROWS]


def _text(cell: str | Cell) -> str:
    if isinstance(cell, str):
        return cell or NO_VALUE
    said = f"{cell.symbol} {cell.text}" if cell.symbol else cell.text
    return f"{said} ({cell.note})" if cell.note and cell.text else said or NO_VALUE


def _widths(n: int) -> tuple[float, ...]:
    return (FIRST, *[(1 - FIRST) / (n - 1)] * (n - 1)) if n > 1 else (1.0,)


HEADINGS = ("indicator", "value", "period", "nation", "others", "trend")
WIDTHS = (0.29, 0.14, 0.11, 0.08, 0.19, 0.19)


def _of_rows(rows: Sequence[Row], alt: str, say: Words) -> SlideTable:
    headings = tuple(say(f"exported.column.{name}") for name in HEADINGS)
    return SlideTable(WIDTHS, headings, tuple(_cells(row, say.language) for row in rows), alt)


def _cells(row: Row, lang: Language) -> tuple[str, ...]:
    value = with_unit(row.value_text, row.unit, lang)
    return (
        row.name,
        value if row.value is not None else row.missing or row.value_text,
        row.period_text or NO_VALUE,
        nation_number(row, lang) or NO_VALUE,
        row.position_text or NO_VALUE,
        f"{row.trend.symbol} {row.trend.text}".strip(),
    )
