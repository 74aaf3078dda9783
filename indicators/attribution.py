"""Where the reference data come from, and on what terms they are used."""

from typing import Annotated

from pydantic import Field, StringConstraints

from indicators.refdata import read_toml
from indicators.text import Strict, Text, Words


class Evidence(Strict):
    """What somebody has published about how figures were made: in our words, where it stands, and of which month."""

    said: Text
    title: Text
    address: Annotated[str, StringConstraints(pattern=r"^https://")]
    published: Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


class ReferenceFile(Strict):
    """One file of the reference data: what it holds, who it comes from, its licence and vintage.

    `evidence`, by what it is about, is what its publisher says of how it was made.
    """

    what: Text
    source: Text
    licence: Text
    vintage: Words
    evidence: dict[str, Evidence] = Field(default_factory=dict)


REFERENCE_FILES: dict[str, ReferenceFile] = {
    name: ReferenceFile.model_validate(raw) for name, raw in read_toml("SOURCES.toml").items()
}
