"""Units with whole defaults, and folders of them: a test states only what it is about."""

import hashlib
import json

import pandas as pd

from indicators import UNIT_COLUMNS, UnitRow
from intake.uploads.unit_table import write_units

DEFAULTS = {
    "indicator": "sample",
    "region": "14",
    "unit": "Exempelsjukhuset",
    "kind": "hospital",
    "period": "2025",
    "frequency": "year",
    "sex": "T",
    "value": 80.0,
    "lower": None,
    "upper": None,
    "numerator": 80.0,
    "denominator": 100.0,
    "status": "supplied",
    "example": False,
    "vintage": "2026-11-20",
}
HIDDEN = {"value": None, "numerator": None, "denominator": None, "status": "too-few"}


def row(**changes):
    """One unit's row."""
    return UnitRow(**{**DEFAULTS, **changes})


def frame(*rows):
    """Rows as a frame, in the order given."""
    return pd.DataFrame([item._asdict() for item in rows], columns=list(UNIT_COLUMNS))


def write(folder, *rows):
    """Write rows to a folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    write_units(frame(*rows), folder)
    return folder


def share(numerator, denominator, **changes):
    """A row of a share that its counts tell."""
    value = round(100 * numerator / denominator, 1)
    return row(value=value, numerator=float(numerator), denominator=float(denominator), **changes)


def upload(uploads, region, *rows, number="0001", since="2026-11-20"):
    """A region's published upload, and its pointer, as intake.uploads leaves them."""
    folder = write(uploads / region / number, *(item._replace(region=region) for item in rows))
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    (folder / "manifest.json").write_text(json.dumps({"files": files}), encoding="utf-8")
    point(uploads, region, number, since)
    return folder


def point(uploads, region, number, since="2026-11-21"):
    """Swap a region's pointer; to None when everything is taken back."""
    content = json.dumps({"version": number, "since": f"{since}T10:00:00+00:00", "by": "Prövare"})
    aside = uploads / region / "pointer"
    aside.write_text(content, encoding="utf-8")
    aside.replace(uploads / region / "current.json")
