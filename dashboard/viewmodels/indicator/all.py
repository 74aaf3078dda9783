"""Every published value of a series: regions by periods."""

from dashboard.query import Question
from dashboard.viewmodels.indicator.focus import focus, mean_note, short_name, unit_name, unsound_reasons
from dashboard.viewmodels.subject import Subject, area_name, period_text
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, TableRow, TableView, plain_table
from indicators import NATION, Comparison, Picture


def all_values(picture: Picture, question: Question, code: str) -> TableView | None:
    """Return every area's value in every period, newest first; None when no period is early enough."""
    whole = focus(picture, question, code)
    if whole is None:
        return None
    found = picture.scorecard().comparisons[whole.definition.id, whole.row.sex]
    periods = sorted({period for points in found.points.values() for period, _ in points}, reverse=True)
    codes = [code for code in (NATION, *picture.areas.region_codes) if code != NATION or found.points[NATION]]
    columns = (
        Column(whole.words("table.region")),
        *(Column(period_text(period, whole.words), "number") for period in periods),
    )
    rows = tuple(_row(whole, found, area, periods) for area in codes)
    caption = whole.words("indicator.all_caption", name=short_name(whole), unit=unit_name(whole))
    edition = whole.words("source.values", source=whole.source, edition=picture.edition.number)
    return plain_table(
        caption, columns, rows, (whole.words("indicator.all_note"), *mean_note(whole), *_doubts(whole, found), edition)
    )


def _row(whole: Subject, found: Comparison, code: str, periods: list[str]) -> TableRow:
    by_period = dict(found.points[code])
    cells = (_cell(whole, code, period, by_period.get(period)) for period in periods)
    return TableRow((area_name(whole.picture, code, whole.words), *cells), is_own=code == NATION)


def _cell(whole: Subject, code: str, period: str, value: float | None) -> str | Cell:
    if value is None:
        return NO_VALUE
    word = whole.unsound_word(code, period, value)
    return Cell(whole.number(value), note=word) if word else whole.number(value)


def _doubts(whole: Subject, found: Comparison) -> tuple[str, ...]:
    unsound = [
        (code, period, value)
        for code, points in found.points.items()
        for period, value in points
        if not whole.is_sound_at(code, period, value)
    ]
    return tuple(unsound_reasons(whole, unsound))
