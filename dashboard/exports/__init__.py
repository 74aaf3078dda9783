"""One module for each format: NAME, MIME, write(). Found by scanning; each writes what it is given as pieces of bytes.

`csv` and `parquet` take an Arrow table, `zip` takes names with their pieces, the others a catalogue's description.
"""

from typing import Any

from dashboard.exports._scanning import Form, scan

__all__ = ["FORMATS", "Form"]

FORMATS: dict[str, Form[Any]] = scan(__name__, __path__)
