"""The assessed rows: one per series, sex and area. Computed when an edition is built, read when it is opened."""

import gzip
from collections.abc import Callable, Hashable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Generic, TypeVar

import orjson

from indicators.areas import NATION
from indicators.assessment.judgement import NOT_ASSESSED, Judgement, Reason, not_assessed
from indicators.assessment.records import Comparison, InsideSpread, InternationalGap
from indicators.definition import Sex
from indicators.statistics.outcomes import Spread

Point = tuple[str, float]
METHOD = 4
"""Raised when a method changes, so that stored scorecards are computed anew."""


Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Decoded(Mapping[Key, Value], Generic[Key, Value]):
    """Stored items, each decoded when first asked for: a page needs a hundredth of what an edition holds."""

    def __init__(self, raw: dict[Key, Any], decode: Callable[[Any], Value]) -> None:
        self._raw, self._decode = raw, decode
        self._ready: dict[Key, Value] = {}

    def __getitem__(self, key: Key) -> Value:
        if key not in self._ready:
            self._ready[key] = self._decode(self._raw[key])
        return self._ready[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


@dataclass(frozen=True, slots=True)
class AssessedRow:
    """One series, sex and area: the value at the headline period and every verdict on it.

    An area without a value there has `value` None and `last` its own newest value. `change` says what the value is
    counted from and why, or why from nothing; `previous` is the (period, value) it is counted from.
    """

    indicator: str
    sex: Sex
    area: str
    period: str | None
    value: float | None
    last: Point | None
    previous: Point | None
    target: Judgement
    position: Judgement
    trend: Judgement
    inside: InsideSpread
    sexes: Judgement
    change: Judgement


@dataclass(frozen=True)
class Scorecard:
    """Everything assessed in one edition, not after one year (`as_of`; None is the newest there is).

    `known_headlines` are the headline periods as they were stored, so that no comparison need be decoded for them.
    """

    digest: str
    as_of: str | None
    comparisons: Mapping[tuple[str, Sex], Comparison]
    international: Mapping[str, InternationalGap]
    rows: Mapping[tuple[str, Sex, str], AssessedRow]
    known_headlines: Mapping[tuple[str, Sex], str] | None = None

    def row(self, series: str, sex: Sex, area: str) -> AssessedRow | None:
        """Return the row of one series, sex and area; None when the sex is not published."""
        return self.rows.get((series, sex, area))

    @cached_property
    def headlines(self) -> Mapping[tuple[str, Sex], str]:
        """The headline period of each series and sex that has one."""
        if self.known_headlines is not None:
            return self.known_headlines
        return {key: found.headline for key, found in self.comparisons.items() if found.headline is not None}

    @property
    def series_sexes(self) -> Set[tuple[str, Sex]]:
        """Which series have values for which sex."""
        return self.headlines.keys()

    def headline_series(self, candidates: tuple[str, ...], sex: Sex) -> str | None:
        """Return which of an indicator's series speaks for it: the one with the newest headline; the first on a tie."""
        known = [series for series in candidates if (series, sex) in self.headlines]
        return max(known, key=lambda series: self.headlines[series, sex], default=None)


def dump_scorecard(scorecard: Scorecard) -> bytes:
    """Return the scorecard as compressed lines of JSON; the same scorecard gives the same bytes.

    The first line names what the others are, one comparison or row to a line: a page reads a hundredth of them, and a
    start none.
    """
    comparisons, rows = list(scorecard.comparisons.values()), list(scorecard.rows.values())
    head = {
        "digest": scorecard.digest,
        "as_of": scorecard.as_of,
        "comparisons": [[item.indicator, item.sex, item.headline] for item in comparisons],
        "international": dict(scorecard.international),
        "rows": [[row.indicator, row.sex, row.area] for row in rows],
    }
    lines = [head, *comparisons, *map(dump_row, rows)]
    return gzip.compress(b"\n".join(orjson.dumps(line, option=orjson.OPT_SERIALIZE_NUMPY) for line in lines), mtime=0)


def load_scorecard(content: bytes) -> Scorecard:
    """Return a scorecard from the bytes of `dump_scorecard`, or of editions from before there were lines."""
    first, *lines = gzip.decompress(content).split(b"\n")
    head = orjson.loads(first)
    if not lines:
        return _load_whole(head)
    named, keys = head["comparisons"], head["rows"]
    compared = dict(zip(((series, sex) for series, sex, _ in named), lines[: len(named)], strict=True))
    assessed = dict(zip(((row[0], row[1], row[2]) for row in keys), lines[len(named) :], strict=True))
    return Scorecard(
        head["digest"],
        head["as_of"],
        Decoded(compared, lambda line: _load_comparison(orjson.loads(line))),
        Decoded(head["international"], _load_gap),
        Decoded(assessed, lambda line: load_row(orjson.loads(line))),
        {(series, sex): headline for series, sex, headline in named if headline is not None},
    )


def _load_whole(raw: dict[str, Any]) -> Scorecard:
    comparisons = Decoded({(item["indicator"], item["sex"]): item for item in raw["comparisons"]}, _load_comparison)
    rows = Decoded({(item[0], item[1], item[2]): item for item in raw["rows"]}, load_row)
    return Scorecard(raw["digest"], raw["as_of"], comparisons, Decoded(raw["international"], _load_gap), rows)


def dump_row(row: AssessedRow) -> list[Any]:
    """Return a row as a list, not an object: five thousand rows of field names would be half the file."""
    verdicts = [_dump_judgement(j) for j in (row.target, row.position, row.trend, row.sexes)]
    inside = row.inside
    spread = [inside.period, inside.values, _dump_spread(inside.spread), _dump_judgement(inside.judgement)]
    about = [row.indicator, row.sex, row.area, row.period, row.value, row.last, row.previous]
    return [*about, *verdicts, spread, _dump_judgement(row.change)]


def load_row(item: list[Any]) -> AssessedRow:
    """Return a row from the list of `dump_row`, or of editions from before it said what a change is counted from."""
    indicator, sex, area, period, value, last, previous, target, position, trend, sexes, inside, *change = item
    return AssessedRow(
        indicator,
        sex,
        area,
        period,
        value,
        tuple(last) if last else None,
        tuple(previous) if previous else None,
        _load_judgement(target),
        _load_judgement(position),
        _load_judgement(trend),
        InsideSpread(inside[0], inside[1], _load_spread(inside[2]), _load_judgement(inside[3])),
        _load_judgement(sexes),
        _load_judgement(change[0]) if change else _as_published(value, previous),
    )


def _as_published(value: float | None, previous: list[Any] | None) -> Judgement:
    """Earlier editions counted a change from the period next before, and did not say why."""
    if value is None or not previous:
        return not_assessed("change.none.first" if value is not None else "missing")
    period, before = previous
    return Judgement(
        "counted", Reason("change.published", {"since": period, "before": before, "change": value - before})
    )


def _dump_judgement(judgement: Judgement) -> list[Any]:
    return [judgement.verdict, judgement.reason.key, judgement.reason.params]


def _load_judgement(item: list[Any]) -> Judgement:
    verdict, key, params = item
    return Judgement(verdict, Reason(key, params)) if params else _plain(verdict, key)


@lru_cache(maxsize=256)
def _plain(verdict: str, key: str) -> Judgement:
    return Judgement(verdict, Reason(key))


def _dump_spread(spread: Spread | None) -> list[Any] | None:
    if spread is None:
        return None
    return [spread.n, spread.minimum, spread.q1, spread.median, spread.q3, spread.maximum]


def _load_spread(item: list[Any] | dict[str, Any] | None) -> Spread | None:
    if item is None:
        return None
    return Spread(**item) if isinstance(item, dict) else Spread(*item)


def _load_comparison(item: dict[str, Any]) -> Comparison:
    points = {code: tuple((period, value) for period, value in series) for code, series in item["points"].items()}
    newer = tuple(item["newer"]) if item["newer"] else None
    changed = {"points": points, "newer": newer, "doubtful": tuple(item["doubtful"])}
    return Comparison(**{**item, **changed, "spread": _load_spread(item["spread"])})


def _load_gap(item: dict[str, Any]) -> InternationalGap:
    judgement = item["judgement"]
    reason = Reason(judgement["reason"]["key"], judgement["reason"]["params"])
    return InternationalGap(**{**item, "judgement": Judgement(judgement["verdict"], reason)})


__all__ = [
    "METHOD",
    "NATION",
    "NOT_ASSESSED",
    "AssessedRow",
    "Scorecard",
    "dump_row",
    "dump_scorecard",
    "load_row",
    "load_scorecard",
]
