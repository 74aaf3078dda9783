"""The list of regions, each with what stands out."""

from dataclasses import dataclass, replace

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.signals.method import is_earlier
from dashboard.viewmodels.signals.subjects import theme_name
from dashboard.viewmodels.targets import targets_items
from indicators import RIGHTS, Picture, area_signals


@dataclass(frozen=True, slots=True)
class RegionItem:
    """One region in the list."""

    code: str
    name: str
    href: str
    text: str


def regions_index(picture: Picture, question: Question) -> tuple[RegionItem, ...]:
    """Return every region with its subjects to raise and the target levels it reaches, by group."""
    say, newest = words(question.lang), replace(question, sex="T", period="")
    items = []
    for area in picture.areas.regions:
        text = " ".join(filter(None, (_subjects(picture, area.code, say), _targets(picture, newest, area.code))))
        items.append(RegionItem(area.code, area.name, link(f"/region/{area.code}", question), text))
    return tuple(items)


def _subjects(picture: Picture, area: str, say: Words) -> str:
    """The names of the subjects to raise, in order; that there is none is a result. An earlier method's had none."""
    if is_earlier(picture):
        return ""
    found = [theme_name(picture, subject.theme, say) for subject in area_signals(picture, area).subjects]
    return say("regions.subjects", names="; ".join(found)) if found else say("regions.subjects_none")


def _targets(picture: Picture, question: Question, area: str) -> str:
    """The levels by group; the care guarantee covers everyone in every region, and is told on the region's page."""
    items = targets_items(picture, question, area)
    return " ".join(item.text for item in items if item.group != RIGHTS)
