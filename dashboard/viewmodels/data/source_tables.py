"""What is told of one publisher in lists: its series, known faults and breaks, and what was refused or not asked."""

from collections.abc import Iterator, Sequence

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.cards import CardPart
from dashboard.viewmodels.subject import area_name, period_text
from dashboard.viewmodels.tables import Cell, Column, TableRow, plain_table
from indicators import CAVEATS, Definition, Doubt, Picture, SourceRefusal, cuts_of
from intake import NotAsked

SHOWN_SERIES = 8


def series_part(definitions: Sequence[Definition], picture: Picture, question: Question) -> CardPart | None:
    """Return the publisher's series: the indicator, the publisher's key, the levels and the sexes."""
    say = words(question.lang)
    rows = tuple(_series_row(item, picture, question) for item in definitions)
    columns = _columns(say, "indicator", "key", "levels", "sexes")
    return _part("series", rows, columns, say)


def _series_row(item: Definition, picture: Picture, question: Question) -> TableRow:
    say, key = words(question.lang), item.series[0]
    levels = ", ".join(say(f"indicator.level_{level}") for level in key.levels)
    sexes = ", ".join(say(f"sex.{sex}").lower() for sex in key.sexes)
    return TableRow((_named(item, picture, question), key.key, levels, sexes))


def _named(item: Definition, picture: Picture, question: Question) -> Cell:
    name = item.short_name.in_(question.lang)
    if item.is_context:
        return Cell(name)
    return Cell(name, href=link(f"/indikator/{picture.catalogue.main_id(item.id)}", question))


def faults_part(definitions: Sequence[Definition], picture: Picture, question: Question) -> CardPart | None:
    """Return what is known to be weak in the publisher's series: breaks, doubtful values and caveats."""
    say = words(question.lang)
    rows = tuple(
        TableRow((_named(item, picture, question), say(f"data.weak.{kind}"), text))
        for item in definitions
        for kind, text in _weak(item, picture, say)
    )
    return _part("faults", rows, _columns(say, "indicator", "kind", "what"), say)


def _weak(item: Definition, picture: Picture, say: Words) -> Iterator[tuple[str, str]]:
    lang = say.language
    for one in cuts_of(item):
        yield "break", f"{period_text(one.period, say)}: {one.reason.in_(lang)}"
    for doubt in item.doubts:
        yield "doubt", f"{_where(doubt, picture, say)}: {doubt.reason.in_(lang)}"
    for code in item.caveats:
        yield "caveat", CAVEATS[code].in_(lang)


def _where(doubt: Doubt, picture: Picture, say: Words) -> str:
    areas = ", ".join(area_name(picture, code, say) for code in doubt.areas) or say("indicator.all_areas")
    periods = ", ".join(period_text(text, say) for text in doubt.periods) or say("indicator.all_periods")
    return f"{areas}, {periods}"


def refused_part(refused: Sequence[SourceRefusal], question: Question) -> CardPart | None:
    """Return what the last reading refused, and why."""
    say = words(question.lang)
    rows = tuple(TableRow((_some(item.series), _refusal(item.code, say), item.address)) for item in refused)
    return _part("refused", rows, _columns(say, "series", "reason", "address"), say)


def _some(series: Sequence[str]) -> str:
    more = len(series) - SHOWN_SERIES
    return ", ".join(series[:SHOWN_SERIES]) + (f" +{more}" if more > 0 else "")


def _refusal(code: str, say: Words) -> str:
    key = f"data.refused.{code}"
    return say(key) if key in say.table else say("data.refused.refused")


def not_asked_part(items: Sequence[NotAsked], picture: Picture, question: Question) -> CardPart | None:
    """Return the series that nobody asks for, and what is not established."""
    say = words(question.lang)
    rows = tuple(
        TableRow((_named(found, picture, question), item.key, _sentence(item.reason.in_(question.lang))))
        for item in items
        if (found := picture.catalogue.by_id.get(item.indicator))
    )
    return _part("not_asked", rows, _columns(say, "indicator", "key", "reason"), say)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _columns(say: Words, *names: str) -> tuple[Column, ...]:
    return tuple(Column(say(f"data.column.{name}")) for name in names)


def _part(name: str, rows: tuple[TableRow, ...], columns: tuple[Column, ...], say: Words) -> CardPart | None:
    if not rows:
        return None
    summary = say(f"data.part.{name}", n=len(rows))
    return CardPart(name, summary, plain_table(summary, columns, rows))
