"""What is told of each edition without opening its figures: from the manifest alone."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

import orjson

from indicators.editions.edition import MANIFEST, EditionDamagedError
from indicators.editions.library import Library


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """One edition by its manifest. With a `fault` the manifest cannot be read, and nothing else is known.

    `changes` are counts against the edition `previous`: new, changed, withdrawn, headlines, gained, lost, turned.
    """

    number: str
    published: str = ""
    program: str = ""
    previous: str | None = None
    counts: dict[str, int] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    changes: dict[str, int] = field(default_factory=dict)
    sha256: str = ""
    fault: str | None = None


def edition_facts(library: Library, number: str) -> EditionFacts:
    """Return what an edition's manifest tells; of a damaged one, that it is damaged."""
    try:
        content = (library.folder(number) / MANIFEST).read_bytes()
        manifest: dict[str, Any] = orjson.loads(content)
        return EditionFacts(
            number=number,
            published=str(manifest["published"]),
            program=str(manifest["program"]),
            previous=manifest["previous"],
            counts=dict(manifest["counts"]),
            sources=tuple(source["source"] for source in manifest["sources"]),
            changes=dict(manifest["changes"]),
            sha256=hashlib.sha256(content).hexdigest(),
        )
    except (OSError, EditionDamagedError, orjson.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        return EditionFacts(number, fault=str(error) or type(error).__name__)
