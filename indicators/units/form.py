"""Where each column lies in a file of units: so that rows are found without reading the others.

The file itself (`units.arrow`) is plain Arrow IPC, uncompressed and in one batch, which any Arrow reader opens. Beside
it `units.json` tells at which byte each column begins and which rows hold which indicator and region. Serving thereby
needs a few reads of the file and nothing else: pyarrow takes a tenth of a second to import, and numpy comes with it.
"""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from indicators.text import Strict

FORMAT: Literal[1] = 1
TABLE, OFFSETS = "units.arrow", "units.json"
MAGIC = b"ARROW1"

Position = Annotated[int, Field(ge=0)]
Width = Literal[1, 2, 4]
WIDTHS: dict[Width, Literal["b", "h", "i"]] = {1: "b", 2: "h", 4: "i"}


class UnitsDamagedError(Exception):
    """The files of units cannot be used. The message names the file and what is wrong with it."""


class Dictionary(Strict):
    """The texts a column's codes stand for: `n` texts, `bytes` long, in the order of the codes."""

    n: Position
    ends: Position
    text: Position
    bytes: Position


class Texts(Strict):
    """A column of texts: codes of `width` bytes, and their dictionary."""

    width: Width
    codes: Position
    dictionary: Dictionary


class Numbers(Strict):
    """A column of 64-bit floats. `valid` is where its bits of presence begin; None when no number is missing."""

    data: Position
    valid: Position | None


class Flags(Strict):
    """A column of bits."""

    data: Position


class Told(Strict):
    """What is known of all rows of one region."""

    vintage: str
    example: bool


Span = tuple[Position, Position]


class Form(Strict):
    """The whole of `units.json`. `spans[indicator][region]` are the first row and the one after the last.

    They are everybody's rows; `groups` are those of groups, which follow them. Files from before groups have none.
    """

    format: Literal[1]
    rows: Position
    bytes: Position
    texts: dict[str, Texts]
    numbers: dict[str, Numbers]
    flags: dict[str, Flags]
    regions: dict[str, Told]
    spans: dict[str, dict[str, Span]]
    groups: dict[str, dict[str, Span]] = Field(default_factory=dict)


def read_form(path: Path) -> Form:
    """Read `units.json`. Raises UnitsDamagedError."""
    where = f"{path.parent.name}/{path.name}"
    try:
        return Form.model_validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise UnitsDamagedError(f"{where}: the file is missing, but {TABLE} is there") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "(file)"
        raise UnitsDamagedError(f"{where}: {field}: {first['msg']}") from error
