"""Where the reference data come from, and on what terms they are used."""

from indicators.refdata import read_toml
from indicators.text import Strict, Text, Words


class ReferenceFile(Strict):
    """One file of the reference data: what it holds, who it comes from, its licence and vintage."""

    what: Text
    source: Text
    licence: Text
    vintage: Words


REFERENCE_FILES: dict[str, ReferenceFile] = {
    name: ReferenceFile.model_validate(raw) for name, raw in read_toml("SOURCES.toml").items()
}
