"""The list of regions, each with what stands out."""

from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.query import Question, link
from indicators import Picture, summarise_area


@dataclass(frozen=True, slots=True)
class RegionItem:
    """One region in the list."""

    code: str
    name: str
    href: str
    text: str


def regions_index(picture: Picture, question: Question) -> tuple[RegionItem, ...]:
    """Return every region with how many targets it meets and how many indicators stand out."""
    say = words(question.lang)
    items = []
    for area in picture.areas.regions:
        summary = summarise_area(picture, area.code)
        text = say(
            "regions.item",
            met=len(summary.targets_met),
            n=summary.targets_counted,
            worsening=summary.worsening,
            improving=summary.improving,
        )
        items.append(RegionItem(area.code, area.name, link(f"/region/{area.code}", question), text))
    return tuple(items)
