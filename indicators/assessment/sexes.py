"""Women beside men at the headline period."""

from indicators.assessment.judgement import Judgement, Param, Reason, not_assessed
from indicators.definition import Definition


def judge_sexes(definition: Definition, women: float | None, men: float | None, nation: float | None) -> Judgement:
    """Return for whom the value is better (without direction: higher), or similar, with the difference.

    Similar is a difference below the indicator's relevance threshold. No interval exists, so nothing is said of chance.
    """
    if not any(sex in key.sexes for key in definition.series for sex in ("F", "M")):
        return not_assessed("sexes.never")
    if women is None or men is None:
        return not_assessed("sexes.none")
    facts: dict[str, Param] = {"women": women, "men": men, "gap": abs(women - men)}
    threshold = definition.relevance.threshold(nation)
    if threshold is not None and abs(women - men) < threshold:
        return Judgement("similar", Reason("sexes.similar", facts))
    higher = "women" if women > men else "men"
    if definition.direction == "none":
        return Judgement(f"{higher}-higher", Reason("sexes.differ", facts))
    lower = "men" if higher == "women" else "women"
    better = higher if definition.direction == "higher" else lower
    return Judgement(f"{better}-better", Reason("sexes.differ", facts))
