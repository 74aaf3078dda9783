"""The settings of monthly charts: run lengths, and the documented decisions to start new limits."""

import datetime as dt
from typing import Annotated

from pydantic import Field, ValidationError

from indicators.definition import Identifier
from indicators.faults import FaultError, from_pydantic
from indicators.refdata import read_toml
from indicators.text import Strict, Text, Words

FILE = "control_charts.toml"
Run = Annotated[int, Field(ge=2, le=20)]
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


class Runs(Strict):
    """How many points make a run."""

    one_side: Run
    trend: Run
    outer: Run
    outer_of: Run


class WrittenRebase(Strict):
    """One decision to start new limits: of which series and area, from which month, by whom, when and why."""

    indicator: Identifier
    area: Annotated[str, Field(pattern=r"^\d{2}$")]
    start: Month
    decided: dt.date
    who: Words
    cause: Text


class ControlCharts(Strict):
    """The settings of monthly charts."""

    runs: Runs
    rebases: tuple[WrittenRebase, ...] = ()


def read_control_charts() -> ControlCharts:
    """Read the settings. Raises FaultError with every fault."""
    try:
        return ControlCharts.model_validate(read_toml(FILE))
    except ValidationError as error:
        raise FaultError(from_pydantic(FILE, error)) from error
