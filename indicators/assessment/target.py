"""How a value meets its target level."""

from indicators.assessment.judgement import Judgement, Param, Reason, not_assessed
from indicators.definition import Definition
from indicators.reference import TargetLevel

MET, NEAR, NOT_MET, NO_TARGET = "met", "near", "not-met", "no-target"
RIGHT, EXPIRED, REFERENCE = "right", "expired", "reference"
"""A right by law, a goal whose year has passed, and a limit that is a line to compare with: never met or missed."""


def judge_target(
    definition: Definition,
    value: float | None,
    nation: float | None,
    target: TargetLevel | None,
    moderate: TargetLevel | None,
    *,
    sound: bool = True,
) -> Judgement:
    """Return met, near or not-met, right, expired or reference, no-target, or not-assessed with the reason.

    Not assessed is also a value that is not `sound`. Near is: the lower step of a two-step target is reached, or the
    distance is at most the indicator's relevance threshold. A right by law is neither met nor missed by a share: it is
    told with the distance to everyone.
    """
    if target is None:
        return Judgement(NO_TARGET, Reason("target.none"))
    if target.status == "expired":
        return Judgement(EXPIRED, Reason("target.expired", {"level": target.value, "year": target.last_year}))
    if target.match == "reference":
        return Judgement(REFERENCE, Reason("target.reference", {"level": target.value}))
    if target.match == "indicative":
        return not_assessed(f"target.indicative{'.everyone' if target.covers_everyone else ''}", level=target.value)
    if value is None:
        return not_assessed("target.right.missing" if target.is_right else "target.missing", level=target.value)
    if not sound:
        return not_assessed("doubtful", value=value)
    return _right(value, target) if target.is_right else _met_or_near(definition, value, nation, target, moderate)


def as_told(judgement: Judgement, target: TargetLevel | None) -> Judgement:
    """Return a verdict on a right as it is told today: rows stored by an earlier method held a right as a level."""
    value = judgement.reason.params.get("value")
    is_older = judgement.verdict in (MET, NEAR, NOT_MET) and isinstance(value, (int, float))
    return _right(float(value), target) if target and target.is_right and is_older and value is not None else judgement


def _right(value: float, target: TargetLevel) -> Judgement:
    gap = 0.0 if target.is_met(value) else abs(target.value - value)
    return Judgement(RIGHT, Reason("target.right" if gap else "target.right.all", {"value": value, "gap": gap}))


def _met_or_near(
    definition: Definition, value: float, nation: float | None, target: TargetLevel, moderate: TargetLevel | None
) -> Judgement:
    gap = abs(target.value - value)
    facts: dict[str, Param] = {"value": value, "level": target.value, "gap": gap, "operator": target.operator}
    if target.is_met(value):
        return Judgement(MET, Reason("target.met", facts))
    if moderate is not None and moderate.is_met(value):
        return Judgement(NEAR, Reason("target.near.step", {**facts, "moderate": moderate.value}))
    margin = definition.relevance.threshold(nation)
    if margin is not None and gap <= margin:
        return Judgement(NEAR, Reason("target.near.margin", {**facts, "margin": margin}))
    return Judgement(NOT_MET, Reason("target.not-met", facts))
