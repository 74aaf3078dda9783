"""What differs between two editions, as records, and as they are kept in the newer one: compressed JSON."""

import gzip
from dataclasses import astuple, dataclass
from typing import Any, Literal

import orjson

from indicators.scorecard import AssessedRow, dump_row, load_row

CHANGES = "changes.json.gz"
CauseKind = Literal[
    "period",
    "value",
    "value-earlier",
    "value-others",
    "value-nation",
    "doubt-added",
    "doubt-removed",
    "doubt-earlier",
    "doubt-others",
    "break",
    "area",
    "keeper",
    "target-added",
    "target-removed",
    "target-level",
    "target-kind",
    "target-status",
    "target-match",
    "definition",
    "method",
]


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One value that differs. `old` is None for a value that is new, `new` for one that was withdrawn."""

    indicator: str
    source: str
    source_key: str
    area: str
    level: str
    sex: str
    period: str
    old: float | None
    new: float | None


@dataclass(frozen=True, slots=True)
class HeadlineChange:
    """An indicator's regions are compared at another period. None where there is none."""

    indicator: str
    sex: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class RegionChange:
    """A region that now has a value for the period that is compared in both editions, or has none any longer."""

    indicator: str
    sex: str
    area: str
    period: str


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason why a verdict differs. `detail` names what: the periods, or the definition's fields."""

    kind: CauseKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A verdict that turned. `what` is target, position or trend; `before` and `after` are the assessed rows.

    `causes` say why, what weighs most first; empty in changes that were stored before causes were found.
    """

    what: str
    before: AssessedRow
    after: AssessedRow
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs between an older and a newer edition, in the catalogue's order."""

    older: str
    newer: str
    values: tuple[ValueChange, ...]
    headlines: tuple[HeadlineChange, ...]
    gained: tuple[RegionChange, ...]
    lost: tuple[RegionChange, ...]
    turned: tuple[VerdictChange, ...]

    def counts(self) -> dict[str, int]:
        """Return how many values are new, changed and withdrawn, and how many regions and verdicts changed."""
        new = sum(item.old is None for item in self.values)
        withdrawn = sum(item.new is None for item in self.values)
        return {
            "new": new,
            "changed": len(self.values) - new - withdrawn,
            "withdrawn": withdrawn,
            "headlines": len(self.headlines),
            "gained": len(self.gained),
            "lost": len(self.lost),
            "turned": len(self.turned),
        }


def dump_changes(changes: Changes) -> bytes:
    """Return the changes as compressed JSON; the same changes give the same bytes."""
    raw = {
        "older": changes.older,
        "newer": changes.newer,
        "values": [astuple(item) for item in changes.values],
        "headlines": [astuple(item) for item in changes.headlines],
        "gained": [astuple(item) for item in changes.gained],
        "lost": [astuple(item) for item in changes.lost],
        "turned": [_dump_turned(item) for item in changes.turned],
    }
    return gzip.compress(orjson.dumps(raw), mtime=0)


def load_changes(content: bytes) -> Changes:
    """Return the changes from the bytes of `dump_changes`."""
    raw: dict[str, Any] = orjson.loads(gzip.decompress(content))
    return Changes(
        raw["older"],
        raw["newer"],
        tuple(ValueChange(*item) for item in raw["values"]),
        tuple(HeadlineChange(*item) for item in raw["headlines"]),
        tuple(RegionChange(*item) for item in raw["gained"]),
        tuple(RegionChange(*item) for item in raw["lost"]),
        tuple(map(_load_turned, raw["turned"])),
    )


def _dump_turned(item: VerdictChange) -> tuple[Any, ...]:
    return item.what, dump_row(item.before), dump_row(item.after), [astuple(cause) for cause in item.causes]


def _load_turned(raw: list[Any]) -> VerdictChange:
    what, before, after = raw[:3]
    causes = raw[3] if len(raw) > 3 else ()
    return VerdictChange(what, load_row(before), load_row(after), tuple(Cause(*item) for item in causes))
