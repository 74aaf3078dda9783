"""The list of regions, each with what stands out."""

from dataclasses import dataclass, replace

from dashboard.i18n import words
from dashboard.query import Question, link
from dashboard.viewmodels.targets import targets_items
from indicators import RIGHTS, Picture, summarise_area


@dataclass(frozen=True, slots=True)
class RegionItem:
    """One region in the list."""

    code: str
    name: str
    href: str
    text: str


def regions_index(picture: Picture, question: Question) -> tuple[RegionItem, ...]:
    """Return every region with the target levels it reaches, by group, and how many indicators move."""
    say, newest = words(question.lang), replace(question, sex="T", period="")
    items = []
    for area in picture.areas.regions:
        summary = summarise_area(picture, area.code)
        text = say(
            "regions.item",
            targets=_targets(picture, newest, area.code),
            worsening=summary.worsening,
            improving=summary.improving,
        )
        items.append(RegionItem(area.code, area.name, link(f"/region/{area.code}", question), text))
    return tuple(items)


def _targets(picture: Picture, question: Question, area: str) -> str:
    """The levels by group; the care guarantee covers everyone in every region, and is told on the region's page."""
    items = targets_items(picture, question, area)
    return " ".join(item.text for item in items if item.group != RIGHTS)
