"""The region page's rows, by dimension and framework area, after its filters."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.contract import LegendItem, Row, ScorecardView, Section, SectionArea
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.subject import area_name, subject
from indicators import FRAMEWORK, Definition, Dimension, Language, Picture

# About 45 MB: some 35 regions' worth, so that another filter of a view at hand makes no row anew.
KEPT_ROWS = 4096
LEGEND = ("region", "regions", "middle", "nation", "target", "target-dashed", "international", "inside")


def scorecard_view(
    picture: Picture, question: Question, area: str, only: frozenset[str] = frozenset()
) -> ScorecardView:
    """Return what the region page shows of one area for one question, or of `only` some indicators."""
    say = words(question.lang)
    rows: list[Row] = []
    sections = tuple(_sections(picture, question, area, rows, only))
    place = area_name(picture, area, say)
    return ScorecardView(
        edition=picture.edition.number,
        area=area,
        area_name=place,
        lang=question.lang,
        sex=question.sex,
        period=question.period,
        caption=say("scorecard.caption", area=place, edition=picture.edition.number),
        sections=sections,
        rows=tuple(rows),
        region_names={item.code: item.name for item in picture.areas.regions},
        legend=tuple(LegendItem(mark, say(f"legend.{mark}")) for mark in LEGEND),
        labels=_labels(question.lang),
        empty=None if rows else _empty(question, say),
        source_line=say("source.scorecard", edition=picture.edition.number),
    )


@cache
def _labels(language: Language) -> dict[str, str]:
    """Looking for them among all words takes longer than a view of rows that are at hand."""
    return words(language).part("drawing")


def _sections(
    picture: Picture, question: Question, area: str, rows: list[Row], only: frozenset[str]
) -> Iterator[Section]:
    say = words(question.lang)
    for dimension in FRAMEWORK.dimensions:
        if question.dimension not in ("", dimension.code):
            continue
        areas = tuple(_areas(picture, question, area, dimension, rows, only))
        count = sum(len(item.rows) for item in areas)
        if count or not _filtered(question):
            href = link(f"/dimension/{dimension.code}", question)
            name = dimension.name.in_(question.lang)
            yield Section(dimension.code, name, href, say.count("count.indicators", count), areas)


def _areas(
    picture: Picture, question: Question, area: str, dimension: Dimension, rows: list[Row], only: frozenset[str]
) -> Iterator[SectionArea]:
    for item in dimension.areas:
        if question.area not in ("", item.code):
            continue
        asked = [d for d in picture.catalogue.in_area(dimension.code, item.code) if not only or d.id in only]
        found, unpublished = _rows(picture, question, area, asked)
        kept = [row for row in found if keeps(row, question)]
        places = tuple(range(len(rows), len(rows) + len(kept)))
        rows.extend(kept)
        # Who asks for what deviates or has a target does not ask what is unpublished.
        told = unpublished if not _narrowed(question) else []
        note = words(question.lang)("scorecard.unpublished", names="; ".join(told)) if told else None
        gap = item.gap.in_(question.lang) if item.gap and not found and not unpublished else None
        if kept or told or not _filtered(question):
            yield SectionArea(item.code, item.name.in_(question.lang), places, gap, note)


def _rows(
    picture: Picture, question: Question, area: str, definitions: Sequence[Definition]
) -> tuple[list[Row], list[str]]:
    asked = Question(lang=question.lang, sex=question.sex, period=question.period)
    found: list[Row] = []
    unpublished: list[str] = []
    for definition in definitions:
        row = _row(picture, asked, definition.id, area)
        if row is not None:
            found.append(row)
        elif definition.only_sex is None:
            unpublished.append(definition.short_name.in_(question.lang))
    return found, unpublished


@lru_cache(maxsize=KEPT_ROWS)
def _row(picture: Picture, asked: Question, indicator: str, area: str) -> Row | None:
    """The row of an indicator, whatever filters it then passes; None when the sex is not published."""
    known = subject(picture, asked, indicator, area)
    return None if known is None else make_row(known)


def published(picture: Picture, question: Question, area: str) -> int:
    """Return how many rows an area has without any filter but the sex."""
    definitions = picture.catalogue.indicators
    return sum(subject(picture, question, definition.id, area) is not None for definition in definitions)


def keeps(row: Row, question: Question) -> bool:
    """Return whether a row passes the filters «only deviating» and «only with target»."""
    if question.target and row.target.value is None:
        return False
    return not question.deviating or deviates(row)


def deviates(row: Row) -> bool:
    """Return whether a row calls for attention: worst quarter, worsening, or a target in force missed."""
    missed = row.target.verdict == "not-met" and row.target.status == "current"
    return row.position == "worst-quarter" or row.trend.verdict == "worsening" or missed


def _narrowed(question: Question) -> bool:
    return question.deviating or question.target


def _filtered(question: Question) -> bool:
    return _narrowed(question) or bool(question.area) or question.sex != "T"


def _empty(question: Question, say: Words) -> str:
    """Why there are no rows: the framework's own gap, the sex, or the filters."""
    gap = next((area.gap for _, area in FRAMEWORK.areas if area.code == question.area and area.gap), None)
    if gap is not None:
        return gap.in_(question.lang)
    return say("scorecard.empty.sex" if question.sex != "T" and not _narrowed(question) else "scorecard.empty.filter")
