"""Signals as plain records: what the screen, the sheet and the open interface tell them from."""

from dataclasses import dataclass
from typing import Literal

from indicators.assessment.judgement import Param
from indicators.scorecard import AssessedRow

SignalKind = Literal[
    "target", "behind", "worsening", "setback", "improving", "ahead", "inside", "inside-nation", "sexes", "fifths"
]
Move = Literal["worsening", "setback", "improving", "none"]
SignalTone = Literal["bad", "good", "neutral"]
Sure = Literal["unstated", "small-numbers", "survey-sample", "journal-review"]


@dataclass(frozen=True, slots=True)
class EarlierSignal:
    """One finding about one indicator in one area.

    `indicator` is the reader's id and `row` the series that speaks. `weight` is in standard deviations of the regions'
    values, so that findings of different units can be ordered; it says how large, never which rank. `move` is what the
    trend adds to a gap. `sure` says what the figure rests on; all but "unstated" rest on samples or few cases.
    `facts` are the numbers that the sentence is made of, unrounded in the indicator's unit, by name:

    - target: value, level, operator; behind: value, level (where the best quarter begins), target (the target that no
      region reaches, or None)
    - worsening, improving: from, to, first, last, n; setback: from, to, first, last
    - ahead: value, nation (or None)
    - inside: q1, q3, width, between, period; inside-nation: share (0 to 1), units, regions, period
    - sexes: women, men, worse ("women" or "men"), nation (women less men there, or None), beside (the nation goes the
      "same" way or in "reverse", differs a "little", or is not published: "alone")
    - fifths: first, last (the groups with the lowest and highest share of low economic standard), worse ("first" or
      "last"), period
    """

    kind: SignalKind
    indicator: str
    row: AssessedRow
    weight: float
    tone: SignalTone
    move: Move
    sure: Sure
    facts: dict[str, Param]

    @property
    def is_noisy(self) -> bool:
        """Whether the figure rests on a sample or on few cases."""
        return self.sure != "unstated"


@dataclass(frozen=True, slots=True)
class Attention:
    """What deserves attention in one area, strongest first, never two about one question.

    `fifths_of_nation` is said where a region has too few municipalities for groups of its own: it is the nation's
    finding and not one of the region's signals.
    """

    area: str
    deviating: tuple[EarlierSignal, ...]
    promising: tuple[EarlierSignal, ...]
    differences: tuple[EarlierSignal, ...]
    fifths_of_nation: EarlierSignal | None

    @property
    def signals(self) -> tuple[EarlierSignal, ...]:
        """All of the area's own signals."""
        return (*self.deviating, *self.promising, *self.differences)


@dataclass(frozen=True, slots=True)
class CountryAttention:
    """What deserves attention in the country: the nation's own signals, and the regions that stand out most."""

    nation: Attention
    behind: tuple[EarlierSignal, ...]
    ahead: tuple[EarlierSignal, ...]
