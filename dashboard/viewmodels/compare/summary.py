"""What a comparison says in a few sentences: how many ahead, level and behind, and where the gaps are widest."""

from collections.abc import Iterator, Sequence

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.compare.rows import standings_of
from dashboard.viewmodels.compare.views import CompareSummary
from dashboard.viewmodels.sentences import Named, Piece, Sentence, with_names
from indicators import NOISY, Picture, Side, Standing, difference_text

MOST_NAMED = 3


def compare_summary(picture: Picture, question: Question, code: str) -> CompareSummary:
    """Return the finding of one region's comparison and what stands out in it; without peers nothing."""
    say, found = words(question.lang), standings_of(picture, question, code)
    if not found:
        return CompareSummary("", ())
    region = picture.areas.by_code[code].name
    n = {side: _count(found, side) for side in ("ahead", "level", "behind")}
    finding = say("compare.finding", region=region, **n)
    return CompareSummary(finding, tuple(_sentences(picture, question, code, found)))


def _count(found: Sequence[Standing], side: Side) -> int:
    return sum(item.side == side for item in found)


def _sentences(picture: Picture, question: Question, code: str, found: Sequence[Standing]) -> Iterator[Sentence]:
    say = words(question.lang)
    behind, ahead = _strongest(picture, found, "behind"), _strongest(picture, found, "ahead")
    if behind:
        names = [_named(picture, question, code, item, with_best=True) for item in behind]
        yield Sentence("▼", "bad", with_names(say, "compare.behind_most", names))
    if ahead:
        names = [_named(picture, question, code, item, with_best=False) for item in ahead]
        yield Sentence("▲", "good", with_names(say, "compare.ahead_most", names))
    yield from _rest(found, say)


def _rest(found: Sequence[Standing], say: Words) -> Iterator[Sentence]:
    """The indicators without direction, and those that cannot be compared: counted, so that the numbers add up."""
    undirected = _count(found, "higher") + _count(found, "lower")
    uncompared = _count(found, "none") + _count(found, "doubtful") + _count(found, "alone")
    parts = [say.count("compare.undirected", undirected)] if undirected else []
    if uncompared:
        parts.append(say.count("compare.uncompared", uncompared))
    if parts:
        yield Sentence("–", "neutral", (Piece(" ".join(parts)),))


def _strongest(picture: Picture, found: Sequence[Standing], side: Side) -> list[Standing]:
    """The widest gaps on one side; what rests on samples or few cases comes after the rest."""
    by_id = picture.catalogue.by_id
    items = [item for item in found if item.side == side]
    noisy = {item.indicator for item in items if not NOISY.isdisjoint(by_id[item.indicator].caveats)}
    return sorted(items, key=lambda item: (item.indicator in noisy, -abs(item.distance)))[:MOST_NAMED]


def _named(picture: Picture, question: Question, code: str, item: Standing, *, with_best: bool) -> Named:
    """An indicator with its gap, leading to its page with the region and the best peer drawn; and who that is."""
    say, main = words(question.lang), picture.catalogue.main_id(item.indicator)
    definition = picture.catalogue.by_id[item.indicator]
    name = picture.catalogue.by_id[main].short_name.in_(question.lang)
    beside = (code, *item.best[:1])
    piece = Piece(name, link(f"/indikator/{main}", question, regions=beside))
    gap = difference_text(item.gap or 0.0, definition, question.lang, signed=True)
    if with_best and item.best:
        return piece, say("compare.gap_best", gap=gap, best=picture.areas.by_code[item.best[0]].short_name)
    return piece, f"({gap})"
