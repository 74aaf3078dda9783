"""The observations of an edition, found by series. Decoded on demand: nothing is read before it is asked for."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

Points = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class SeriesValues:
    """One publisher's series. `points[(sex, area)]` are (period, value) pairs, oldest first."""

    source: str
    source_key: str
    points: dict[tuple[str, str], Points]
    vintages: dict[str, str]

    def at(self, sex: str, area: str, period: str) -> float | None:
        """Return the value of one area and period; None when there is none."""
        return dict(self.points.get((sex, area), ())).get(period)

    def latest(self, sex: str, area: str, not_after: str = "9999") -> tuple[str, float] | None:
        """Return the newest (period, value) of an area, not after a period; None when there is none."""
        known = [point for point in self.points.get((sex, area), ()) if point[0] <= not_after]
        return known[-1] if known else None


class SeriesStore:
    """The observations of one Parquet file, sorted by series, area, sex and period; one series at a time."""

    def __init__(self, path: Path) -> None:
        """Remember the file; it is read when first asked for."""
        self._path = path
        self._table: Any = None
        self._offsets: dict[tuple[str, str], tuple[int, int]] = {}
        self.series = lru_cache(maxsize=256)(self._read)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return every (source, source_key) of the file."""
        self._open()
        return tuple(self._offsets)

    def _open(self) -> None:
        if self._table is not None:
            return
        # pyarrow takes a tenth of a second to import: only who asks for observations pays for it.
        import pyarrow.parquet

        table = pyarrow.parquet.read_table(self._path, memory_map=True)
        sources, keys = table["source"].to_pylist(), table["source_key"].to_pylist()
        self._offsets = _offsets(list(zip(sources, keys, strict=True)))
        self._table = table

    def _read(self, source: str, source_key: str) -> SeriesValues:
        self._open()
        start, stop = self._offsets.get((source, source_key), (0, 0))
        rows = self._table.slice(start, stop - start)
        columns = [rows[name].to_pylist() for name in ("sex", "area", "period", "value", "vintage")]
        points: dict[tuple[str, str], list[tuple[str, float]]] = {}
        vintages: dict[str, str] = {}
        for sex, area, period, value, vintage in zip(*columns, strict=True):
            if value is not None:
                points.setdefault((sex, area), []).append((period, value))
                vintages[period] = vintage
        return SeriesValues(source, source_key, {k: tuple(sorted(v)) for k, v in points.items()}, vintages)


def _offsets(keys: list[tuple[str, str]]) -> dict[tuple[str, str], tuple[int, int]]:
    starts: dict[tuple[str, str], int] = {}
    for place, key in enumerate(keys):
        starts.setdefault(key, place)
    ends = [*list(starts.values())[1:], len(keys)]
    return {key: (start, end) for (key, start), end in zip(starts.items(), ends, strict=True)}
