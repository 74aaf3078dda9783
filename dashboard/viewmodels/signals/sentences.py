"""One signal of a region as a sentence: value, year and nation, and what makes it a signal."""

from dataclasses import replace

from dashboard.viewmodels.contract import Tone
from dashboard.viewmodels.sentences import Piece, Sentence
from dashboard.viewmodels.signals.nation import told_of_nation
from dashboard.viewmodels.signals.reservations import REASONS, corrected, keeper_sentence
from dashboard.viewmodels.signals.told import Told
from indicators import Companion, SignalChange

LOOKS: dict[str, tuple[str, Tone]] = {
    "gap": ("▼", "bad"),
    "worsening": ("↘", "bad"),
    "fell": ("↘", "bad"),
    "target": ("▼", "bad"),
    "check": ("?", "missing"),
    "improving": ("↗", "good"),
    "strength": ("▲", "good"),
    "ahead": ("▲", "good"),
    "right": ("•", "neutral"),
    "joint": ("•", "neutral"),
    "rights": ("•", "neutral"),
    "goal": ("•", "target"),
    "nation-improving": ("↗", "good"),
    "nation-worsening": ("↘", "bad"),
    "nation-check": ("?", "missing"),
    "nation-spread": ("↔", "neutral"),
}
"""A symbol and a tone for each kind. A right and a shared question are no verdict, with neither colour nor cross."""
WAITING, CALLS = "waiting-", "primary-care-phone"


def sentence(told: Told) -> Sentence:
    """Return a signal as a sentence that begins with the measure's name."""
    symbol, tone = LOOKS[told.signal.kind]
    if told.signal.kind == "rights":
        return Sentence(symbol, tone, (Piece(told_of_nation(told)),))
    # A name with a colon of its own would make two of them in a row; of the nation the words themselves go on.
    has_mark = ":" in told.name or told.signal.kind in ("goal", "nation-improving", "nation-worsening")
    text = " ".join(part for part in (said(told), keeper_sentence(told), corrected(told)) if part)
    return Sentence(symbol, tone, (told.piece(), Piece(f"{' ' if has_mark else ': '}{text}")))


def said(told: Told) -> str:
    """Return what a signal says of its measure, after its name."""
    match told.signal.kind:
        case "gap" | "worsening" | "fell":
            return _gap(told)
        case "target":
            reach = {name: int(told.fact(name)) for name in ("reach", "regions")}
            return told.voiced("target", "target_visit", value=told.valued(), level=told.level, **reach)
        case "check":
            return _check(told)
        case "improving":
            return _improving(told)
        case "strength" | "ahead":
            return _good(told)
        case "right":
            return told.tell("right", value=told.valued(), shows=told.tell(f"right_{_shows(told)}"))
        case "joint":
            return told.tell("joint", value=told.valued(), level=told.level)
        case _:
            return told_of_nation(told)


def _gap(told: Told) -> str:
    """Value, year and nation, the best quarter's limit where places are told, and the change as a clause."""
    signal, value = told.signal, told.valued()
    if signal.kind != "gap" or signal.best_quarter is None or told.voice == "visit":
        text = told.tell("gap", value=value)
    else:
        more = "more" if told.definition.direction == "higher" else "less"
        text = told.words(f"matters.gap_{more}", value=value, level=told.text(signal.best_quarter))
    newer = told.tell("newer", **told.newer) if told.newer else ""
    return " ".join(filter(None, (text, newer, _development(told))))


def _development(told: Told) -> str:
    """The change between two levels, or one year's fall; nothing where there is none."""
    change, previous = told.signal.change, told.signal.previous
    if change is not None and change.kind != "fell":
        return told.tell("development", **_ends(told, change), beside=told.nation_moved(change))
    if change is not None:
        return told.tell("fell", **_before(told, change))
    if told.signal.kind == "fell" and previous is not None:
        return told.tell("fell", before=told.text(previous[1]), first=told.span(previous[0]))
    return ""


def _ends(told: Told, change: SignalChange) -> dict[str, str]:
    return {**_before(told, change), "after": told.text(change.after.value), "last": told.years(change.after)}


def _before(told: Told, change: SignalChange) -> dict[str, str]:
    return {"before": told.text(change.before.value), "first": told.years(change.before)}


def _check(told: Told) -> str:
    period, before = told.signal.previous or ("", 0.0)
    reasons = [told.tell(f"reason_{reason}") for reason in told.signal.reasons[:REASONS]]
    text = told.tell(
        "check_step",
        before=told.text(before),
        first=told.span(period),
        after=told.value,
        last=told.period,
        beside=told.beside(),
        reasons=told.listed(reasons),
    )
    worst = told.voiced("was_worst", "was_worst_visit") if told.signal.was_worst else ""
    return " ".join(part for part in (text, worst, companions_said(told)) if part)


def companions_said(told: Told) -> str:
    """Return the other doubtful values of the register, each with what it was and what it is; nothing without any."""
    if not told.signal.companions:
        return ""
    return told.tell("check_also", items=told.listed([_companion(told, one) for one in told.signal.companions]))


def _companion(told: Told, one: Companion) -> str:
    own = replace(told, signal=replace(told.signal, indicator=one.indicator, series=one.series))
    return told.tell("check_also_item", name=own.name, before=own.number(one.previous), after=own.text(one.value))


def _improving(told: Told) -> str:
    change = told.signal.change
    if change is None:
        raise ValueError(f"{told.signal.indicator}: an improvement without its change")
    ends, newest = _ends(told, change), told.value
    beside = told.nation_moved(change, "held_back_why")
    is_same = newest == ends["after"]
    key = "improving" if is_same else "improving_newest"
    parts = [told.tell(key, **ends, beside=beside, **({} if is_same else {"newest": newest}))]
    if change.stays_worst and _is_behind(told):
        parts.append(told.voiced("stays_worst", "stays_worst_visit"))
    if change.recovered:
        parts.append(told.tell("recovered"))
    return " ".join(parts)


def _is_behind(told: Told) -> bool:
    """Whether the newest value is worse than the nation's: where suspect values are left out it need not be."""
    signal = told.signal
    if signal.nation is None or signal.value is None:
        return False
    sign = 1 if told.definition.direction == "lower" else -1
    return sign * (signal.value - signal.nation) > 0


def _good(told: Told) -> str:
    signal = told.signal
    key = "strength_alone" if signal.nation is None or signal.nation_is_middle else "strength"
    if signal.kind == "ahead":
        text = told.tell("ahead", value=told.valued())
    elif told.voice == "visit":
        text = told.tell("strength_visit", value=told.valued())
    else:
        text = told.tell(key, value=told.valued())
    has_clause = signal.kind == "ahead" or bool(signal.facts.get("ahead"))
    return f"{text} {told.tell('exchange')}" if has_clause else text


def _shows(told: Told) -> str:
    """What a measure of the care guarantee counts: nobody who waits has received care."""
    if told.signal.indicator.startswith(WAITING):
        return "waiting"
    return "calls" if told.signal.indicator == CALLS else "care"
