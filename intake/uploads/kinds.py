"""What kind of file it is: its name's ending and its first bytes must say the same."""

from pathlib import Path

from intake.uploads.findings import StopError, shown
from intake.uploads.limits import MEGABYTE, MOST_BYTES

ENDINGS = {".csv": "csv", ".txt": "csv", ".tsv": "csv", ".xlsx": "xlsx"}
OLD_ENDINGS = (".xls", ".xlsb", ".xlsm", ".xlt", ".xltx", ".xltm", ".ods", ".numbers")
ZIP, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# What a file that is no text begins with.
FOREIGN = (
    ZIP,
    b"PK\x05\x06",
    COMPOUND,
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"MZ",
    b"\x7fELF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"{\\rtf",
    b"PAR1",
    b"SQLite format",
)
MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<script")


def check_form(path: Path, name: str) -> str:
    """Return "csv" or "xlsx". Raises StopError when the file is empty, too large, or not what its name says."""
    size = path.stat().st_size
    if size == 0:
        raise StopError("file-empty", found=shown(name))
    if size > MOST_BYTES:
        most = f"{MOST_BYTES // MEGABYTE} MB"
        raise StopError("file-too-large", found=f"{size / MEGABYTE:.1f} MB", facts={"most": most})
    ending = Path(name.casefold()).suffix
    if ending in OLD_ENDINGS:
        raise StopError("file-old-form", found=shown(name))
    form = ENDINGS.get(ending)
    if form is None:
        raise StopError("file-type", found=shown(name))
    with path.open("rb") as stream:
        start = stream.read(512)
    _check_start(start, form, name)
    return form


def _check_start(start: bytes, form: str, name: str) -> None:
    if start.startswith(COMPOUND) and form == "xlsx":
        # A locked workbook is an old container round the new one.
        raise StopError("file-old-form", found=shown(name))
    if form == "xlsx" and not start.startswith(ZIP):
        raise StopError("content-mismatch", found=shown(name), facts={"form": "XLSX"})
    is_foreign = start.startswith(FOREIGN) or start.lstrip().lower().startswith(MARKUP)
    if form == "csv" and is_foreign:
        raise StopError("content-mismatch", found=shown(name), facts={"form": "CSV"})
