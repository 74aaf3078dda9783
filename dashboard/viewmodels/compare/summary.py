"""What stands out in a region, the same list as on its own page, with the peers' middle beside each measure."""

from collections.abc import Sequence

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.compare.rows import UNCOMPARED, standings_of
from dashboard.viewmodels.compare.views import CompareSummary
from dashboard.viewmodels.earlier_signals.view import area_groups
from dashboard.viewmodels.signals.brief import brief
from dashboard.viewmodels.signals.method import is_earlier
from indicators import Picture, Side, Standing, value_text


def compare_summary(picture: Picture, question: Question, code: str) -> CompareSummary:
    """Return what stands out in one region, and how its measures fall out beside the peers, counted."""
    found = standings_of(picture, question, code)
    counted = _counted(picture, question, code, found) if found else ""
    if is_earlier(picture):
        return CompareSummary(counted, earlier=area_groups(picture, question, code))
    return CompareSummary(counted, brief(picture, question, code), _middles(picture, question, found))


def _counted(picture: Picture, question: Question, code: str, found: Sequence[Standing]) -> str:
    """How many measures are ahead, level and behind; those without direction or a value, so that the numbers add up."""
    say, region = words(question.lang), picture.areas.by_code[code].name
    n = {side: _count(found, side) for side in ("ahead", "level", "behind")}
    return " ".join([f"{say('compare.finding', region=region, **n)}.", *_rest(found, say)])


def _count(found: Sequence[Standing], side: Side) -> int:
    return sum(item.side == side for item in found)


def _rest(found: Sequence[Standing], say: Words) -> list[str]:
    undirected = _count(found, "higher") + _count(found, "lower")
    uncompared = sum(item.side in UNCOMPARED for item in found)
    parts = [say.count("compare.undirected", undirected)] if undirected else []
    return [*parts, say.count("compare.uncompared", uncompared)] if uncompared else parts


def _middles(picture: Picture, question: Question, found: Sequence[Standing]) -> dict[tuple[str, str], str]:
    """The peers' middle by series and period. What matters is of everybody: of one sex nothing stands beside it."""
    if question.sex != "T":
        return {}
    say, by_id, told = words(question.lang), picture.catalogue.by_id, dict[tuple[str, str], str]()
    for item in found:
        period = picture.scorecard(question.as_of).comparisons[item.indicator, item.sex].headline
        if item.middle is not None and period is not None:
            middle = value_text(item.middle, by_id[item.indicator], question.lang)
            told[item.indicator, period] = say("compare.peers_middle", value=middle)
    return told
