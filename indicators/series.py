"""The observations of an edition, found by series. Decoded on demand: nothing is read before it is asked for."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

KEY = ("source", "source_key")
SHOWN = ("sex", "area", "period", "value", "vintage")
TEXTS = [*KEY, *(name for name in SHOWN if name != "value")]
GROUP = "group"
GROUPED = (GROUP, "sex", "area", "period", "value", "numerator", "denominator")
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


class GroupPoint(NamedTuple):
    """One value of one group; counts are None where the publisher gives none."""

    group: str
    sex: str
    area: str
    period: str
    value: float
    numerator: float | None
    denominator: float | None


class SeriesStore:
    """The observations of one Parquet file, sorted by series, area, sex and period; one series at a time.

    A series' values are those of everybody; those of groups are asked for by themselves.
    """

    def __init__(self, path: Path) -> None:
        """Remember the file; it is read when first asked for."""
        self._path = path
        self._table: Any = None
        self._offsets: dict[tuple[str, str], tuple[int, int]] = {}
        self._by_group: dict[tuple[str, str], tuple[GroupPoint, ...]] | None = None
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

        # Texts as codes: a million rows then take tens of megabytes and not hundreds.
        schema = pyarrow.parquet.read_schema(self._path)
        # Editions from before groups were kept have no such column.
        columns = [*KEY, *SHOWN, *([GROUP] if GROUP in schema.names else [])]
        texts = [*TEXTS, GROUP]
        table = pyarrow.parquet.read_table(self._path, columns=columns, read_dictionary=texts, memory_map=True)
        self._table = _of_everybody(table).combine_chunks()
        self._offsets = _offsets(self._table["source"], self._table["source_key"])

    def grouped(self, source: str, source_key: str) -> tuple[GroupPoint, ...]:
        """Return the values of a series' groups, in no order; for who builds an edition: it reads the whole file."""
        return self._groups().get((source, source_key), ())

    def _groups(self) -> dict[tuple[str, str], tuple[GroupPoint, ...]]:
        if self._by_group is None:
            self._by_group = _read_groups(self._path)
        return self._by_group

    def _read(self, source: str, source_key: str) -> SeriesValues:
        self._open()
        start, stop = self._offsets.get((source, source_key), (0, 0))
        rows = self._table.slice(start, stop - start)
        columns = [_plain(rows[name]) for name in SHOWN]
        points: dict[tuple[str, str], list[tuple[str, float]]] = {}
        vintages: dict[str, str] = {}
        for sex, area, period, value, vintage in zip(*columns, strict=True):
            if value is not None:
                points.setdefault((sex, area), []).append((period, value))
                vintages[period] = vintage
        return SeriesValues(source, source_key, {k: tuple(sorted(v)) for k, v in points.items()}, vintages)


def _of_everybody(table: Any) -> Any:
    """The rows of no group, without the column that says so."""
    if GROUP not in table.column_names:
        return table
    groups = table[GROUP]
    if any(groups.unique().to_pylist()):
        table = table.filter(_is_everybody(groups))
    return table.drop_columns([GROUP])


def _is_everybody(groups: Any) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.equal(pc.fill_null(groups.cast(pa.string()), ""), "")


def _read_groups(path: Path) -> dict[tuple[str, str], tuple[GroupPoint, ...]]:
    import pyarrow.compute as pc
    import pyarrow.parquet

    if GROUP not in pyarrow.parquet.read_schema(path).names:
        return {}
    table = pyarrow.parquet.read_table(path, columns=[*KEY, *GROUPED])
    rows = table.filter(pc.invert(_is_everybody(table[GROUP]))).to_pylist()
    found: dict[tuple[str, str], list[GroupPoint]] = {}
    for row in rows:
        if row["value"] is not None:
            point = GroupPoint(**{name: row[name] for name in GROUPED})
            found.setdefault((row["source"], row["source_key"]), []).append(point)
    return {key: tuple(points) for key, points in found.items()}


def _plain(column: Any) -> list[Any]:
    """Values as they are. Codes are turned into texts all at once: one by one takes ten times as long."""
    chunk = column.combine_chunks()
    plain: list[Any] = (chunk.dictionary_decode() if hasattr(chunk, "dictionary") else chunk).to_pylist()
    return plain


def _offsets(sources: Any, keys: Any) -> dict[tuple[str, str], tuple[int, int]]:
    """Where each series begins and ends. Its rows lie together, so that its end is found by halving, not by reading."""

    def at(place: int) -> tuple[str, str]:
        return sources[place].as_py(), keys[place].as_py()

    found: dict[tuple[str, str], tuple[int, int]] = {}
    start, stop = 0, len(sources)
    while start < stop:
        own = at(start)
        found[own] = (start, _end(at, own, start, stop))
        start = found[own][1]
    return found


def _end(at: Callable[[int], tuple[str, str]], own: tuple[str, str], start: int, stop: int) -> int:
    return bisect_left(range(stop), True, start, stop, key=lambda place: at(place) != own)
