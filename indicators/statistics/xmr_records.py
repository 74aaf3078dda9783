"""What a chart of months or weeks is asked for and what it says. Reading it needs no numpy."""

from dataclasses import dataclass
from typing import Literal

from indicators.statistics.errors import RebaseError, SettingError

Rule = Literal["outside", "one-side", "trend", "outer-third"]
Towards = Literal["high", "low", "rising", "falling"]
Assurance = Literal["always-met", "always-missed", "by-chance"]
FEWEST_MONTHS = 12
"""Points in a row that limits are made of."""


@dataclass(frozen=True, slots=True)
class XmrSettings:
    """Run lengths: points in a row on one side, points in a row rising or falling, and how many of how many outer ones.

    Raises SettingError when a run is shorter than two points, or more outer points are asked for than looked at.
    """

    one_side: int = 7
    trend: int = 7
    outer: int = 2
    outer_of: int = 3

    def __post_init__(self) -> None:
        """Refuse runs that every series would have."""
        for name in ("one_side", "trend", "outer"):
            if getattr(self, name) < 2:
                raise SettingError(name, found=getattr(self, name), allowed="must be at least 2")
        if self.outer_of < self.outer:
            raise SettingError("outer_of", found=self.outer_of, allowed=f"must be at least {self.outer}, as outer")


@dataclass(frozen=True, slots=True)
class Rebase:
    """A decision to start new limits: from which period, decided on which date (ISO), and why.

    Raises RebaseError when the date or the cause is blank.
    """

    start: str
    date: str
    cause: str

    def __post_init__(self) -> None:
        """Refuse what is not documented."""
        for name in ("date", "cause"):
            if not getattr(self, name).strip():
                raise RebaseError(found=getattr(self, name), allowed=f"its {name} must be written down")


@dataclass(frozen=True, slots=True)
class XmrLimits:
    """A segment's centre and limits, in the values' unit, and the mean moving range they are made of.

    `screened` is how many moving ranges were too wide to count.
    """

    centre: float
    lower: float
    upper: float
    moving_range: float
    screened: int


@dataclass(frozen=True, slots=True)
class XmrSegment:
    """Points between two re-bases: positions `first` to `last`. `limits` is None with fewer than twelve points."""

    first: int
    last: int
    limits: XmrLimits | None
    rebase: Rebase | None


@dataclass(frozen=True, slots=True)
class XmrSignal:
    """Points that show a special cause: the rule, towards where, and their positions."""

    rule: Rule
    towards: Towards
    points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class XmrChart:
    """A series in order of time, its segments, its signals, and whether its target will be met as things are.

    `moving_ranges` has None for the first point and after a gap. `assurance` is None without a target, or when the
    last segment has no limits yet.
    """

    periods: tuple[str, ...]
    values: tuple[float, ...]
    moving_ranges: tuple[float | None, ...]
    segments: tuple[XmrSegment, ...]
    signals: tuple[XmrSignal, ...]
    assurance: Assurance | None
