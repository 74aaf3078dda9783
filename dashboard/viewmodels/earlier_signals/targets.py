"""How many targets an area meets, in a sentence."""

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.sentences import Piece, Sentence
from indicators import NATION, Picture, summarise_area


def targets_sentence(picture: Picture, question: Question, area: str) -> Sentence:
    """Return how many targets in force an area meets, how many no region meets, and how many cannot be judged."""
    say, summary = words(question.lang), summarise_area(picture, area, question.sex, question.as_of)
    if not summary.targets_held:
        return Sentence("–", "missing", (Piece(say("region.targets_none")),))
    met, n = len(summary.targets_met), summary.targets_counted
    is_nation = area == NATION
    parts = [
        say.count("region.targets_nation", n, met=met) if is_nation else say.count("region.targets_all", n, met=met)
    ]
    if summary.targets_unreached:
        parts.append(say("region.targets_unreached", n=summary.targets_unreached))
    if summary.targets_unjudged:
        parts.append(say("region.targets_unjudged", n=summary.targets_unjudged))
    return Sentence("✓" if met == n else "✕", "good" if met == n else "bad", (Piece(" ".join(parts)),))
