"""The signals of one area as a view, and of the country."""

from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.contract import Tone
from dashboard.viewmodels.earlier_signals.found import found_in_area, found_in_country, method_line
from dashboard.viewmodels.earlier_signals.telling import tell
from dashboard.viewmodels.earlier_signals.told import place_name
from dashboard.viewmodels.sentences import Piece, Sentence, genitive
from dashboard.viewmodels.subject import area_name
from dashboard.viewmodels.targets import TargetsItem, targets_items
from indicators import EarlierSignal, Picture

METHOD = "method"


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
    """The signals of one area for a reader by machine; `of_nation` is said of the nation where the area has none.

    `targets` are the levels in force and the rights it is held against, by group.
    `method` says that an earlier edition's were chosen by the earlier method; empty for the current edition.
    """

    area: str
    name: str
    edition: str
    language: str
    targets: tuple[TargetsItem, ...]
    signals: tuple[SignalItem, ...]
    of_nation: SignalItem | None
    method: str = ""


def area_groups(picture: Picture, question: Question, area: str) -> tuple[SignalGroup, ...]:
    """Return one area's signals, on its own page: what deviates, what is promising, and what differs inside it."""
    say, found = words(question.lang), found_in_area(picture, question, area)
    groups = [*_method(picture, question)]
    if found is None:
        return tuple(groups)
    lists = {"deviating": found.deviating, "promising": found.promising, "differences": found.differences}
    whose = genitive(place_name(picture, area, say), question.lang)
    for code, signals in lists.items():
        told = [tell(picture, question, signal, area) for signal in signals]
        if code == "differences" and found.fifths_of_nation is not None:
            told.append(tell(picture, question, found.fifths_of_nation, area))
        none = Sentence("→", "neutral", (Piece(say(f"signals.none_{code}", whose=whose)),))
        groups.append(SignalGroup(code, say(f"signals.{code}"), tuple(told) or (none,)))
    return tuple(groups)


def _method(picture: Picture, question: Question) -> tuple[SignalGroup, ...]:
    """Before all others in an earlier edition: by which method the others were chosen."""
    line = method_line(picture, question)
    return (SignalGroup(METHOD, words(question.lang)("signals.earlier"), (line,)),) if line else ()


def country_groups(picture: Picture, question: Question, dimension: str = "") -> tuple[SignalGroup, ...]:
    """Return the nation's signals and the regions that stand out most, of one dimension or all."""
    say, found = words(question.lang), found_in_country(picture, question, dimension)
    groups = [*_method(picture, question)]
    if found is None:
        return tuple(groups)
    lists = (
        ("deviating", "deviating", (*found.nation.deviating, *found.behind)),
        ("promising", "promising", (*found.nation.promising, *found.ahead)),
        ("differences", "differences_nation", found.nation.differences),
    )
    for code, heading, signals in lists:
        told = tuple(tell(picture, question, signal) for signal in signals)
        if not told and code != "differences":
            told = (Sentence("→", "neutral", (Piece(say(f"signals.none_{code}_nation")),)),)
        if told:
            groups.append(SignalGroup(code, say(f"signals.{heading}"), told))
    return tuple(groups)


def signals_view(picture: Picture, question: Question, area: str) -> SignalsView:
    """Return one area's signals for a reader by machine."""
    found, say = found_in_area(picture, question, area), words(question.lang)
    line, groups = method_line(picture, question), ("deviating", "promising", "differences")
    chosen = [(code, signal) for code in groups for signal in (getattr(found, code) if found else ())]
    items = [_item(picture, question, code, signal, area) for code, signal in chosen]
    nation = found.fifths_of_nation if found else None
    return SignalsView(
        area=area,
        name=area_name(picture, area, say),
        edition=picture.edition.number,
        language=question.lang,
        targets=targets_items(picture, question, area),
        signals=tuple(items),
        of_nation=_item(picture, question, "differences", nation, area) if nation else None,
        method=line.text if line else "",
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
