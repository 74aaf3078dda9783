"""The themes of the dialogue, and the fields of a definition that decide how its figures may become signals."""

from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, ValidationError, ValidationInfo, model_validator

from indicators.faults import FaultError, from_pydantic
from indicators.refdata import REFDATA, read_toml
from indicators.text import Strict, Text, Words

FILE = "themes.toml"
THEMES_IN_CONTEXT = "themes"
"""Under which name a validation is told of other themes than the program's own: those of an earlier edition."""
BACKGROUND = "context"
"""The theme of figures that are background and never a signal."""
SourceKind = Literal["survey", "register", "report", "deaths", "insurance", "accounts", "income", "population"]
Influence = Literal["region", "shared", "society", "inherited"]


class Theme(Strict):
    """A subject of the dialogue. `missing` says what is not published by region, where figures are few."""

    code: Words
    name: Text
    missing: Text | None = None


class FigureSource(Strict):
    """The register, survey or report behind one or several indicators."""

    code: Words
    kind: SourceKind
    name: Text


class Themes(Strict):
    """All themes in the order they are listed. They are preliminary until the parties have `adopted` them."""

    version: Words
    date: Words
    adopted: bool
    themes: Annotated[tuple[Theme, ...], Field(min_length=1)]
    sources: Annotated[tuple[FigureSource, ...], Field(min_length=1)]

    def theme(self, code: str) -> Theme:
        """Return a theme by its code. Raises KeyError for one that is not known."""
        return {theme.code: theme for theme in self.themes}[code]

    def source(self, code: str) -> FigureSource:
        """Return a source by its code. Raises KeyError for one that is not known."""
        return {source.code: source for source in self.sources}[code]


@lru_cache(maxsize=1)
def read_themes(folder: Path = REFDATA) -> Themes:
    """Read themes and sources. Raises FaultError with every fault."""
    try:
        return Themes.model_validate(read_toml(FILE, folder))
    except ValidationError as error:
        raise FaultError(from_pydantic(FILE, error)) from error


def _themes(info: ValidationInfo) -> Themes:
    told: Themes | None = (info.context or {}).get(THEMES_IN_CONTEXT)
    return told or read_themes()


def _known_theme(code: str, info: ValidationInfo) -> str:
    known = (*(theme.code for theme in _themes(info).themes), BACKGROUND)
    if code not in known:
        raise ValueError(f"must be one of {', '.join(known)}")
    return code


def _known_source(code: str, info: ValidationInfo) -> str:
    if code not in {source.code for source in _themes(info).sources}:
        raise ValueError(f"must be a code of refdata/{FILE}")
    return code


class SignalFields(Strict):
    """How an indicator's figures may become signals.

    `weight` 0 is never a signal; 3 is an outcome or a statutory right. `over_time` "same-year-only" is compared within
    one year and never told as a change. `compare` "peers" must also be worse than comparable regions. `keeper_change`
    is the first period that another keeper collected. `over_time_reason` says why different years are not held against
    each other. `note` says why the weight departs from its kind's.
    """

    theme: Annotated[str, AfterValidator(_known_theme)]
    weight: Annotated[int, Field(ge=0, le=3)]
    influence: Influence
    source: Annotated[str, AfterValidator(_known_source)]
    over_time: Literal["judge", "same-year-only"] = "judge"
    compare: Literal["nation", "peers"] = "nation"
    keeper_change: Annotated[str, Field(pattern=r"^\d{4}(-\d{2})?$")] | None = None
    over_time_reason: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _what_is_not_told_over_time_says_why(self) -> Self:
        if (self.over_time == "same-year-only") != (self.over_time_reason is not None):
            raise ValueError("'over_time_reason' is required for same-year-only, and for nothing else")
        return self
