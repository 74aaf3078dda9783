"""What a reader must know beside a signal: a new keeper, figures that were corrected, and what is worth weighing in."""

from collections.abc import Iterator, Sequence

from dashboard.i18n import Words
from dashboard.viewmodels.signals.told import Told
from dashboard.viewmodels.subject import span_text
from indicators import NATION, began_before_keeper, keeper_change, value_text

GOOD = ("improving", "strength", "ahead")
"""Kinds that are for the better: that regions alike lie no worse says nothing against them."""
PEERS, KEEPER = "peers", "keeper"
REASONS = 2
"""Reasons to check that one sentence holds, the most telling: a third makes it too long to read. The open interface
names them all."""


def new_keeper(told: Told) -> str:
    """Return that the collection changed its keeper between the periods a change is counted over; else nothing.

    A check that names the keeper among its reasons has said so.
    """
    change, ends = keeper_change(told.definition), _ends(told)
    has_said = KEEPER in told.signal.reasons[:REASONS]
    if change is None or ends is None or has_said or not ends[0] < change.period <= ends[1]:
        return ""
    return change.short.in_(told.words.language)


def _ends(told: Told) -> tuple[str, str] | None:
    """The first and last period that the signal's change is counted over."""
    signal = told.signal
    if signal.change is not None:
        return signal.change.before.periods[0], signal.change.after.periods[-1]
    return (signal.previous[0], signal.period) if signal.previous is not None else None


def keeper_sentence(told: Told) -> str:
    """Return the change of keeper as a sentence of its own, told after a change over it; else nothing."""
    short = new_keeper(told)
    return f"{short[0].upper()}{short[1:]}." if short else ""


def weighed(told: Sequence[Told], said: str, say: Words) -> str:
    """Return what may explain a part of some signals, «Att väga in: …»; no new keeper where `said` tells of it."""
    codes = dict.fromkeys(code for one in told for code in _told_objections(one))
    texts = filter(None, (_objection(code, told, said, say) for code in codes))
    listed = "; ".join(texts)
    return say("matters.weighed", label=say("matters.weigh"), texts=listed) if listed else ""


def _objection(code: str, told: Sequence[Told], said: str, say: Words) -> str:
    """A change of keeper does not explain a fall that had begun already: then that is said too, or alone."""
    text = say(f"matters.objection_{code}")
    if code != KEEPER:
        return text
    has_said = text.casefold() in said.casefold()
    known = [found for one in told if (found := began_before_keeper(one.picture, one.signal)) is not None]
    if known and all(known):
        return say("matters.objection_began_before" if has_said else "matters.objection_keeper_before", keeper=text)
    return "" if has_said else text


def _told_objections(told: Told) -> Iterator[str]:
    """A signal's objections but for what does not bear on it.

    A change of keeper after the signal's own period does not, nor what regions alike are like where it is a strength.
    """
    change = keeper_change(told.definition)
    for code in told.signal.objections:
        is_later = code == KEEPER and change is not None and told.signal.period < change.period
        if not is_later and not (code == PEERS and told.signal.kind in GOOD):
            yield code


def corrected(told: Told) -> str:
    """Return which of the figures that a signal stands on were corrected, and what is right; nothing where none was."""
    return " ".join(_corrected(told))


def _corrected(told: Told) -> Iterator[str]:
    series, say = told.signal.series, told.words
    if not any(found.indicator == series for found in told.picture.corrections.corrections):
        return
    points = told.picture.scorecard(told.question.as_of).comparisons[series, "T"].points
    for area, period in _figures(told):
        value = dict(points.get(area, ())).get(period)
        found = told.picture.corrections.of(series, area, period, "T", value)
        if found is not None:
            right = next(one.right for one in found.figures if (one.area, one.period) == (area, period))
            key = "matters.corrected_unknown" if right is None else "matters.corrected"
            told_right = "" if right is None else value_text(right, told.definition, say.language)
            whose = say("matters.nation") if area == NATION else told.picture.areas.by_code[area].short_name
            yield say(key, whose=whose, period=span_text(period, told.definition, say), right=told_right)


def _figures(told: Told) -> Iterator[tuple[str, str]]:
    """The (area, period) that a signal is made of: its own, what it is counted from, and the nation's beside it.

    Of a spread every region's.
    """
    signal = told.signal
    periods = {signal.period, *([signal.previous[0]] if signal.previous else [])}
    if signal.change is not None:
        periods |= {*signal.change.before.periods, *signal.change.after.periods}
    areas = told.picture.areas.region_codes if signal.kind == "nation-spread" else (signal.area,)
    for area in dict.fromkeys((*areas, NATION)):
        yield from ((area, period) for period in sorted(periods))
