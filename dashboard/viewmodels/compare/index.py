"""The regions to compare, each with those it is most like."""

from dashboard.i18n import words
from dashboard.query import Question, link
from dashboard.viewmodels.regions import RegionItem
from dashboard.viewmodels.sentences import Piece, listed
from indicators import Picture


def compare_index(picture: Picture, question: Question) -> tuple[RegionItem, ...]:
    """Return every region with a link to its comparison and the regions it is most like in health care."""
    say, by_code, found = words(question.lang), picture.areas.by_code, []
    for area in picture.areas.regions:
        names = [(Piece(by_code[peer].short_name), "") for peer in picture.areas.like(area.code)]
        text = say("compare.like", names="".join(piece.text for piece in listed(names, say)))
        found.append(RegionItem(area.code, area.name, link(f"/jamfor/{area.code}", question), text))
    return tuple(found)
