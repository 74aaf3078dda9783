"""All definitions together: lookup, filter, twins, and how much of the framework they cover."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from indicators.definition import DEFINITIONS, Definition, read_definitions
from indicators.framework import FRAMEWORK, Dimension, FrameworkArea

PLACES = {(dim.code, area.code): place for place, (dim, area) in enumerate(FRAMEWORK.areas)}


@dataclass(frozen=True)
class Coverage:
    """How many of the framework's areas have indicators of their own."""

    covered: int
    areas: int
    gaps: tuple[tuple[Dimension, FrameworkArea], ...]


@dataclass(frozen=True)
class Catalogue:
    """The definitions, in the framework's reading order.

    Two publishers' series for one question are one indicator to the reader: the `main` definition gives the indicator
    its id, the other one is its twin. They are never joined into one series.
    """

    definitions: tuple[Definition, ...]

    @cached_property
    def by_id(self) -> dict[str, Definition]:
        """Every definition, twins included, by id."""
        return {definition.id: definition for definition in self.definitions}

    @cached_property
    def indicators(self) -> tuple[Definition, ...]:
        """What the reader counts as indicators: results, without twins and background."""
        return tuple(d for d in self.definitions if d.twin is None and not d.is_context)

    @cached_property
    def context(self) -> tuple[Definition, ...]:
        """The background rows, shown beside results and never judged."""
        return tuple(d for d in self.definitions if d.is_context)

    @cached_property
    def twins(self) -> dict[str, Definition]:
        """The twin series by the id of the indicator they belong to."""
        return {d.twin.of: d for d in self.definitions if d.twin is not None}

    def main_id(self, definition_id: str) -> str:
        """Return the reader's id for a definition: a twin's is its indicator's."""
        twin = self.by_id[definition_id].twin
        return definition_id if twin is None else twin.of

    def series_of(self, indicator: str) -> tuple[Definition, ...]:
        """Return the definitions whose series answer one indicator: the main one, then its twin."""
        twin = self.twins.get(indicator)
        return (self.by_id[indicator], twin) if twin else (self.by_id[indicator],)

    def in_area(self, dimension: str, area: str) -> tuple[Definition, ...]:
        """Return the indicators of one framework area."""
        return tuple(d for d in self.indicators if d.dimension == dimension and d.area == area)

    @cached_property
    def coverage(self) -> Coverage:
        """How much of the framework the indicators cover."""
        gaps = tuple((dim, area) for dim, area in FRAMEWORK.areas if not self.in_area(dim.code, area.code))
        return Coverage(len(FRAMEWORK.areas) - len(gaps), len(FRAMEWORK.areas), gaps)


def read_catalogue(folder: Path = DEFINITIONS) -> Catalogue:
    """Read every definition under a folder. Raises FaultError with the faults of all files at once."""
    return Catalogue(tuple(sorted(read_definitions(folder), key=_reading_order)))


def _reading_order(definition: Definition) -> tuple[int, int, str]:
    """Area by area as the framework has them, in each area by the definitions' own order; the background last."""
    place = PLACES.get((definition.dimension, definition.area), len(PLACES))
    return place, definition.order, definition.id
