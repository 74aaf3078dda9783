"""Where a region stands among the regions: a quarter, never a rank, and never a word about significance."""

from indicators.assessment.judgement import Judgement, Reason, not_assessed
from indicators.assessment.records import Comparison
from indicators.definition import Definition
from indicators.statistics.position import FEWEST_FOR_QUARTERS, quarters

WORDS = {
    "higher": {"low": "worst-quarter", "middle": "middle", "high": "best-quarter"},
    "lower": {"low": "best-quarter", "middle": "middle", "high": "worst-quarter"},
    "none": {"low": "lowest-quarter", "middle": "middle", "high": "highest-quarter"},
}


def judge_positions(definition: Definition, comparison: Comparison) -> dict[str, Judgement]:
    """Return the quarter of every region that has a value at the headline period."""
    sound = comparison.yardsticks
    doubtful = {
        code: not_assessed("doubtful", value=comparison.values[code], period=comparison.headline)
        for code in comparison.doubtful
    }
    if len(sound) < FEWEST_FOR_QUARTERS:
        few = {code: not_assessed("position.few", n=len(sound), minimum=FEWEST_FOR_QUARTERS) for code in sound}
        return {**few, **doubtful}
    found = dict(zip(sound, quarters(list(sound.values())), strict=True))
    return {**{code: _judge(definition, sound, code, quarter) for code, quarter in found.items()}, **doubtful}


def _judge(definition: Definition, values: dict[str, float], code: str, quarter: str) -> Judgement:
    verdict = WORDS[definition.direction][quarter]
    above = sum(value > values[code] for value in values.values())
    below = sum(value < values[code] for value in values.values())
    ahead = above if definition.direction == "higher" else below
    facts = {"n": len(values), "others": len(values) - 1, "ahead": ahead, "above": above, "below": below}
    key = f"position.none.{quarter}" if definition.direction == "none" else f"position.{verdict}"
    return Judgement(verdict, Reason(key, dict(facts)))
