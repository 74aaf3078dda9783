"""How a value meets its target level."""

from indicators.assessment.judgement import Judgement, Param, Reason, not_assessed
from indicators.definition import Definition
from indicators.reference import TargetLevel

MET, NEAR, NOT_MET, NO_TARGET = "met", "near", "not-met", "no-target"


def judge_target(
    definition: Definition,
    value: float | None,
    nation: float | None,
    target: TargetLevel | None,
    moderate: TargetLevel | None,
    *,
    sound: bool = True,
) -> Judgement:
    """Return met, near or not-met, no-target, or not-assessed with the reason (as when the value is not `sound`).

    Near is: the lower step of a two-step target is reached, or the distance is at most the indicator's
    relevance threshold.
    """
    if target is None:
        return Judgement(NO_TARGET, Reason("target.none"))
    if target.match == "indicative":
        return not_assessed("target.indicative", level=target.value)
    if value is None:
        return not_assessed("target.missing", level=target.value)
    if not sound:
        return not_assessed("doubtful", value=value)
    return _met_or_near(definition, value, nation, target, moderate)


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
