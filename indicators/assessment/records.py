"""What is known of a series beside its verdicts: plain records, made with an edition and read when it is shown."""

from dataclasses import dataclass, field

from indicators.assessment.judgement import Judgement
from indicators.definition import Sex
from indicators.periods import years_in
from indicators.series import Points
from indicators.statistics.outcomes import Spread

SWEDEN = "Sweden"
FEWEST_FOR_HALF = 15
"""Sound values that a middle half is told of: with fewer it says little of where most lie."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One definition's series for one sex.

    `points` are the nation's and the regions' (period, value) pairs, oldest first. `values` are the regions' values at
    the headline period; `doubtful` are those that cannot be right and are no yardstick. `spread` is of the
    others. `newer` is a later period with too few regions, and how many report it.
    """

    indicator: str
    sex: Sex
    headline: str | None
    values: dict[str, float]
    nation: float | None
    doubtful: tuple[str, ...]
    spread: Spread | None
    newer: tuple[str, int] | None
    points: dict[str, Points] = field(default_factory=dict)

    @property
    def yardsticks(self) -> dict[str, float]:
        """The regions' values that may serve in a comparison."""
        return {code: value for code, value in self.values.items() if code not in self.doubtful}

    @property
    def middle_half(self) -> tuple[float, float] | None:
        """The first and third quartiles of the sound values, where their middle half lies; None of fewer than 15."""
        found = self.spread
        return (found.q1, found.q3) if found is not None and found.n >= FEWEST_FOR_HALF else None


@dataclass(frozen=True, slots=True)
class InsideSpread:
    """The municipalities of one region at one period. `values` is sorted from low to high, by municipality code."""

    period: str | None
    values: dict[str, float]
    spread: Spread | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Countries:
    """One international figure: each country's newest value, the publisher's own average, and where it comes from."""

    name: str
    unit: str
    year: str
    values: dict[str, float]
    years: tuple[str, str]
    average: float | None
    average_label: str
    sweden: float | None
    publisher: str
    edition: str
    licence: str

    @property
    def last_year(self) -> int | None:
        """The newest year that the publisher's text of the years names, like 2021 of «2019-2021»; None of none."""
        return max(years_in(self.year), default=None)


@dataclass(frozen=True, slots=True)
class InternationalGap:
    """The verdict on Sweden against the average; `best` is the mean of the best three countries (own computation)."""

    grade: str
    year: str | None
    average: float | None
    sweden: float | None
    best: float | None
    countries: int
    on_axis: bool
    judgement: Judgement
