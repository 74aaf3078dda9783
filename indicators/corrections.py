"""Corrections: figures that were published and are wrong, with cause, finder and what is right where that is known.

Those that come with the program stand in refdata; those made on an installation stand beside its editions. None is ever
taken away: an edition keeps its figures, and whoever reads one of them is told.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property
from math import isclose
from pathlib import Path
from typing import Annotated, Any

import orjson
from pydantic import Field, ValidationError, model_validator

from indicators.areas import AREAS
from indicators.definition import Identifier, Sex
from indicators.faults import Fault, FaultError, from_pydantic, shown
from indicators.refdata import REFDATA, read_toml
from indicators.text import Strict, Text, Words

FILE = "corrections.toml"
OWN_FILE = "corrections.json"
"""In the store of an installation's own editions."""
SENTENCES = 3
"""What is told the public: which figure, why it is wrong, and what is right."""


class CorrectedFigure(Strict):
    """One figure that is wrong. `right` is None where it is not known, or was withdrawn."""

    area: Annotated[str, Field(pattern=r"^\d{2}(\d{2})?$")]
    period: Annotated[str, Field(pattern=r"^\d{4}(-\d{2})?$")]
    sex: Sex = "T"
    wrong: float
    right: float | None = None


class Correction(Strict):
    """The correction of some figures of one series (`indicator`, a definition's id).

    `editions` are those it was made for; a later edition that still holds the wrong figure is told of too.
    """

    id: Identifier
    indicator: Identifier
    editions: Annotated[tuple[Words, ...], Field(min_length=1)]
    cause: Text
    found_by: Text
    found_on: dt.date
    corrected_on: dt.date
    sentences: Annotated[tuple[Text, ...], Field(min_length=SENTENCES, max_length=SENTENCES)]
    figures: Annotated[tuple[CorrectedFigure, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _figures_differ(self) -> "Correction":
        places = [(item.area, item.period, item.sex) for item in self.figures]
        if len(set(places)) < len(places):
            raise ValueError("a figure is named twice")
        if any(item.wrong == item.right for item in self.figures):
            raise ValueError("the right figure must differ from the wrong one")
        if self.corrected_on < self.found_on:
            raise ValueError("corrected_on must not be before found_on")
        return self

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods whose figures are wrong."""
        return tuple(sorted({item.period for item in self.figures}))

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas whose figures are wrong."""
        return tuple(sorted({item.area for item in self.figures}))


class Corrections(Strict):
    """Every correction, newest first. `stores` are those of the editions whose figures they may concern."""

    corrections: tuple[Correction, ...] = ()
    stores: tuple[Path, ...] = ()

    @model_validator(mode="after")
    def _each_has_a_name(self) -> "Corrections":
        names = [item.id for item in self.corrections]
        if len(set(names)) < len(names):
            raise ValueError("two corrections have the same id")
        return self

    def of(self, indicator: str, area: str, period: str, sex: str, value: float | None) -> Correction | None:
        """Return the correction of a figure that an edition holds; None when it is not corrected.

        An edition that holds another value than the wrong one has nothing to correct.
        """
        found = self._by_figure.get((indicator, area, period, sex))
        if found is None or value is None or not isclose(found[1].wrong, value, abs_tol=1e-6):
            return None
        return found[0]

    def of_indicators(self, indicators: Iterable[str]) -> tuple[Correction, ...]:
        """Return the corrections of some series, newest first."""
        wanted = set(indicators)
        return tuple(item for item in self.corrections if item.indicator in wanted)

    @cached_property
    def _by_figure(self) -> Mapping[tuple[str, str, str, str], tuple[Correction, CorrectedFigure]]:
        # Of two corrections of one figure the newer one is told: it is put in last.
        return {
            (item.indicator, figure.area, figure.period, figure.sex): (item, figure)
            for item in reversed(self.corrections)
            for figure in item.figures
        }


NO_CORRECTIONS = Corrections()


def read_corrections(store: Path | None = None, folder: Path = REFDATA) -> Corrections:
    """Read the program's corrections, and those of a store of editions. Raises FaultError with every fault."""
    program = _valid(read_toml(FILE, folder), FILE)
    own = _valid(_own(store / OWN_FILE), OWN_FILE) if store else NO_CORRECTIONS
    newest_first = sorted(
        (*program.corrections, *own.corrections), key=lambda item: (-item.corrected_on.toordinal(), item.id)
    )
    return _valid({"corrections": [item.model_dump() for item in newest_first]}, OWN_FILE)


def _own(path: Path) -> dict[str, Any]:
    try:
        raw: dict[str, Any] = orjson.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, orjson.JSONDecodeError) as error:
        raise FaultError(
            [Fault(OWN_FILE, "(file)", str(error), "must be JSON, as `edition correct` writes it")]
        ) from error
    return raw


def _valid(raw: Any, where: str) -> Corrections:
    try:
        return Corrections.model_validate(raw)
    except ValidationError as error:
        raise FaultError(from_pydantic(where, error)) from error


def link_faults(found: Corrections, indicators: Iterable[str]) -> list[Fault]:
    """Return what corrections name that is not there: an indicator or an area."""
    known = set(indicators)
    strange = [
        Fault(item.id, "indicator", shown(item.indicator), "no definition has this id")
        for item in found.corrections
        if item.indicator not in known
    ]
    areas = [
        Fault(item.id, "area", shown(figure.area), "no area has this code")
        for item in found.corrections
        for figure in item.figures
        if figure.area not in AREAS.by_code
    ]
    return strange + areas
