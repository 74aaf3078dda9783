"""The two indicators of a scatter: which may be chosen, and each as it is read along its axis."""

from dataclasses import dataclass, replace

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.choices import Choice
from dashboard.viewmodels.subject import Subject, subject
from indicators import NATION, UNITS, Picture, Sex

FIRST_X, FIRST_Y = "structure-adjusted-cost", "treatable-mortality"


@dataclass(frozen=True, slots=True)
class AxisSubject:
    """One indicator along an axis. `values` are the regions' that may be drawn; the others are doubtful or missing."""

    subject: Subject
    name: str
    values: dict[str, float]
    doubtful: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def title(self) -> str:
        """The name and unit, as written along the axis."""
        return f"{self.name} ({UNITS[self.subject.definition.unit].name.in_(self.subject.words.language)})"

    @property
    def period(self) -> str:
        """What its values are of, with the sex where it is not everyone."""
        say, row = self.subject.words, self.subject.row
        period = self.subject.period(self.subject.comparison.headline or "")
        return period if row.sex == "T" else f"{period}, {say(f'sex.{row.sex}').lower()}"


def axis_choices(picture: Picture, question: Question) -> tuple[Choice, ...]:
    """Return everything that can stand along an axis: the indicators, then the background, in reading order."""
    every = (*picture.catalogue.indicators, *picture.catalogue.context)
    return tuple(Choice(item.id, item.short_name.in_(question.lang)) for item in every)


def axis_subject(picture: Picture, question: Question, indicator: str) -> AxisSubject | None:
    """Return an indicator as it stands along an axis; of a sex that is published, None when none is early enough."""
    sexes: tuple[Sex, ...] = (question.sex, "T", "F", "M")
    asked = replace(question, series="")
    tried = (subject(picture, replace(asked, sex=sex), indicator, NATION) for sex in sexes)
    found = next((item for item in tried if item is not None and item.comparison.values), None)
    if found is None:
        return None
    sound, name = found.comparison.yardsticks, found.indicator.short_name.in_(words(question.lang).language)
    missing = tuple(code for code in picture.areas.region_codes if code not in found.comparison.values)
    return AxisSubject(found, name, sound, found.comparison.doubtful, missing)
