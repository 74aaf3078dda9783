"""One figure of other countries as the view models read it: the facts, the numbers and the words, looked up once."""

from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.abroad.names import average_name, country_name, licence_name, years_text
from dashboard.viewmodels.sentences import Piece, listed
from indicators import (
    OLD_AFTER,
    Average,
    Best,
    Countries,
    FigureAbroad,
    Picture,
    against,
    age_of,
    average_of,
    best_of,
    format_number,
    read_figures,
)

ABROAD = "/internationellt"
SWEDEN = "Sweden"


@dataclass(frozen=True)
class Abroad:
    """One figure: `facts` are the project's words about it, `figure` the numbers of the edition."""

    picture: Picture
    question: Question
    facts: FigureAbroad
    figure: Countries
    average: Average | None
    best: Best | None
    words: Words

    @property
    def name(self) -> str:
        """The figure's name in the language."""
        return self.facts.name.in_(self.words.language)

    @property
    def unit(self) -> str:
        """The figure's unit in the language."""
        return self.facts.unit.in_(self.words.language)

    @property
    def href(self) -> str:
        """The address of the figure's own page."""
        return link(f"{ABROAD}/{self.facts.code}", self.question)

    @property
    def years(self) -> str:
        """The years of the countries' values."""
        return years_text(self.figure, self.words)

    @property
    def is_comparison(self) -> bool:
        """Whether there are countries to compare with, and not one number alone."""
        return len(self.figure.values) > 1

    def number(self, value: float) -> str:
        """Return a value with the figure's decimals."""
        return format_number(value, self.facts.decimals, self.words.language)

    def country(self, name: str) -> str:
        """Return a country's name in the language."""
        return country_name(name, self.words)

    @property
    def average_label(self) -> str:
        """What the average is: as printed by whom, or our own unweighted mean and of how many countries."""
        if self.average is None:
            return ""
        if self.average.is_own:
            return self.words("abroad.own_mean", n=self.average.n)
        return self.words(f"abroad.printed.{average_name(self.figure)}")

    @property
    def side(self) -> str:
        """On which side of the average Sweden stands; empty without Sweden, an average or anybody to compare with."""
        sweden, average = self.figure.sweden, self.average
        if sweden is None or average is None or not self.is_comparison:
            return ""
        return against(self.facts.direction, sweden, average.value)

    @property
    def age(self) -> int | None:
        """How many years before the edition the values are of; None where no year is stated."""
        return age_of(self.figure, self.picture.edition.year)

    @property
    def is_old(self) -> bool:
        """Whether so many years have passed that it must be seen."""
        return self.age is not None and self.age > OLD_AFTER

    @property
    def age_text(self) -> str:
        """How old the values are, where they are old; empty where not."""
        return self.words("abroad.old", n=self.age) if self.is_old else ""

    @property
    def licence(self) -> str:
        """On what terms the figure is used."""
        return licence_name(self.figure.licence, self.words)

    @property
    def best_text(self) -> str:
        """The best three countries with their values; empty where none are the best."""
        if self.best is None:
            return ""
        named = [(Piece(self.country(name)), self.number(value)) for name, value in self.best.countries]
        text = "".join(piece.text for piece in listed(named, self.words))
        return f"{text} {self.words.count('abroad.ties', self.best.ties)}" if self.best.ties else text

    @property
    def finding(self) -> str:
        """What the figure says of Sweden against the average, with the year."""
        sweden, average, say = self.figure.sweden, self.average, self.words
        if sweden is None:
            return say("abroad.finding.no_sweden")
        if average is None:
            return say("abroad.finding.no_average", value=self.number(sweden), unit=self.unit)
        side = against(self.facts.direction, sweden, average.value)
        told = {"value": self.number(sweden), "average": self.number(average.value), "label": self.average_label}
        return say(f"abroad.finding.{side}", **told)


def abroad(picture: Picture, question: Question, facts: FigureAbroad) -> Abroad | None:
    """Return one figure; None when the edition does not hold it."""
    figure = picture.edition.countries.get(facts.figure)
    if figure is None:
        return None
    best, say = best_of(figure, facts.direction), words(question.lang)
    return Abroad(picture, question, facts, figure, average_of(figure), best, say)


def all_abroad(picture: Picture, question: Question) -> tuple[Abroad, ...]:
    """Return every figure that the edition holds, in reading order."""
    found = (abroad(picture, question, facts) for facts in read_figures().figures)
    return tuple(item for item in found if item is not None)
