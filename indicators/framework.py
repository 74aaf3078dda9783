"""The framework of the dialogue: four dimensions, twenty areas, and the background beside them."""

from functools import cached_property
from typing import Any

from indicators.refdata import read_toml
from indicators.text import Strict, Text

CONTEXT = "context"


class FrameworkArea(Strict):
    """One area of a dimension. `gap` says why it has no indicator of its own, else None."""

    code: str
    name: Text
    gap: Text | None = None


class Dimension(Strict):
    """One dimension with its areas in reading order."""

    code: str
    name: Text
    areas: tuple[FrameworkArea, ...]


class Framework(Strict):
    """The whole framework, in reading order."""

    dimensions: tuple[Dimension, ...]
    context: FrameworkArea

    @cached_property
    def by_code(self) -> dict[str, Dimension]:
        """The dimensions by code."""
        return {dimension.code: dimension for dimension in self.dimensions}

    @cached_property
    def areas(self) -> tuple[tuple[Dimension, FrameworkArea], ...]:
        """Every area with its dimension, in reading order."""
        return tuple((dimension, area) for dimension in self.dimensions for area in dimension.areas)

    def area_codes(self, dimension: str) -> tuple[str, ...]:
        """Return the codes of a dimension's areas; of the background, its own code; else none."""
        if dimension == CONTEXT:
            return (CONTEXT,)
        known = self.by_code.get(dimension)
        return tuple(area.code for area in known.areas) if known else ()


def read_framework(raw: dict[str, Any] | None = None) -> Framework:
    """Read the framework from refdata/framework.toml (or from a given dict, for tests)."""
    return Framework.model_validate(read_toml("framework.toml") if raw is None else raw)


FRAMEWORK = read_framework()
