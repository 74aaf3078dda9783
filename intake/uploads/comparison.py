"""What a new file changes against what the region has published: values new, changed and gone."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from intake.uploads.columns import GivenRow

MOST_SHOWN = 20
Key = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class UnitChange:
    """One value that differs: whose it is, what was published and what the file says; None where there is none.

    A value that is new has no `old_status`.
    """

    unit: str
    indicator: str
    period: str
    sex: str
    group: str
    old: float | None
    new: float | None
    old_status: str
    new_status: str


@dataclass(frozen=True, slots=True)
class Compared:
    """How a file differs from the version before: all of it counted, the first in full, changed before new."""

    against: str
    new: int
    changed: int
    gone: int
    same: int
    changes: tuple[UnitChange, ...]
    units_gone: tuple[str, ...]

    def dump(self) -> dict[str, Any]:
        """Return the comparison as plain data."""
        return asdict(self)

    @classmethod
    def load(cls, raw: dict[str, Any]) -> "Compared":
        """Return the comparison from plain data. Raises TypeError or KeyError when it is none."""
        changes = tuple(UnitChange(**item) for item in raw["changes"])
        return cls(**{**raw, "changes": changes, "units_gone": tuple(raw["units_gone"])})


def compare(rows: Iterable[GivenRow], before: Mapping[Key, GivenRow], against: str) -> Compared:
    """Return what rows change against those published before under the version `against`."""
    new = changed = same = 0
    shown: list[UnitChange] = []
    fresh: list[UnitChange] = []
    seen: set[Key] = set()
    units: set[str] = set()
    for row in rows:
        seen.add(row.key)
        units.add(row.unit)
        old = before.get(row.key)
        if old is None:
            new += 1
            if len(fresh) < MOST_SHOWN:
                fresh.append(UnitChange(*row.key, None, row.value, "", row.status))
        elif old == row:
            same += 1
        else:
            changed += 1
            if len(shown) < MOST_SHOWN:
                shown.append(UnitChange(*row.key, old.value, row.value, old.status, row.status))
    gone_units = sorted({row.unit for row in before.values()} - units)
    gone = sum(key not in seen for key in before)
    return Compared(
        against, new, changed, gone, same, tuple([*shown, *fresh][:MOST_SHOWN]), tuple(gone_units[:MOST_SHOWN])
    )
