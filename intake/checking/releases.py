"""Values that were held back and that somebody has vouched for: who, when and why, kept beside the data."""

import datetime as dt
import math
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, NamedTuple

import orjson
from pydantic import Field, ValidationError

from indicators.durable import write_bytes
from indicators.faults import Fault, FaultError, from_pydantic
from indicators.text import Strict

FILE = "releases.json"


class Named(NamedTuple):
    """A value by its name. `value` is None for a withdrawal."""

    source: str
    source_key: str
    area: str
    period: str
    sex: str
    value: float | None


Released = frozenset[Named] | frozenset[tuple[str, str, str, str, str, float | None]]


class Release(Strict):
    """One value that was vouched for. Only this very value is let through: another at its place is judged anew."""

    source: Annotated[str, Field(min_length=1)]
    source_key: Annotated[str, Field(min_length=1)]
    area: Annotated[str, Field(min_length=1)]
    period: Annotated[str, Field(min_length=1)]
    sex: Annotated[str, Field(pattern=r"^[TFM]$")]
    value: Annotated[float, Field(allow_inf_nan=False)] | None
    who: Annotated[str, Field(min_length=1)]
    when: dt.date
    why: Annotated[str, Field(min_length=1)]

    @property
    def named(self) -> Named:
        """The value that is let through."""
        return Named(self.source, self.source_key, self.area, self.period, self.sex, self.value)


def read_releases(folder: Path) -> tuple[Release, ...]:
    """Return what has been vouched for in a data folder, oldest first. Raises FaultError with every fault, OSError."""
    path = folder / FILE
    if not path.is_file():
        return ()
    try:
        raw = orjson.loads(path.read_bytes())
    except orjson.JSONDecodeError as error:
        raise FaultError([Fault(FILE, "(file)", str(error), "must be a list in JSON")]) from error
    if not isinstance(raw, list):
        raise FaultError([Fault(FILE, "(file)", type(raw).__name__, "must be a list in JSON")])
    found: list[Release] = []
    faults: list[Fault] = []
    for number, item in enumerate(raw, 1):
        try:
            found.append(Release.model_validate_json(orjson.dumps(item)))
        except ValidationError as error:
            faults.extend(from_pydantic(f"{FILE} entry {number}", error))
    if faults:
        raise FaultError(faults)
    return tuple(found)


def append_releases(folder: Path, added: Iterable[Release]) -> tuple[Release, ...]:
    """Add to what has been vouched for, in one durable step, and return all of it. Raises FaultError, OSError.

    Nothing is taken away, and what stands there already is not written twice. Only for the holder of the lock.
    """
    held = read_releases(folder)
    known = {release.named for release in held}
    new = list({release.named: release for release in added if release.named not in known}.values())
    if new:
        every = [release.model_dump(mode="json") for release in (*held, *new)]
        write_bytes(folder / FILE, orjson.dumps(every, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    return (*held, *new)


def released(releases: Iterable[Release]) -> Released:
    """Return what `check` is to let through."""
    return frozenset(release.named for release in releases)


def name_of(place: tuple[str, str, str, str, str], value: float) -> Named:
    """Return the name of a value at (source, source_key, area, period, sex); not a number is a withdrawal."""
    return Named(*place, value=None if math.isnan(value) else value)
