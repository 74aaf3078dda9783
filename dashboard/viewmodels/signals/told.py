"""One signal with the words and figures that its sentences are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.sentences import Piece, listed, unbroken
from dashboard.viewmodels.subject import span_text
from indicators import (
    NATION,
    Definition,
    Language,
    Level,
    Period,
    Picture,
    Signal,
    SignalChange,
    block_months,
    format_number,
    value_text,
)

Voice = Literal["page", "visit"]
"""Where a sentence stands. For a visit (sheet, deck, slides) no place among the regions is told."""


@dataclass(frozen=True)
class Told:
    """One signal with the words to tell it. On a region's own page (`here`) its name opens the measure's row."""

    picture: Picture
    question: Question
    signal: Signal
    voice: Voice = "page"
    here: bool = False

    @property
    def words(self) -> Words:
        """The words of the question's language."""
        return words(self.question.lang)

    def tell(self, key: str, **facts: object) -> str:
        """Return the words of a key of what matters."""
        return self.words(f"matters.{key}", **facts)

    def voiced(self, key: str, visit: str, **facts: object) -> str:
        """Return the words of a key, on material for a visit those of another, without places."""
        return self.tell(visit if self.voice == "visit" else key, **facts)

    @property
    def definition(self) -> Definition:
        """The definition of the series that speaks."""
        return self.picture.catalogue.by_id[self.signal.series]

    @property
    def name(self) -> str:
        """The reader's name of the measure."""
        return self.picture.catalogue.by_id[self.signal.indicator].short_name.in_(self.question.lang)

    def piece(self) -> Piece:
        """Return the name as a link to the measure with the area drawn; on its own page it opens the row."""
        area = self.signal.area
        href = link(f"/indikator/{self.signal.indicator}", self.question, regions=() if area == NATION else (area,))
        return Piece(self.name, href, row=self.signal.indicator if self.here and area != NATION else None)

    def text(self, value: float) -> str:
        """Return a value with its unit. The mean of two whole numbers keeps its half."""
        return unbroken(value_text(value, self._precise(value), self.question.lang))

    def number(self, value: float) -> str:
        """Return a value without its unit, where the unit stands just before."""
        return unbroken(format_number(value, self._precise(value).decimals, self.question.lang))

    def _precise(self, value: float) -> Definition:
        is_half = self.definition.decimals == 0 and value % 1 == HALF
        return self.definition.model_copy(update={"decimals": 1}) if is_half else self.definition

    def way(self, before: float, after: float) -> str:
        """Return which way a value went in a word, «steg» or «föll»: a figure, no verdict."""
        return self.tell("rose" if after > before else "sank")

    def span(self, period: str) -> str:
        """Return what a period stands for: a mean of several years as its span, of months the block it is judged in."""
        if self.definition.period.kind == MONTH:
            return self.tell("of_months", months=months_text(block_months(period), self.question.lang))
        return span_text(period, self.definition, self.words)

    @property
    def period(self) -> str:
        """What the signal's own value stands for."""
        return self.span(self.signal.period)

    @property
    def value(self) -> str:
        """The signal's own value with its unit."""
        return self.text(self.signal.value)

    @property
    def whose(self) -> str:
        """Whose value stands beside: the nation's, or the middle region's where the nation publishes none."""
        return self.tell("nation_middle" if self.signal.nation_is_middle else "nation")

    def beside(self, *, with_unit: bool = True) -> str:
        """Return the nation's value as it stands beside the area's."""
        nation = self.signal.nation
        if nation is None:
            return self.tell("no_nation")
        return self.tell("beside", whose=self.whose, value=self.text(nation) if with_unit else self.number(nation))

    def valued(self) -> str:
        """Return value, year and nation, as nearly every sentence begins."""
        return self.tell("rest_value", value=self.value, period=self.period, beside=self.beside())

    def years(self, level: Level) -> str:
        """Return the years of a level: one, a span, or «2019 och 2022» where those between are left out."""
        return years_text(level.periods, self)

    def nation_moved(self, change: SignalChange, held: str = "held_back") -> str:
        """Return the nation's two levels, or that its development is being checked."""
        if change.held_back or change.nation_before is None or change.nation_after is None:
            return self.tell(held) if change.held_back else self.tell("no_nation")
        ends = {"before": self.number(change.nation_before), "after": self.number(change.nation_after)}
        return self.tell("arrow", whose=self.whose, **ends)

    @property
    def newer(self) -> dict[str, str]:
        """The later value that is to be checked, so that the year before is judged; empty where there is none."""
        signal = self.signal
        row = self.picture.scorecard(self.question.as_of).row(signal.series, "T", signal.area)
        if signal.group not in DEVIATING or row is None or row.value is None or (row.period or "") <= signal.period:
            return {}
        return {"period": self.span(str(row.period)), "value": self.text(row.value)}

    @property
    def level(self) -> str:
        """An agreed level with its limit: «minst 80 %»."""
        return self.tell(LIMITS[str(self.signal.facts["operator"])], level=self.text(self.fact("level")))

    def listed(self, texts: Sequence[str]) -> str:
        """Return texts as a list in words, the last after «och»."""
        return "".join(piece.text for piece in listed([(Piece(text), "") for text in texts], self.words))

    def fact(self, name: str) -> float:
        """Return a fact of the signal as a number."""
        return float(self.signal.facts[name] or 0)


HALF = 0.5
MONTH = "month"
DEVIATING = ("focus", "shared", "other")
TWO = 2
LIMITS = {">=": "level_least", "<=": "level_most", ">": "level_above", "<": "level_below"}


def months_text(ends: tuple[str, str], language: Language) -> str:
    """Return the months from one to another, «april–juni 2026»; the year once where it is one."""
    first, last = (Period.parse(end) for end in ends)
    begins = first.label(language)
    return f"{begins.removesuffix(f' {last.year}')}–{last.label(language)}"


def years_text(periods: Sequence[str], told: Told) -> str:
    """Return periods as a reader says them: «2025», «2021–2023», «2019 och 2022»; several means as one span."""
    first, last = periods[0], periods[-1]
    if len(periods) == 1:
        return told.span(first)
    if len(periods) == TWO and Period.parse(last).year - Period.parse(first).year > 1:
        return told.tell("years_and", first=told.span(first), last=told.span(last))
    return f"{told.span(first).partition('–')[0]}–{told.span(last).rpartition('–')[2]}"
