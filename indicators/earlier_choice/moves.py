"""What deviates and what is promising: gaps to a yardstick, and changes that the trend has judged."""

from dataclasses import replace

from indicators.areas import NATION
from indicators.assessment.judgement import Param
from indicators.earlier_choice.subject import Subject, Yardstick
from indicators.earlier_signals.records import EarlierSignal, Move, SignalKind


def deviation(subject: Subject) -> EarlierSignal | None:
    """Return the signal of a gap to the yardstick, a worsening or both; None when the indicator gives neither.

    The gap and the change weigh together. What is larger of them leads.
    """
    if subject.definition.direction == "none":
        return None
    yardstick, move = subject.yardstick, move_of(subject)
    gap = yardstick.gap if yardstick else 0.0
    change = _change(subject, move) if move in ("worsening", "setback") else 0.0
    if yardstick is not None and gap > 0 and gap >= change:
        found = subject.signal(yardstick.kind, gap + change, "bad", _gap_facts(subject, yardstick))
        return replace(found, move=move) if found else None
    kind: SignalKind = "setback" if move == "setback" else "worsening"
    return subject.signal(kind, gap + change, "bad", _move_facts(subject, kind)) if change > 0 else None


def promise(subject: Subject) -> EarlierSignal | None:
    """Return the signal of an improvement, or of a place in the best quarter that is kept; None without either."""
    move = move_of(subject)
    if subject.definition.direction == "none" or move in ("worsening", "setback"):
        return None
    lead = _lead(subject)
    if move == "improving":
        # Also when the whole country improves as much: it is promising, though others weigh more.
        change = _change(subject, "improving")
        return subject.signal("improving", change + lead, "good", _move_facts(subject, "improving"))
    facts: dict[str, Param] = {"value": subject.value, "nation": subject.comparison.nation}
    return subject.signal("ahead", lead, "good", facts) if lead > 0 else None


def move_of(subject: Subject) -> Move:
    """Return how the value moves: by its trend, or by a wide last step for the worse."""
    verdict = subject.row.trend.verdict
    if verdict == "worsening":
        return "worsening"
    if verdict == "improving":
        return "improving"
    leap = subject.row.trend.reason.params.get("leap")
    fell = leap is not None and (float(leap) < 0) == (subject.definition.direction == "higher")
    return "setback" if fell else "none"


def _lead(subject: Subject) -> float:
    """How much better than the nation a region of the best quarter is; 0 when it is too little to matter."""
    lead = subject.better_by(subject.middle)
    is_best = subject.row.area != NATION and subject.row.position.verdict == "best-quarter"
    return lead if is_best and subject.matters(lead) else 0.0


def _change(subject: Subject, move: Move) -> float:
    """How far the change goes beyond the nation's in the same years, 0 when it does not.

    What changes alike in the whole country is the nation's signal, and would otherwise be every region's.
    """
    facts = _move_facts(subject, "setback" if move == "setback" else "improving")
    change = float(facts["to"] or 0) - float(facts["from"] or 0)
    usual = 0.0
    if subject.row.area != NATION:
        nation = dict(subject.comparison.points.get(NATION, ()))
        ends = [nation.get(str(facts[name])) for name in ("first", "last")]
        usual = ends[1] - ends[0] if ends[0] is not None and ends[1] is not None else 0.0
    return max(0.0, (change - usual) if change > 0 else (usual - change))


def _gap_facts(subject: Subject, yardstick: Yardstick) -> dict[str, Param]:
    facts: dict[str, Param] = {"value": subject.value, "level": yardstick.level}
    if yardstick.kind == "target":
        return {**facts, "operator": yardstick.operator}
    return {**facts, "target": yardstick.unreached}


def _move_facts(subject: Subject, kind: SignalKind) -> dict[str, Param]:
    params = subject.row.trend.reason.params
    if kind != "setback":
        return {name: params[name] for name in ("from", "to", "first", "last", "n")}
    # A setback is a step of one year: the trend judges no longer gap as one.
    before = str(int(str(params["last"])) - 1)
    return {"from": params["before"], "to": params["to"], "first": before, "last": params["last"]}
