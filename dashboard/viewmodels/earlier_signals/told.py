"""One signal with the words and numbers that its sentence is made of."""

from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.sentences import genitive
from dashboard.viewmodels.subject import span_text
from indicators import NATION, Definition, EarlierSignal, Picture, difference_text, value_text


@dataclass(frozen=True)
class Told:
    """One signal with the words to tell it. `place` is the area whose page it stands on, "" where that is no one's."""

    picture: Picture
    question: Question
    signal: EarlierSignal
    place: str = ""

    @property
    def words(self) -> Words:
        """The words of the question's language."""
        return words(self.question.lang)

    def tell(self, key: str, **facts: object) -> str:
        """Return the words of a key of the signals."""
        return self.words(f"signals.{key}", **facts)

    @property
    def definition(self) -> Definition:
        """The definition of the series that speaks."""
        return self.picture.catalogue.by_id[self.signal.row.indicator]

    @property
    def is_right(self) -> bool:
        """Whether what it is held against is a right of everyone by law."""
        target = self.picture.reference.target(self.definition.id)
        return target is not None and target.is_right

    @property
    def area(self) -> str:
        """The area as it stands in a sentence."""
        return place_name(self.picture, self.signal.row.area, self.words)

    @property
    def whose(self) -> str:
        """The genitive of the area whose page this is, else of the signal's own."""
        code = self.place or self.signal.row.area
        return genitive(place_name(self.picture, code, self.words), self.question.lang)

    def value(self, name: str) -> str:
        """Return a fact as a value with its unit."""
        return value_text(self.number(name), self.definition, self.question.lang)

    def gap(self, name: str) -> str:
        """Return a fact as a difference with its unit, without a sign."""
        return difference_text(abs(self.number(name)), self.definition, self.question.lang)

    def number(self, name: str) -> float:
        """Return a fact as a number."""
        return float(self.signal.facts[name] or 0)

    @property
    def period(self) -> str:
        """What the figures stand for: of municipalities their own period."""
        period = str(self.signal.facts.get("period") or self.signal.row.period or "")
        return span_text(period, self.definition, self.words)


def place_name(picture: Picture, code: str, say: Words) -> str:
    """Return an area's name as it stands inside a sentence: the nation without a capital where it has none."""
    return say("signals.nation") if code == NATION else picture.areas.by_code[code].name
