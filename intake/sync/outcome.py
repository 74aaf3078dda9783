"""What came of a sync, for who ran it: a line for each source, each refusal, and what was not asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SyncTally:
    """One source in numbers: series and rows that were read, and how they differ from the edition that is current.

    `status` is read, partly, refused, unreachable or not-asked.
    """

    source: str
    status: str
    series: int = 0
    rows: int = 0
    new: int = 0
    changed: int = 0
    withdrawn: int = 0
    quarantined: int = 0
    refused: int = 0
    not_asked: int = 0


@dataclass(frozen=True, slots=True)
class SyncRefusal:
    """Series that a source did not give: where it was asked, and why. Their earlier rows stay."""

    source: str
    series: tuple[str, ...]
    address: str
    reason: str
    code: str
    is_left: bool = False


@dataclass(frozen=True, slots=True)
class SyncNotAsked:
    """A series that was not asked for, and what is not established of it."""

    source: str
    series: str
    reason: str


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """What came of a sync. `edition` is the one it is compared with; `changed` the series that differ from it."""

    edition: str
    tallies: tuple[SyncTally, ...]
    refused: tuple[SyncRefusal, ...]
    not_asked: tuple[SyncNotAsked, ...]
    changed: tuple[tuple[str, str], ...]
    figures_changed: tuple[str, ...] = ()
    is_staged: bool = False

    @property
    def is_unreachable(self) -> bool:
        """Whether not a single source that was asked could be reached."""
        asked = [tally for tally in self.tallies if tally.status != "not-asked"]
        return bool(asked) and all(tally.status == "unreachable" for tally in asked)

    @property
    def is_whole(self) -> bool:
        """Whether everything that was asked for was read."""
        return not self.refused
