"""What the pickers offer."""

from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.query import ALL, NEWEST, Question
from indicators import FRAMEWORK, Picture


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a picker: the value in the address and the text on screen."""

    value: str
    text: str


def region_choices(picture: Picture) -> tuple[Choice, ...]:
    """Return the regions in official order."""
    return tuple(Choice(area.code, area.name) for area in picture.areas.regions)


def sex_choices(question: Question) -> tuple[Choice, ...]:
    """Return all, women and men."""
    say = words(question.lang)
    return tuple(Choice(sex, say(f"sex.{sex}")) for sex in ("T", "F", "M"))


def period_choices(picture: Picture, question: Question) -> tuple[Choice, ...]:
    """Return the newest figures, and the earlier years the edition was assessed for."""
    say = words(question.lang)
    earlier = tuple(Choice(year, say("filters.period_until", year=year)) for year in picture.edition.years)
    return (Choice(NEWEST, say("filters.period_newest")), *earlier)


def area_choices(question: Question) -> tuple[Choice, ...]:
    """Return the framework areas of the chosen dimension, or of all."""
    say = words(question.lang)
    areas = tuple(
        Choice(area.code, area.name.in_(question.lang))
        for dimension, area in FRAMEWORK.areas
        if question.dimension in ("", dimension.code)
    )
    return (Choice(ALL, say("filters.area_all")), *areas)


def indicator_choices(picture: Picture, question: Question) -> tuple[Choice, ...]:
    """Return the indicators of the chosen dimension, or of all, by their short names in the framework's order."""
    return tuple(
        Choice(item.id, item.short_name.in_(question.lang))
        for item in picture.catalogue.indicators
        if question.dimension in ("", item.dimension)
    )
