"""Verdicts as they are shown: the word, symbol and tone of each code. The only place where the three are joined."""

from dashboard.i18n import Words
from dashboard.viewmodels.contract import Tone, Verdict
from dashboard.viewmodels.contract_country import State
from indicators import Definition, Judgement, Reason, difference_text, keeper_change, say

TARGET: dict[str, tuple[str, Tone]] = {
    "met": ("✓", "good"),
    "near": ("≈", "neutral"),
    "not-met": ("✕", "bad"),
    "right": ("§", "neutral"),
    "expired": ("·", "missing"),
    "reference": ("|", "missing"),
    "no-target": ("", "missing"),
    "not-assessed": ("–", "missing"),
}
POSITION: dict[str, tuple[str, Tone]] = {
    "best-quarter": ("▲", "good"),
    "middle": ("●", "neutral"),
    "worst-quarter": ("▼", "bad"),
    "highest-quarter": ("△", "neutral"),
    "lowest-quarter": ("▽", "neutral"),
    "not-assessed": ("?", "missing"),
}
TREND: dict[str, tuple[str, Tone]] = {
    "improving": ("↗", "good"),
    "unchanged": ("→", "neutral"),
    "worsening": ("↘", "bad"),
    "increasing": ("↑", "neutral"),
    "decreasing": ("↓", "neutral"),
    "turned": ("±", "neutral"),
    "not-assessed": ("–", "missing"),
}
UNCLEAR = ("trend.unchanged.unsteady", "trend.unchanged.fragile", "trend.unchanged.uneven")
SHARP = 3
"""How many times what matters a last step must be to be called sharp."""
FEW = "small-numbers"
"""The caveat of figures that rest on few cases, such as a year's life expectancy in a small region."""
LEAP, TURNED = "trend.none.leap", "trend.turned"
# By the way of the last step, and whether it is sharp.
LEAPS = {
    ("up", True): "trend.leap_up",
    ("down", True): "trend.leap_down",
    ("up", False): "trend.leap_moderate_up",
    ("down", False): "trend.leap_moderate_down",
}
KEEPER = "trend.none.keeper"
CHECKED = ("suspected.", "held-back")
KINDS = {"target": TARGET, "position": POSITION, "trend": TREND}


def verdict(kind: str, judgement: Judgement, definition: Definition, words: Words) -> Verdict:
    """Return one judgement as it is shown, its reason as a sentence."""
    symbol, tone = KINDS[kind][judgement.verdict]
    reason = say(judgement.reason, definition, words.language)
    # «Unchanged» is the reader's word only for a change that was found to be small.
    if judgement.reason.key in UNCLEAR:
        return Verdict(judgement.verdict, words("trend.unclear"), "~", tone, reason)
    if judgement.reason.key.startswith(LEAP):
        word, step = _leap(judgement.reason, definition, words)
        return Verdict(judgement.verdict, ": ".join(filter(None, (word, step))), "!", tone, reason, word)
    if judgement.reason.key.startswith(CHECKED):
        return Verdict(judgement.verdict, words("row.checked"), symbol, tone, reason)
    text = words(f"{kind}.{judgement.verdict}")
    if judgement.reason.key.startswith(TURNED):
        return Verdict(judgement.verdict, _turned(judgement.reason, words), symbol, tone, reason)
    if judgement.reason.key == KEEPER and (change := keeper_change(definition)):
        return Verdict(judgement.verdict, change.short.in_(words.language), symbol, tone, reason, text)
    return Verdict(judgement.verdict, text, symbol, tone, reason)


def _leap(reason: Reason, definition: Definition, words: Words) -> tuple[str, str]:
    """Which way the last step went and how far; earlier editions knew no direction, and say that it was wide."""
    way = reason.key.removeprefix(LEAP).removeprefix(".")
    step = reason.params.get("leap")
    if not way or step is None:
        return words("trend.leap"), ""
    # Where a year rests on few cases no step is called sharp: its size stands there all the same.
    wide = FEW not in definition.caveats and abs(float(step)) >= SHARP * float(reason.params.get("relevance") or 0)
    told = difference_text(float(step), definition, words.language, signed=True)
    return words(LEAPS[way, wide]), told


def _turned(reason: Reason, words: Words) -> str:
    """Where the years went, and until when; then which way the last one went."""
    meaning, way = reason.key.removeprefix(f"{TURNED}.").split(".")
    step = words(f"trend.step_{way}", last=reason.params["last"])
    return words(f"trend.turned_to.{meaning}", prior=reason.params["prior"], last_step=step)


def position_states(words: Words) -> dict[str, State]:
    """Return every position as a state of a cell or a county."""
    return {code: State(code, symbol, tone, words(f"position.{code}")) for code, (symbol, tone) in POSITION.items()} | {
        "missing": State("missing", "", "missing", words("position.missing"))
    }
