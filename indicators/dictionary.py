"""The data dictionary: what every table of an edition holds, field by field, for whoever takes the data home."""

from pathlib import Path
from typing import Annotated, Any, Literal, Self

import tomli
from pydantic import Field as Limit
from pydantic import ValidationError, model_validator

from indicators.faults import FaultError, from_pydantic
from indicators.text import Strict, Text, Words

FILE = "dictionary.toml"
Name = Annotated[str, Limit(pattern=r"^[a-z][a-z_]*$")]


class DataField(Strict):
    """One field. The same name means the same thing, in the same unit, in every table."""

    title: Text
    description: Text
    type: Literal["string", "number", "integer"] = "string"
    enum: tuple[Words, ...] = ()
    pattern: Words | None = None


class ForeignKey(Strict):
    """A field whose values are those of a field in another table."""

    field: Name
    table: Name
    to: Name


class DataTable(Strict):
    """One table: its fields in order, those that make a row unique, and those that always hold something."""

    title: Text
    description: Text
    fields: Annotated[tuple[Name, ...], Limit(min_length=1)]
    key: tuple[Name, ...] = ()
    required: tuple[Name, ...] = ()
    refers: tuple[ForeignKey, ...] = ()

    @model_validator(mode="after")
    def _names_its_own_fields(self) -> Self:
        named = {*self.key, *self.required, *(item.field for item in self.refers)}
        strange = sorted(named - set(self.fields))
        if strange:
            raise ValueError(f"not a field of the table: {', '.join(strange)}")
        return self


class Dictionary(Strict):
    """Every table by name, and every field by name."""

    tables: dict[Name, DataTable]
    fields: dict[Name, DataField]

    @model_validator(mode="after")
    def _every_field_is_described_and_used(self) -> Self:
        used = {name for table in self.tables.values() for name in table.fields}
        if used != set(self.fields):
            raise ValueError(f"described or used, but not both: {', '.join(sorted(used ^ set(self.fields)))}")
        return self


def read_dictionary(raw: dict[str, Any] | None = None) -> Dictionary:
    """Return the dictionary, or one made of a raw table. Raises FaultError with every fault."""
    try:
        return Dictionary.model_validate(_stored() if raw is None else raw)
    except ValidationError as error:
        raise FaultError(from_pydantic(FILE, error)) from error


def _stored() -> dict[str, Any]:
    return tomli.loads(Path(__file__).with_name(FILE).read_text(encoding="utf-8"))


DICTIONARY = read_dictionary()
