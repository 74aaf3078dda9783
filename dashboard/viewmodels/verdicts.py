"""Verdicts as they are shown: the word, symbol and tone of each code. The only place where the three are joined."""

from dashboard.i18n import Words
from dashboard.viewmodels.contract import Tone, Verdict
from dashboard.viewmodels.contract_country import State
from indicators import Definition, Judgement, say

TARGET: dict[str, tuple[str, Tone]] = {
    "met": ("✓", "good"),
    "near": ("≈", "neutral"),
    "not-met": ("✕", "bad"),
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
    "not-assessed": ("–", "missing"),
}
UNCLEAR = ("trend.unchanged.unsteady", "trend.unchanged.fragile", "trend.unchanged.uneven")
LEAP = "trend.none.leap"
KINDS = {"target": TARGET, "position": POSITION, "trend": TREND}


def verdict(kind: str, judgement: Judgement, definition: Definition, words: Words) -> Verdict:
    """Return one judgement as it is shown, its reason as a sentence."""
    symbol, tone = KINDS[kind][judgement.verdict]
    reason = say(judgement.reason, definition, words.language)
    # «Unchanged» is the reader's word only for a change that was found to be small.
    if judgement.reason.key in UNCLEAR:
        return Verdict(judgement.verdict, words("trend.unclear"), "~", tone, reason)
    if judgement.reason.key == LEAP:
        return Verdict(judgement.verdict, words("trend.leap"), "!", tone, reason)
    return Verdict(judgement.verdict, words(f"{kind}.{judgement.verdict}"), symbol, tone, reason)


def position_states(words: Words) -> dict[str, State]:
    """Return every position as a state of a cell or a county."""
    return {code: State(code, symbol, tone, words(f"position.{code}")) for code, (symbol, tone) in POSITION.items()} | {
        "missing": State("missing", "", "missing", words("position.missing"))
    }
