"""What an edition was judged by, kept with it: however the definitions change, it opens as it was published.

An edition from before this was kept has its own beside the program, made with the program of then.
"""

import gzip
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError

from indicators.catalogue import Catalogue
from indicators.definition import Definition
from indicators.editions.edition import EMBEDDED, MANIFEST, Edition, EditionDamagedError
from indicators.refdata import REFDATA
from indicators.reference import Reference
from indicators.same_question import SameQuestions, read_same
from indicators.series_cuts import SeriesCuts, read_series_cuts
from indicators.themes import THEMES_IN_CONTEXT, Themes, read_themes

PUBLISHED_WITH = "definitions.json.gz"
"""The file of an edition that holds it."""
BESIDE = REFDATA / "published_with"
"""Where the program has it for editions from before it was kept."""


@dataclass(frozen=True)
class PublishedWith:
    """The definitions, target levels, questions, themes and cuts in series of one edition.

    Neither themes nor moves of municipalities and changes of keeper were known before 2026-12.
    """

    catalogue: Catalogue
    reference: Reference
    same: SameQuestions
    themes: Themes | None = None
    cuts: SeriesCuts | None = None


def current_judges(catalogue: Catalogue, reference: Reference) -> PublishedWith:
    """Return what an edition that is written now is judged by. Raises FaultError when a setting is wrong."""
    return PublishedWith(catalogue, reference, read_same(), read_themes(), read_series_cuts())


def dump_published_with(found: PublishedWith) -> bytes:
    """Return it as compressed JSON; the same gives the same bytes."""
    raw = {
        "definitions": [definition.model_dump(mode="json") for definition in found.catalogue.definitions],
        "reference": found.reference.model_dump(mode="json"),
        "same_question": found.same.model_dump(mode="json"),
        "themes": found.themes.model_dump(mode="json") if found.themes else None,
        "series_cuts": found.cuts.model_dump(mode="json", by_alias=True) if found.cuts else None,
    }
    return gzip.compress(orjson.dumps(raw, option=orjson.OPT_SORT_KEYS), mtime=0)


def load_published_with(content: bytes) -> PublishedWith:
    """Return it from the bytes of `dump_published_with`. Raises ValueError, KeyError or OSError when it is not that."""
    raw: dict[str, Any] = orjson.loads(gzip.decompress(content))
    themes = Themes.model_validate(raw["themes"]) if raw.get("themes") else None
    # An earlier edition's themes are those of its own time.
    context = {THEMES_IN_CONTEXT: themes} if themes else None
    definitions = tuple(Definition.model_validate(item, context=context) for item in raw["definitions"])
    return PublishedWith(
        Catalogue(definitions),
        Reference.model_validate(raw["reference"]),
        SameQuestions.model_validate(raw["same_question"]),
        themes,
        SeriesCuts.model_validate(raw["series_cuts"]) if raw.get("series_cuts") else None,
    )


def published_with(edition: Edition) -> PublishedWith | None:
    """Return what an edition was judged by when it was published; None where nobody has kept it.

    Raises EditionDamagedError when what was kept cannot be read.
    """
    path = _place(edition)
    if path is None:
        return None
    try:
        return load_published_with(path.read_bytes())
    except (OSError, EOFError, zlib.error, orjson.JSONDecodeError, KeyError, TypeError, ValidationError) as error:
        told = f"cannot be read as what the edition was judged by ({type(error).__name__}: {error})"
        raise EditionDamagedError(f"{path.parent.name}/{path.name}: {told}") from error


def _place(edition: Edition) -> Path | None:
    if PUBLISHED_WITH in edition.manifest.get("files", {}):
        return edition.folder / PUBLISHED_WITH
    path = BESIDE / f"{edition.number}.json.gz"
    return path if path.is_file() and _is_embedded(edition) else None


def _is_embedded(edition: Edition) -> bool:
    """Whether it is the edition that came with the program, or a copy: another may have its number elsewhere."""
    try:
        manifest = orjson.loads((EMBEDDED / edition.number / MANIFEST).read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return False
    return bool(manifest["files"] == edition.manifest.get("files"))
