"""Differences inside an area in sentences: women and men, its municipalities, and by economic standard."""

from collections.abc import Callable, Sequence

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.sentences import Piece, Sentence, listed, unbroken
from dashboard.viewmodels.signals.groups import Finding, FindingGroup
from dashboard.viewmodels.subject import span_text
from indicators import (
    NATION,
    Definition,
    Difference,
    FifthsInside,
    LastingSpread,
    Picture,
    SexDifference,
    as_shown,
    difference_text,
    differences_inside,
    value_text,
)

MOST_NAMED = 2
MOST_INSIDE = 4
"""Differences that are told, of different measures; the page of equality holds more."""


def inside_group(picture: Picture, question: Question, area: str) -> FindingGroup | None:
    """Return the differences inside an area; None where none may be told, and of earlier years, which keep none."""
    found = told_inside(picture, question, area)
    if not found:
        return None
    heading = words(question.lang)(f"matters.inside_{'nation' if area == NATION else 'region'}")
    return FindingGroup("inside", heading, tuple(_finding(picture, question, item) for item in found))


def told_inside(picture: Picture, question: Question, area: str) -> Sequence[Difference]:
    """Return the differences that are told, the heaviest first, one of each measure."""
    if question.as_of:
        return ()
    first: dict[str, Difference] = {}
    for item in differences_inside(picture, area):
        first.setdefault(item.indicator, item)
    return list(first.values())[:MOST_INSIDE]


def _finding(picture: Picture, question: Question, item: Difference) -> Finding:
    name = picture.catalogue.by_id[item.indicator].short_name.in_(question.lang)
    href = link(f"/indikator/{item.indicator}", question, regions=() if item.area == NATION else (item.area,))
    told = (Piece(name, href), Piece(f": {difference_said(picture, question, item)}"))
    return Finding(item.kind, item.indicator, Sentence("◆", "neutral", told))


def difference_said(picture: Picture, question: Question, item: Difference) -> str:
    """Return what is said of a difference after the measure's name: how much, which year, and against what."""
    say, definition = words(question.lang), picture.catalogue.by_id[item.series]
    period = span_text(item.period, definition, say)
    match item.facts:
        case SexDifference() as facts:
            said = _sexes(facts, definition, say, period)
        case LastingSpread() as facts:
            names = {code: picture.areas.by_code[code].short_name for code, _ in facts.apart}
            said = _municipalities(facts, names, _valued(definition, say), say, period)
        case FifthsInside() as facts:
            key = "more" if facts.inside > 0 else "less"
            gap = difference_text(abs(facts.inside), definition, say.language)
            said = say(f"matters.inside_fifths_{key}", gap=gap, period=period)
    return unbroken(said)


def _valued(definition: Definition, say: Words) -> Callable[[float], str]:
    return lambda value: value_text(value, definition, say.language)


def _sexes(facts: SexDifference, definition: Definition, say: Words, period: str) -> str:
    ends = {"women": value_text(facts.women, definition, say.language)}
    ends |= {"men": value_text(facts.men, definition, say.language)}
    is_same_way = facts.difference * facts.nation >= 0
    # As a reader subtracts the two values that stand there.
    own = float(as_shown(facts.women, definition.decimals) - as_shown(facts.men, definition.decimals))
    both = [abs(gap) if is_same_way else gap for gap in (own, facts.nation)]
    gaps = [difference_text(gap, definition, say.language, signed=not is_same_way) for gap in both]
    whose = say("matters.nation_middle" if facts.nation_is_middle else "matters.nation")
    return say("matters.inside_sexes", **ends, period=period, gap=gaps[0], whose=whose, nation=gaps[1])


def _municipalities(
    facts: LastingSpread, names: dict[str, str], valued: Callable[[float], str], say: Words, period: str
) -> str:
    mean = valued(facts.mean)
    if not facts.apart:
        return say("matters.inside_municipalities", period=period, mean=mean)
    (low, least), (high, most) = facts.apart[0], facts.apart[-1]
    if low == high:
        return say("matters.inside_one", period=period, name=names[low], value=valued(least), mean=mean)
    if (least - facts.mean) * (most - facts.mean) > 0:
        return _one_side(facts, names, valued, say, period)
    ends = {"low": valued(least), "low_name": names[low], "high": valued(most), "high_name": names[high]}
    return say("matters.inside_ends", period=period, mean=mean, **ends)


def _one_side(
    facts: LastingSpread, names: dict[str, str], valued: Callable[[float], str], say: Words, period: str
) -> str:
    """Those apart lie on one side of the mean, so that they are no ends: the two farthest from it are named."""
    far = sorted(facts.apart, key=lambda item: -abs(item[1] - facts.mean))[:MOST_NAMED]
    named = [(Piece(say("matters.inside_named", name=names[code], value=valued(value))), "") for code, value in far]
    text = "".join(piece.text for piece in listed(named, say))
    key = "above" if far[0][1] > facts.mean else "below"
    return say(f"matters.inside_{key}", names=text, mean=valued(facts.mean), period=period)
