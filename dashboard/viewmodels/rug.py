"""The rug: every region's position in every indicator, by dimension and area."""

from collections.abc import Iterator

from dashboard.i18n import words
from dashboard.query import Question, link
from dashboard.viewmodels.contract_country import RugArea, RugColumn, RugRow, RugSection, RugView
from dashboard.viewmodels.subject import period_text
from dashboard.viewmodels.verdicts import position_states
from indicators import FRAMEWORK, UNITS, Area, AssessedRow, Definition, Dimension, Picture, format_number

# From north to south by the seat of the region's administration.
NORTH_TO_SOUTH = (
    "25", "24", "23", "22", "21", "20", "03", "19", "17", "18", "01", "04", "05", "14", "06", "09", "08", "07", "13",
    "10", "12",
)  # fmt: skip


def rug_view(picture: Picture, question: Question) -> RugView:
    """Return the rug of all dimensions, or of the one the question names."""
    say = words(question.lang)
    columns = _columns(picture, question)
    period = say("filters.period_until", year=question.period) if question.period else say("filters.period_newest")
    return RugView(
        edition=picture.edition.number,
        lang=question.lang,
        caption=say("overview.rug_caption", period=period, edition=picture.edition.number),
        columns=tuple(_column(area, question) for area in columns),
        sections=tuple(_sections(picture, question, [area.code for area in columns])),
        states=position_states(say),
        labels=say.part("drawing"),
        source_line=say("source.rug", edition=picture.edition.number),
    )


def _columns(picture: Picture, question: Question) -> tuple[Area, ...]:
    if question.order == "official":
        return picture.areas.regions
    return tuple(picture.areas.by_code[code] for code in NORTH_TO_SOUTH)


def _column(area: Area, question: Question) -> RugColumn:
    return RugColumn(area.code, area.name, area.short_name, link(f"/region/{area.code}", question))


def _sections(picture: Picture, question: Question, codes: list[str]) -> Iterator[RugSection]:
    for dimension in FRAMEWORK.dimensions:
        if question.dimension in ("", dimension.code):
            areas = tuple(_areas(picture, question, dimension, codes))
            name = dimension.name.in_(question.lang)
            yield RugSection(dimension.code, name, link(f"/dimension/{dimension.code}", question), areas)


def _areas(picture: Picture, question: Question, dimension: Dimension, codes: list[str]) -> Iterator[RugArea]:
    for area in dimension.areas:
        found = picture.catalogue.in_area(dimension.code, area.code)
        rows = tuple(row for definition in found if (row := _row(picture, question, definition, codes)))
        gap = area.gap.in_(question.lang) if area.gap and not found else None
        yield RugArea(area.code, area.name.in_(question.lang), gap, rows)


def _row(picture: Picture, question: Question, indicator: Definition, codes: list[str]) -> RugRow | None:
    scorecard = picture.scorecard(question.as_of)
    candidates = tuple(item.id for item in picture.catalogue.series_of(indicator.id))
    series = scorecard.headline_series(candidates, "T")
    if series is None:
        return None
    definition, say = picture.catalogue.by_id[series], words(question.lang)
    cells = tuple(_cell(scorecard.row(series, "T", code), definition, question) for code in codes)
    headline = scorecard.comparisons[series, "T"].headline or ""
    return RugRow(
        indicator.id,
        indicator.short_name.in_(question.lang),
        link(f"/indikator/{indicator.id}", question),
        UNITS[definition.unit].suffix.in_(question.lang),
        period_text(headline, say),
        cells,
    )


def _cell(row: AssessedRow | None, definition: Definition, question: Question) -> tuple[str, str]:
    if row is None or row.value is None:
        return "missing", ""
    return row.position.verdict, format_number(row.value, definition.decimals, question.lang)
