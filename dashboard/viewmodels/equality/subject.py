"""Women and men of one indicator: which series has both, and how its values are said."""

from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.subject import area_name, source_text, span_text
from indicators import (
    NATION,
    UNITS,
    Comparison,
    Definition,
    Picture,
    SexGap,
    difference_text,
    format_number,
    sex_gap,
    sex_gaps,
    value_text,
)


@dataclass(frozen=True)
class Pair:
    """A series published for women and men, and the period that both have."""

    picture: Picture
    words: Words
    indicator: Definition
    definition: Definition
    women: Comparison
    men: Comparison

    @property
    def period(self) -> str:
        """The newest headline period that both have."""
        return min(self.women.headline or "", self.men.headline or "")

    @property
    def name(self) -> str:
        """The indicator's short name."""
        return self.indicator.short_name.in_(self.words.language)

    @property
    def unit(self) -> str:
        """The unit as it stands alone."""
        return UNITS[self.definition.unit].name.in_(self.words.language)

    @property
    def source(self) -> str:
        """The publisher and its key."""
        return source_text(self.definition, self.words)

    def gap(self, area: str) -> SexGap | None:
        """Return the gap of one area at the period; None when either value is missing or doubtful."""
        return sex_gap(self.definition, self.women, self.men, area, self.period)

    def gaps(self, area: str) -> tuple[SexGap, ...]:
        """Return the gap of one area in every period that has both."""
        return sex_gaps(self.definition, self.women, self.men, area)

    def text(self, value: float) -> str:
        """Return a value with its unit."""
        return value_text(value, self.definition, self.words.language)

    def number(self, value: float) -> str:
        """Return a value without its unit."""
        return format_number(value, self.definition.decimals, self.words.language)

    def difference(self, value: float, *, signed: bool = False) -> str:
        """Return a difference with its unit."""
        return difference_text(value, self.definition, self.words.language, signed=signed)

    def span(self, period: str) -> str:
        """Return what a period stands for."""
        return span_text(period, self.definition, self.words)


def pair_of(picture: Picture, question: Question, indicator: str) -> Pair | None:
    """Return the first series of an indicator that is published for women and men; None when there is none."""
    found = picture.scorecard().comparisons
    for item in picture.catalogue.series_of(indicator):
        women, men = found.get((item.id, "F")), found.get((item.id, "M"))
        if women is not None and men is not None and women.headline and men.headline:
            return Pair(picture, words(question.lang), picture.catalogue.by_id[indicator], item, women, men)
    return None


def pairs(picture: Picture, question: Question) -> tuple[Pair, ...]:
    """Return every indicator published for women and men, of the dimension asked for or of all."""
    ids = [i.id for i in picture.catalogue.indicators if question.dimension in ("", i.dimension)]
    made = (pair_of(picture, question, code) for code in ids)
    return tuple(pair for pair in made if pair is not None)


def area_of(question: Question) -> str:
    """Return the region asked for, else the nation."""
    return question.regions[0] if question.regions else NATION


def name_of(picture: Picture, question: Question) -> str:
    """Return the name of the area asked for."""
    return area_name(picture, area_of(question), words(question.lang))
