"""One signal as a sentence: what it says, and under it what it is held against and how sure it is."""

from dashboard.query import Question, link
from dashboard.viewmodels.earlier_signals.notes import note
from dashboard.viewmodels.earlier_signals.told import Told
from dashboard.viewmodels.sentences import Piece, Sentence, filled, unbroken
from indicators import NATION, EarlierSignal, Picture, format_number

SYMBOLS = {
    "target": "✕",
    "behind": "▼",
    "worsening": "↘",
    "setback": "↘",
    "improving": "↗",
    "ahead": "▲",
    "inside": "◆",
    "inside-nation": "◆",
    "sexes": "◆",
    "fifths": "◆",
}
# A target is named by its level alone; what the best quarter has is a limit in one direction.
LIMITS = {">=": "level", "<=": "level", ">": "above", "<": "below", "from": "at_least", "to": "at_most"}
QUARTER = {"higher": "from", "lower": "to"}


def tell(picture: Picture, question: Question, signal: EarlierSignal, place: str = "") -> Sentence:
    """Return a signal as a sentence. On its own area's page (`place`) the name opens the row and no area is said."""
    told = Told(picture, question, signal, place)
    if signal.kind == "target" and told.is_right:
        return Sentence("§", "neutral", _pieces(told), note=unbroken(note(told)))
    return Sentence(SYMBOLS[signal.kind], signal.tone, _pieces(told), note=unbroken(note(told)))


def _pieces(told: Told) -> tuple[Piece, ...]:
    code, rest = told.signal.row.area, Piece(unbroken(said(told)))
    name = _name(told)
    # A name with a colon of its own would make two of them in a row.
    mark = " –" if ":" in name.text else ":"
    if code == told.place:
        return filled(told.tell("head_here", name="{name}", mark=mark, rest="{rest}"), name=name, rest=rest)
    href = f"{link(f'/region/{code}', told.question)}#row-{told.signal.indicator}"
    area = Piece(told.area, None if code == NATION else href)
    head = told.tell("head_in", name="{name}", area="{area}", mark=mark, rest="{rest}")
    return filled(head, name=name, area=area, rest=rest)


def _name(told: Told) -> Piece:
    signal = told.signal
    text = told.picture.catalogue.by_id[signal.indicator].short_name.in_(told.question.lang)
    regions = () if signal.row.area == NATION else (signal.row.area,)
    is_here = signal.row.area == told.place
    href = link(f"/indikator/{signal.indicator}", told.question, regions=regions)
    return Piece(text, href, row=signal.indicator if is_here and told.place != NATION else None)


def said(told: Told) -> str:
    """Return what a signal says of its indicator, after its name."""
    match told.signal.kind:
        case "target" | "behind":
            return _gap(told)
        case "worsening" | "improving" | "setback":
            facts = told.signal.facts
            ends = {"start": told.value("from"), "end": told.value("to")}
            return told.tell(told.signal.kind, first=facts["first"], last=facts["last"], **ends)
        case "ahead":
            return _ahead(told)
        case "inside":
            ends = {"low": told.value("q1"), "high": told.value("q3")}
            return told.tell("inside", whose=told.whose, period=told.period, **ends)
        case "inside-nation":
            percent = format_number(told.number("share") * 100, 0, told.question.lang)
            return told.tell("inside-nation", percent=percent, period=told.period)
        case "sexes":
            return _sexes(told)
        case "fifths":
            ends = {"first": told.value("first"), "last": told.value("last")}
            return told.tell(f"fifths_{told.signal.facts['worse']}", period=told.period, **ends)


def _gap(told: Told) -> str:
    signal = told.signal
    operator = str(signal.facts.get("operator") or QUARTER[told.definition.direction])
    level = told.tell(LIMITS[operator], level=told.value("level"))
    move = "" if signal.move == "none" else told.tell(f"move_{signal.move}")
    if signal.kind == "target" and told.is_right:
        return told.tell("target_right", value=told.value("value"), period=told.period, move=move)
    return told.tell(signal.kind, value=told.value("value"), level=level, period=told.period, move=move)


def _ahead(told: Told) -> str:
    if told.signal.facts["nation"] is None:
        return told.tell("ahead_alone", value=told.value("value"), period=told.period)
    return told.tell("ahead", value=told.value("value"), nation=told.value("nation"), period=told.period)


def _sexes(told: Told) -> str:
    facts = told.signal.facts
    alone = facts["beside"] == "alone"
    beside = "" if alone else told.tell(f"sexes_{facts['beside']}", gap=told.gap("nation"))
    ends = {"women": told.value("women"), "men": told.value("men")}
    return told.tell(f"sexes_{facts['worse']}", period=told.period, beside=beside, **ends)
