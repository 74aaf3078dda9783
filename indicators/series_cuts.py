"""Where a series of one area may not be read across: its breaks, municipalities that moved, and changes of keeper."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError, model_validator

from indicators.areas import AREAS
from indicators.definition import Definition, SeriesBreak
from indicators.faults import FaultError, from_pydantic
from indicators.periods import Period
from indicators.refdata import REFDATA, read_toml
from indicators.text import Strict, Text

FILE = "series_cuts.toml"
CutKind = Literal["break", "area", "keeper"]
# Of several cuts at one period the keeper’s is told: it says why the others stand there.
ORDER: dict[CutKind, int] = {"area": 0, "break": 1, "keeper": 2}


class Move(Strict):
    """A municipality that moved from one region to another; `year` is the first year it was counted in the new one."""

    municipality: Annotated[str, Field(pattern=r"^\d{4}$")]
    left: Annotated[str, Field(pattern=r"^\d{2}$", alias="from")]
    joined: Annotated[str, Field(pattern=r"^\d{2}$", alias="to")]
    year: Annotated[int, Field(ge=1900, le=2100)]
    short: Text
    reason: Text

    @model_validator(mode="after")
    def _joined_where_it_lies(self) -> "Move":
        if self.left not in AREAS.region_codes:
            raise ValueError(f"'from' is no region: {self.left}")
        if self.municipality not in AREAS.inside.get(self.joined, ()):
            raise ValueError(f"{self.municipality} does not lie in region {self.joined}")
        return self


class KeeperChange(Strict):
    """A day on which a collection got another keeper; `period` is the first that the new one collected."""

    period: Annotated[str, Field(pattern=r"^\d{4}(-\d{2})?$")]
    short: Text
    reason: Text


class SeriesCuts(Strict):
    """Every move and every change of keeper."""

    moves: tuple[Move, ...]
    keepers: tuple[KeeperChange, ...]


@lru_cache(maxsize=1)
def read_series_cuts(folder: Path = REFDATA) -> SeriesCuts:
    """Read moves and changes of keeper. Raises FaultError with every fault."""
    try:
        return SeriesCuts.model_validate(read_toml(FILE, folder))
    except ValidationError as error:
        raise FaultError(from_pydantic(FILE, error)) from error


@dataclass(frozen=True, slots=True)
class Cut:
    """A place in a series that nothing is told across: the first period after it, what it is, and why in words.

    `event` is what a reason names it by: a break's or keeper's own period, the code of a municipality that moved.
    """

    period: str
    kind: CutKind
    event: str
    reason: Text
    short: Text | None = None


def cuts_of(definition: Definition, area: str = "", *, keeper: bool = True) -> tuple[Cut, ...]:
    """Return the cuts in one area's series, oldest first; without `keeper` a change of keeper is none.

    Without an area they are those that all areas share.
    """
    found = [*map(_of_break, definition.breaks), *_of_moves(definition, area)]
    if keeper and (change := keeper_change(definition)):
        found.append(Cut(change.period, "keeper", change.period, change.reason, change.short))
    return tuple(sorted(found, key=lambda cut: (cut.period, ORDER[cut.kind])))


def cut_between(definition: Definition, area: str, earlier: str, later: str, *, keeper: bool = True) -> Cut | None:
    """Return the latest cut between two periods of an area's series; None when they are on the same side of all."""
    found = [cut for cut in cuts_of(definition, area, keeper=keeper) if earlier < cut.period <= later]
    return found[-1] if found else None


def comparable_from(definition: Definition, area: str, last: str) -> str:
    """Return the first period that may be read together with `last`: that of the latest cut, "" without one."""
    return max((cut.period for cut in cuts_of(definition, area) if cut.period <= last), default="")


def drawn_cuts(definition: Definition, area: str = "") -> tuple[Cut, ...]:
    """Return the cuts as a picture shows them, one for each event; without an area, those that all areas share."""
    by_period = {cut.period: cut for cut in cuts_of(definition, area)}
    return tuple({cut.reason.sv: cut for cut in by_period.values()}.values())


def keeper_change(definition: Definition) -> KeeperChange | None:
    """Return the change of keeper of an indicator's collection; None when it never changed."""
    period = definition.signals.keeper_change if definition.signals else None
    return next((change for change in read_series_cuts().keepers if change.period == period), None)


def cut_text(definition: Definition, kind: CutKind, event: str) -> Text | None:
    """Return why a cut that a reason names is there; None when it is no longer known."""
    match kind:
        case "break":
            found: list[Text] = [item.reason for item in definition.breaks if item.period == event]
        case "area":
            found = [move.reason for move in read_series_cuts().moves if move.municipality == event]
        case "keeper":
            found = [change.reason for change in read_series_cuts().keepers if change.period == event]
    return found[0] if found else None


def is_told_over_time(definition: Definition) -> bool:
    """Return whether values of different years may be held against each other at all."""
    return definition.signals is None or definition.signals.over_time == "judge"


def members_at(region: str, period: str) -> tuple[str, ...]:
    """Return the codes of the municipalities that lay in a region at a period."""
    year, members = Period.parse(period).year, set(AREAS.inside[region])
    for move in read_series_cuts().moves:
        if year < move.year:
            members -= {move.municipality} if region == move.joined else set()
            members |= {move.municipality} if region == move.left else set()
    return tuple(sorted(members))


def _of_break(item: SeriesBreak) -> Cut:
    return Cut(item.period, "break", item.period, item.reason)


def _of_moves(definition: Definition, area: str) -> list[Cut]:
    """A mean of several years that holds years of both divisions is cut off from those before and from those after."""
    width = definition.period.years or 1
    return [
        Cut(str(year), "area", move.municipality, move.reason, move.short)
        for move in read_series_cuts().moves
        if area in (move.left, move.joined)
        for year in sorted({move.year, move.year + width - 1})
    ]
