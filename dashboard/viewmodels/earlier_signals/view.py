"""The signals of one area as a view, and of the country."""

from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.contract import Tone
from dashboard.viewmodels.earlier_signals.targets import targets_sentence
from dashboard.viewmodels.earlier_signals.telling import tell
from dashboard.viewmodels.earlier_signals.told import place_name
from dashboard.viewmodels.sentences import Piece, Sentence, genitive
from dashboard.viewmodels.subject import area_name
from indicators import EarlierSignal, Picture, attention, country_attention


@dataclass(frozen=True, slots=True)
class SignalGroup:
    """Findings of one sort under their heading; the last may be a sentence that there are none."""

    code: str
    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class SignalItem:
    """One signal for a reader by machine.

    `weight` is in standard deviations of the regions' values; `facts` are unrounded, in the indicator's unit.
    """

    group: str
    kind: str
    indicator: str
    series: str
    area: str
    period: str | None
    weight: float
    tone: Tone
    move: str
    sure: str
    facts: dict[str, float | int | str | None]
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class SignalsView:
    """The signals of one area for a reader by machine; `of_nation` is said of the nation where the area has none."""

    area: str
    name: str
    edition: str
    language: str
    targets: str
    signals: tuple[SignalItem, ...]
    of_nation: SignalItem | None


def area_groups(picture: Picture, question: Question, area: str) -> tuple[SignalGroup, ...]:
    """Return one area's signals, on its own page: what deviates, what is promising, and what differs inside it."""
    say, found = words(question.lang), attention(picture, area, question.sex, question.as_of)
    lists = {"deviating": found.deviating, "promising": found.promising, "differences": found.differences}
    whose = genitive(place_name(picture, area, say), question.lang)
    groups = []
    for code, signals in lists.items():
        told = [tell(picture, question, signal, area) for signal in signals]
        if code == "differences" and found.fifths_of_nation is not None:
            told.append(tell(picture, question, found.fifths_of_nation, area))
        none = Sentence("→", "neutral", (Piece(say(f"signals.none_{code}", whose=whose)),))
        groups.append(SignalGroup(code, say(f"signals.{code}"), tuple(told) or (none,)))
    return tuple(groups)


def country_groups(picture: Picture, question: Question, dimension: str = "") -> tuple[SignalGroup, ...]:
    """Return the nation's signals and the regions that stand out most, of one dimension or all."""
    say, found = words(question.lang), country_attention(picture, question.as_of, dimension)
    lists = (
        ("deviating", "deviating", (*found.nation.deviating, *found.behind)),
        ("promising", "promising", (*found.nation.promising, *found.ahead)),
        ("differences", "differences_nation", found.nation.differences),
    )
    groups = []
    for code, heading, signals in lists:
        told = tuple(tell(picture, question, signal) for signal in signals)
        if not told and code != "differences":
            told = (Sentence("→", "neutral", (Piece(say(f"signals.none_{code}_nation")),)),)
        if told:
            groups.append(SignalGroup(code, say(f"signals.{heading}"), told))
    return tuple(groups)


def signals_view(picture: Picture, question: Question, area: str) -> SignalsView:
    """Return one area's signals for a reader by machine."""
    found, say = attention(picture, area, question.sex, question.as_of), words(question.lang)
    lists = {"deviating": found.deviating, "promising": found.promising, "differences": found.differences}
    items = [_item(picture, question, code, signal, area) for code, signals in lists.items() for signal in signals]
    nation = found.fifths_of_nation
    return SignalsView(
        area=area,
        name=area_name(picture, area, say),
        edition=picture.edition.number,
        language=question.lang,
        targets=targets_sentence(picture, question, area).text,
        signals=tuple(items),
        of_nation=_item(picture, question, "differences", nation, area) if nation else None,
    )


def _item(picture: Picture, question: Question, group: str, signal: EarlierSignal, area: str) -> SignalItem:
    told, row = tell(picture, question, signal, area), signal.row
    return SignalItem(
        group,
        signal.kind,
        signal.indicator,
        row.indicator,
        row.area,
        row.period,
        signal.weight,
        signal.tone,
        signal.move,
        signal.sure,
        dict(signal.facts),
        told.text,
        told.note,
    )
