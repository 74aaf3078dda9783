"""What the choice of signals gives: signals, the subjects they make, and everything of one area and of the nation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "gap",
    "worsening",
    "fell",
    "target",
    "check",
    "improving",
    "strength",
    "ahead",
    "right",
    "joint",
    "rights",
    "goal",
    "nation-improving",
    "nation-worsening",
    "nation-check",
    "nation-spread",
]
Group = Literal["focus", "shared", "check", "improving", "strengths", "other", "rights", "goals", "worsening", "spread"]
Basis = Literal["own", "single", "joint", "shared"]
CheckReason = Literal["doubted", "keeper", "several-registers", "same-register", "many-regions", "big-step"]
Fact = float | int | str | None


@dataclass(frozen=True, slots=True)
class Level:
    """A mean or median over some periods, unrounded, in the indicator's unit."""

    value: float
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A change between two levels, beside the nation's in the same periods.

    `nation_before` and `nation_after` are None where the nation has none, and where `held_back`: several regions' steps
    are under suspicion, so that no sentence may print the nation's. `recovered`: it has been better before the window.
    `stays_worst`: an improvement that leaves the region in the worst quarter. For one year's fall `before` and `after`
    are single values.
    """

    kind: Literal["improving", "worsening", "fell"]
    before: Level
    after: Level
    nation_before: float | None
    nation_after: float | None
    held_back: bool = False
    recovered: bool = False
    stays_worst: bool = False


@dataclass(frozen=True, slots=True)
class Companion:
    """Another measure of the same register that is doubted for the same step: `series` is the one that speaks."""

    indicator: str
    series: str
    previous: float
    value: float


SignalChange = Change
"""Under which name the domain gives it to the screen: a change of own units has the plain one there."""


@dataclass(frozen=True, slots=True)
class Factors:
    """What a signal's points are the product of, and the distance in standard errors."""

    weight: float
    size: float
    age: float
    peers: float
    z: float | None


@dataclass(frozen=True, slots=True)
class Signal:
    """One finding about one question in one area.

    `indicator` is the reader's id and `series` the twin that speaks. `nation_is_middle`: the nation publishes none, and
    `nation` is the middle region's value. `previous` is the (period, value) a step is counted from (check, fell).
    `change` is a clause of a gap, or the finding itself. `reasons` say why a value is to be checked; `was_worst` that
    the level was among the worst before the step. `facts` holds what only some kinds have: target (level, operator,
    reach, regions), nation kinds (regions, of, low, high, n), rights (of, low_indicator, low_value, low_period,
    high_indicator, high_value, high_period; theme, indicator and period are then empty), nation-check (regions), and of
    a region's: size (the distance in spreads, negative for the better), ahead (1: among those with the shortest wait).
    `points` is None where nothing is put in order by them.
    `companions` are the other doubted measures of the register that a check tells with its own.
    `focus_rank` is the place of the subject it belongs to, `is_joined` that it belongs to the theme told with it.
    """

    group: Group
    kind: Kind
    theme: str
    indicator: str
    series: str
    area: str
    period: str
    value: float
    nation: float | None = None
    nation_is_middle: bool = False
    best_quarter: float | None = None
    previous: tuple[str, float] | None = None
    change: Change | None = None
    reasons: tuple[CheckReason, ...] = ()
    was_worst: bool = False
    points: float | None = None
    factors: Factors | None = None
    objections: tuple[str, ...] = ()
    focus_rank: int | None = None
    is_joined: bool = False
    companions: tuple[Companion, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suspected:
    """A series' value of one region that is to be checked before it is used, told or not, and why."""

    series: str
    period: str
    reasons: tuple[CheckReason, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """A theme proposed as a subject to raise, or told beside them as shared.

    The area is in the worst quarter in `worst` of `judged` questions, in `clear` of them by a gap beyond chance.
    `members` are its signals, heaviest first; of basis "joint" the one that speaks, a right or an agreed level.
    `joined` is the theme that the same survey supports and that is told with it.
    """

    theme: str
    rank: int
    basis: Basis
    points: float | None
    worst: int
    judged: int
    clear: int
    members: tuple[Signal, ...]
    objections: tuple[str, ...] = ()
    joined: "Subject | None" = None


@dataclass(frozen=True, slots=True)
class AreaSignals:
    """Everything chosen for one area, not after the year `as_of` (None: the newest figures).

    `subjects` are at most three, in order; `shared` are told beside them. `signals` holds every signal once, members of
    subjects and shared themes included, in the order groups and ranks are shown. `suspected` are all of a region's
    newest values that are to be checked, of which `signals` holds those that are told.
    """

    area: str
    as_of: str | None
    subjects: tuple[Subject, ...]
    shared: tuple[Subject, ...]
    signals: tuple[Signal, ...]
    suspected: tuple[Suspected, ...] = ()

    def of_group(self, group: Group) -> tuple[Signal, ...]:
        """Return the signals of one group, in order."""
        return tuple(signal for signal in self.signals if signal.group == group)
