"""The comparison in people: what reaching the best of those compared would mean, and for how many it is unknown."""

from collections.abc import Sequence

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.people.told import change_text
from dashboard.viewmodels.sentences import Piece, listed, unbroken
from dashboard.viewmodels.subject import span_text
from indicators import InPeople, Picture, Standing, in_people, value_text


def best_in_people(picture: Picture, question: Question, code: str, item: Standing) -> str:
    """Return how many it would be a year if the region reached the best of those compared; empty where unknown."""
    known = _known(picture, question, code, item)
    best = next((each for each in known.reached if each.yardstick.kind == "best-peer"), None)
    if best is None:
        return ""
    say, definition = words(question.lang), picture.catalogue.by_id[item.indicator]
    names = listed([(Piece(picture.areas.by_code[area].short_name), "") for area in best.yardstick.areas], say)
    return say(
        "people.compare",
        names="".join(piece.text for piece in names),
        value=unbroken(value_text(best.yardstick.value, definition, question.lang)),
        period=span_text(_period(picture, question, item), definition, say),
        change=change_text(best, definition, say),
    )


def _period(picture: Picture, question: Question, item: Standing) -> str:
    return picture.scorecard(question.as_of).comparisons[item.indicator, item.sex].headline or ""


def people_note(picture: Picture, question: Question, code: str, found: Sequence[Standing], say: Words) -> str:
    """Return how many rows are told in people, and for how many it cannot be told."""
    missing = sum(_known(picture, question, code, item).lack is not None for item in found)
    told = say.count("people.compare_note", len(found) - missing)
    return f"{told} {say.count('people.compare_lacks', missing)}" if missing else told


def _known(picture: Picture, question: Question, code: str, item: Standing) -> InPeople:
    return in_people(picture, item.indicator, item.sex, code, tuple(item.peers), question.as_of)
