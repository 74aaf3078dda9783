"""The few findings that get a picture of their own: the first measure of each subject, of each sort the first."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.query import Question
from dashboard.viewmodels.contract import Tone
from dashboard.viewmodels.signals.brief import brief, going_well
from dashboard.viewmodels.signals.country import country_brief
from dashboard.viewmodels.signals.method import is_earlier
from dashboard.viewmodels.signals.reservations import weighed
from dashboard.viewmodels.signals.sentences import sentence
from dashboard.viewmodels.signals.subjects import theme_name
from dashboard.viewmodels.signals.told import Told
from indicators import NATION, AreaSignals, Picture, Signal, area_signals

OF_NATION = ("goals", "worsening", "improving")


@dataclass(frozen=True, slots=True)
class Head:
    """One finding with a picture: its title (value, year, nation), and what is said besides.

    `is_change` says that it tells of a change itself. The picture is the years of the area beside the nation's: the
    regions in order would be a ranking on a slide.
    """

    kind: str
    theme: str
    indicator: str
    symbol: str
    tone: Tone
    title: str
    note: str
    is_change: bool


def heads(picture: Picture, question: Question, area: str) -> tuple[Head, ...]:
    """Return the findings of an area that get a picture of their own, in the list's order, no measure twice."""
    found = area_signals(picture, area, question.as_of)
    chosen = _of_nation(found) if area == NATION else _of_region(found)
    by_measure: dict[str, Signal] = {}
    for signal in chosen:
        by_measure.setdefault(signal.indicator, signal)
    return tuple(_head(Told(picture, question, signal, "visit")) for signal in by_measure.values())


def _of_region(found: AreaSignals) -> Iterator[Signal]:
    for subject in (*found.subjects, *found.shared):
        yield from subject.members[:1]
        yield from subject.joined.members[:1] if subject.joined else ()
    yield from found.of_group("check")[:1]
    yield from going_well(found)[:1]


def _of_nation(found: AreaSignals) -> Iterator[Signal]:
    for signal in found.signals:
        if signal.group in OF_NATION and signal == found.of_group(signal.group)[0]:
            yield signal


def _head(told: Told) -> Head:
    said, signal = sentence(told), told.signal
    title, _, rest = said.text.removesuffix(".").partition(". ")
    parts = (f"{rest}." if rest else "", weighed([told], said.text, told.words))
    return Head(
        kind=signal.kind,
        theme=theme_name(told.picture, signal.theme, told.words),
        indicator=signal.indicator,
        symbol=said.symbol,
        tone=said.tone,
        title=title,
        note=" ".join(part for part in parts if part),
        is_change=signal.change is not None or signal.previous is not None,
    )


def told_of(picture: Picture, question: Question, code: str) -> tuple[str, ...]:
    """Return the measures told as what matters in a region, of any other code those of the country, in order.

    Nothing of an edition that is shown with what the earlier method chose.
    """
    if is_earlier(picture):
        return ()
    if code in picture.areas.region_codes:
        return brief(picture, question, code, "visit").told
    return country_brief(picture, question, "", "visit").told
