"""One indicator's definition: a TOML file with facts and words, read through a strict schema."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal, Self

import tomli
from pydantic import AfterValidator, Field, ValidationError, ValidationInfo, field_validator, model_validator

from indicators.denominator import PER, UNSTATED, People
from indicators.faults import Fault, FaultError, from_pydantic, shown
from indicators.framework import CONTEXT, FRAMEWORK
from indicators.text import Strict, Text
from indicators.themes import SignalFields
from indicators.vocabulary import CAVEATS, UNITS

Direction = Literal["higher", "lower", "none"]
Kind = Literal["outcome", "process", "structure", "context"]
Sex = Literal["T", "F", "M"]
Level = Literal["nation", "region", "municipality", "unit"]
Identifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]

DEFINITIONS = Path(__file__).parent / "definitions"


def _known_unit(code: str) -> str:
    if code not in UNITS:
        raise ValueError(f"must be one of {', '.join(UNITS)}")
    return code


def _known_caveat(code: str) -> str:
    if code not in CAVEATS:
        raise ValueError("must be a code of refdata/caveats.toml")
    return code


UnitCode = Annotated[str, AfterValidator(_known_unit)]
CaveatCode = Annotated[str, AfterValidator(_known_caveat)]


class PeriodFields(Strict):
    """What a period of the series stands for. `years` is the width of a multi-year mean."""

    kind: Literal["single-year", "multi-year-mean", "month"]
    years: Annotated[int, Field(ge=2, le=10)] | None = None
    note: Text

    @model_validator(mode="after")
    def _years_belong_to_means(self) -> Self:
        if (self.kind == "multi-year-mean") != (self.years is not None):
            raise ValueError("'years' is required for a multi-year-mean, and for nothing else")
        return self

    @property
    def overlaps(self) -> bool:
        """Whether neighbouring periods share years, so that a trend cannot be judged."""
        return self.kind == "multi-year-mean"


class Relevance(Strict):
    """The smallest change that matters: in the indicator's unit, or in per cent of the nation's value."""

    basis: Literal["unit", "percent-of-nation"]
    value: Annotated[float, Field(gt=0)]

    def threshold(self, nation: float | None) -> float | None:
        """Return the threshold in the indicator's unit; None when the nation's value is needed but missing."""
        if self.basis == "unit":
            return self.value
        return None if nation is None else abs(nation) * self.value / 100


class Plausible(Strict):
    """The range a value can have. A published value outside it is shown, marked as doubtful, and never a yardstick."""

    low: float | None = None
    high: float | None = None

    @model_validator(mode="after")
    def _low_is_below_high(self) -> Self:
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise ValueError("'low' must be below 'high'")
        return self

    def holds(self, value: float) -> bool:
        """Return whether the value lies in the range."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


class Criteria(Strict):
    """How the indicator meets each criterion of the framework, in words."""

    measurable: Text
    valid: Text
    relevant: Text
    interpretable: Text
    actionable: Text


class SeriesBreak(Strict):
    """A break in the series: the first period after it, and why."""

    period: Annotated[str, Field(pattern=r"^\d{4}(-\d{2})?$")]
    reason: Text


class Doubt(Strict):
    """Published values that cannot be right: shown, marked with the reason, never judged and never a yardstick.

    Empty `periods` means all periods, empty `areas` all areas.
    """

    periods: tuple[Annotated[str, Field(pattern=r"^\d{4}(-\d{2})?$")], ...] = ()
    areas: tuple[Annotated[str, Field(pattern=r"^\d{2}$")], ...] = ()
    reason: Text

    def covers(self, area: str, period: str) -> bool:
        """Return whether a value is doubted."""
        return (not self.periods or period in self.periods) and (not self.areas or area in self.areas)


class SeriesKey(Strict):
    """Where a series is found: the publisher, its key, and which levels and sexes it serves."""

    provider: Identifier
    key: Annotated[str, Field(min_length=1)]
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    sexes: Annotated[tuple[Sex, ...], Field(min_length=1)]


class Twin(Strict):
    """This series answers the same question as another indicator, from another publisher or period form."""

    of: Identifier
    note: Text


class Definition(Strict):
    """One indicator. The file's name is its id and the folder's name its dimension.

    `order` is its place in the area's reading order, lowest first; without one it comes last. `only_sex` is set where
    the indicator concerns women or men alone though the publisher calls its values total.
    """

    id: Identifier
    dimension: Identifier
    area: Identifier
    order: Annotated[int, Field(ge=0)] = 1000
    kind: Kind
    only_sex: Literal["F", "M"] | None = None
    direction: Direction
    unit: UnitCode
    decimals: Annotated[int, Field(ge=0, le=3)]
    reviewed: dt.date
    caveats: tuple[CaveatCode, ...] = ()
    name: Text
    short_name: Text
    measures: Text
    matters: Text
    numerator: Text
    denominator: Text
    direction_reason: Text
    period: PeriodFields
    relevance: Relevance
    plausible: Plausible = Plausible()
    criteria: Criteria
    breaks: tuple[SeriesBreak, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    series: Annotated[tuple[SeriesKey, ...], Field(min_length=1)]
    twin: Twin | None = None
    people: People = UNSTATED
    signals: SignalFields | None = None

    # Each field is checked by itself, so that a fault names the field and hides no other.
    @field_validator("area")
    @classmethod
    def _area_is_in_dimension(cls, area: str, info: ValidationInfo) -> str:
        dimension = info.data.get("dimension")
        allowed = FRAMEWORK.area_codes(dimension) if dimension else (area,)
        if area not in allowed:
            raise ValueError(f"dimension '{dimension}' has {', '.join(allowed) or 'no areas: it is unknown'}")
        return area

    @field_validator("kind")
    @classmethod
    def _background_stands_apart(cls, kind: Kind, info: ValidationInfo) -> Kind:
        if "dimension" in info.data and (info.data["dimension"] == CONTEXT) != (kind == CONTEXT):
            raise ValueError("kind 'context' belongs to the folder context, and only there")
        return kind

    @field_validator("people")
    @classmethod
    def _people_are_counted(cls, people: People, info: ValidationInfo) -> People:
        if people.denominator and (info.data.get("unit", "percent") not in PER or info.data.get("direction") == "none"):
            raise ValueError("a denominator needs a direction and a unit that is a share or a rate")
        return people

    @property
    def is_context(self) -> bool:
        """Whether the indicator is background, shown beside results and never judged."""
        return self.kind == "context"

    def doubt(self, area: str, period: str) -> Doubt | None:
        """Return why a value is doubted in words; None when it is not (or only lies outside the plausible range)."""
        return next((doubt for doubt in self.doubts if doubt.covers(area, period)), None)

    def is_sound(self, area: str, period: str, value: float) -> bool:
        """Return whether a value may be judged and held against others."""
        return self.plausible.holds(value) and self.doubt(area, period) is None


def read_definition(path: Path) -> Definition:
    """Read one file. Raises FaultError with every fault in it."""
    where = f"{path.parent.name}/{path.name}"
    try:
        raw = tomli.loads(path.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FaultError([Fault(where, "(file)", str(error), "the file must be TOML in UTF-8")]) from error
    try:
        definition = Definition.model_validate(raw)
    except ValidationError as error:
        raise FaultError(from_pydantic(where, error)) from error
    faults = _place_faults(where, path, definition)
    if faults:
        raise FaultError(faults)
    return definition


def _place_faults(where: str, path: Path, definition: Definition) -> list[Fault]:
    pairs = [("id", definition.id, path.stem), ("dimension", definition.dimension, path.parent.name)]
    return [
        Fault(where, field, shown(found), f"must be {shown(wanted)}, as the file's place says")
        for field, found, wanted in pairs
        if found != wanted
    ]


def read_definitions(folder: Path = DEFINITIONS) -> tuple[Definition, ...]:
    """Read every definition under a folder, sorted by file. Raises FaultError with the faults of all files at once."""
    faults: list[Fault] = []
    definitions: list[Definition] = []
    files = sorted(folder.rglob("*.toml"))
    for path in files:
        try:
            definitions.append(read_definition(path))
        except FaultError as error:
            faults.extend(error.faults)
    faults.extend(_lone_faults(definitions, {path.stem for path in files} - {item.id for item in definitions}))
    if faults:
        raise FaultError(faults)
    return tuple(definitions)


def _lone_faults(definitions: list[Definition], broken: set[str]) -> list[Fault]:
    """The faults no file has by itself: an id used twice, a twin of nothing, two twins. Broken files are not blamed."""
    taken: set[str] = set()
    main = broken | {definition.id for definition in definitions if definition.twin is None}
    faults: list[Fault] = []
    for item in definitions:
        where, of = f"{item.dimension}/{item.id}.toml", item.twin.of if item.twin else None
        if item.id in taken:
            faults.append(Fault(where, "id", shown(item.id), "another file has this id"))
        if of is not None and of not in main:
            faults.append(Fault(where, "twin.of", shown(of), "must name an indicator that is no twin itself"))
        if of is not None and f"twin of {of}" in taken:
            faults.append(Fault(where, "twin.of", shown(of), "another file is its twin already"))
        taken |= {item.id, f"twin of {of}"}
    return faults
