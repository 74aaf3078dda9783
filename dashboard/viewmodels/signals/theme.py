"""Every measure of a theme in one region, also those that do not deviate: value, nation, year and place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.query import Question, link
from dashboard.viewmodels.contract import Tone
from dashboard.viewmodels.sentences import Piece
from dashboard.viewmodels.subject import Subject, subject
from dashboard.viewmodels.verdicts import verdict
from indicators import Picture


@dataclass(frozen=True, slots=True)
class ThemeMeasure:
    """One measure of a theme as it stands in the region; `value` says that there is none where there is none.

    `place` is where the region stands among the others, with the symbol and the tone that go with it.
    """

    name: Piece
    value: str
    nation: str
    period: str
    place: str
    symbol: str
    tone: Tone


def theme_measures(picture: Picture, question: Question, theme: str, area: str) -> tuple[ThemeMeasure, ...]:
    """Return every measure of a theme, in the framework's order; what matters is of everybody, and so are they."""
    return tuple(_measures(picture, replace(question, sex="T"), theme, area)) if area else ()


def _measures(picture: Picture, question: Question, theme: str, area: str) -> Iterator[ThemeMeasure]:
    for definition in picture.catalogue.indicators:
        if definition.signals is None or definition.signals.theme != theme:
            continue
        found = subject(picture, question, definition.id, area)
        if found is not None:
            yield _measure(found, question, area)


def _measure(found: Subject, question: Question, area: str) -> ThemeMeasure:
    say, row, nation = found.words, found.row, found.comparison.nation
    place = verdict("position", row.position, found.definition, say)
    name = found.indicator.short_name.in_(question.lang)
    href = link(f"/indikator/{found.indicator.id}", question, regions=(area,))
    return ThemeMeasure(
        name=Piece(name, href, found.indicator.id),
        value=say("matters.theme_none") if row.value is None else found.text(row.value),
        nation=say("matters.no_nation")
        if nation is None
        else say("matters.beside", whose=say("matters.nation"), value=found.number(nation)),
        period=found.period(row.period or ""),
        place=place.text,
        symbol=place.symbol,
        tone=place.tone,
    )
