"""Which regions may be drawn as lines."""

from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.query import MOST_REGIONS, Question
from indicators import Picture


@dataclass(frozen=True, slots=True)
class RegionChoice:
    """One region to choose; `disabled` while as many are chosen as can be told apart."""

    value: str
    text: str
    disabled: bool


@dataclass(frozen=True, slots=True)
class LineChoices:
    """The regions to choose from, those chosen, and what to know about choosing."""

    choices: tuple[RegionChoice, ...]
    chosen: tuple[str, ...]
    hint: str


def line_choices(picture: Picture, question: Question) -> LineChoices:
    """Return the regions in official order; when enough are chosen, only those can still be changed."""
    chosen = question.regions
    full = len(chosen) >= MOST_REGIONS
    choices = tuple(
        RegionChoice(area.code, area.short_name, full and area.code not in chosen) for area in picture.areas.regions
    )
    hint = words(question.lang)(f"indicator.{'lines_full' if full else 'lines_default'}")
    return LineChoices(choices, chosen, hint)
