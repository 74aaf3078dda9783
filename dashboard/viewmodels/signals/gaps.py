"""Themes that cannot be judged: no open source publishes them by region, or the figures are old."""

from collections.abc import Collection
from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.query import Question
from indicators import Picture, themes_without_recent


@dataclass(frozen=True, slots=True)
class Gap:
    """A theme that cannot be judged: its name, and a line that says so and what is missing."""

    theme: str
    text: str


def gap_lines(picture: Picture, question: Question, area: str, told: Collection[str] = ()) -> tuple[Gap, ...]:
    """Return a line for each theme that an area's recent figures do not tell of, with what is missing where known.

    Of the themes that are `told` as deviating it is not said that they cannot be judged.
    """
    say, found = words(question.lang), list[Gap]()
    old = themes_without_recent(picture, area, question.as_of)
    for theme in picture.themes.themes:
        name = theme.name.in_(question.lang)
        if theme.missing is not None:
            missing = theme.missing.in_(question.lang)
            found.append(Gap(name, say("matters.gap_missing", theme=name, missing=missing)))
        elif theme.code in old and theme.code not in told:
            found.append(Gap(name, say("matters.gap_old", theme=name)))
    return tuple(found)
