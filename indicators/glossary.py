"""The words and abbreviations of the screens, told in our own words."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import Field, StringConstraints, ValidationError

from indicators.faults import Fault, FaultError, from_pydantic, shown
from indicators.refdata import read_toml
from indicators.text import Language, Strict, Text, Words

FILE = "glossary.toml"
Anchor = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]


class Term(Strict):
    """One word: its anchor, the word as it stands in running text, what it means, and words close by (anchors)."""

    id: Anchor
    term: Text
    meaning: Text
    see: tuple[Anchor, ...] = ()


class PerLanguage(Strict):
    """A text in the languages that need it: an abbreviation need not be used in both."""

    sv: Words | None = None
    en: Words | None = None

    def in_(self, language: Language) -> str:
        """Return the text in one language; empty where the language has none."""
        return (self.sv if language == "sv" else self.en) or ""


class Abbreviation(Strict):
    """One abbreviation: its anchor, the short form, what it stands for, and what that is."""

    id: Anchor
    short: PerLanguage
    whole: PerLanguage
    meaning: PerLanguage


class Glossary(Strict):
    """All words and all abbreviations."""

    terms: tuple[Term, ...] = Field(min_length=1)
    abbreviations: tuple[Abbreviation, ...] = Field(min_length=1)


@cache
def read_glossary() -> Glossary:
    """Read the glossary. Raises FaultError with all faults."""
    return check_glossary(read_toml(FILE))


def check_glossary(raw: Mapping[str, Any]) -> Glossary:
    """Return a glossary whose anchors are alone, whose references lead somewhere, and which is whole in each language.

    Raises FaultError with all faults.
    """
    try:
        found = Glossary.model_validate(raw)
    except ValidationError as error:
        raise FaultError(from_pydantic(FILE, error)) from error
    faults = [*_anchors(found), *_halves(found)]
    if faults:
        raise FaultError(faults)
    return found


def _anchors(found: Glossary) -> Iterator[Fault]:
    ids = [item.id for item in found.terms] + [item.id for item in found.abbreviations]
    for place, anchor in enumerate(ids):
        if anchor in ids[:place]:
            yield Fault(FILE, "id", shown(anchor), "stands in the glossary already")
    for term in found.terms:
        for other in term.see:
            if other == term.id or other not in ids:
                yield Fault(FILE, f"terms.{term.id}.see", shown(other), "must be the id of another entry")


def _halves(found: Glossary) -> Iterator[Fault]:
    for item in found.abbreviations:
        parts = (item.short, item.whole, item.meaning)
        spoken = [tuple(name for name in ("sv", "en") if getattr(part, name)) for part in parts]
        if not spoken[0] or len(set(spoken)) > 1:
            where = f"abbreviations.{item.id}"
            yield Fault(FILE, where, shown(spoken), "short, whole and meaning must be given in the same languages")
