"""Which column is which, by its heading."""

from collections.abc import Sequence

from intake.uploads.columns import FIELD_OF, REQUIRED
from intake.uploads.findings import Findings, StopError, UploadFinding, shown
from intake.uploads.grid import Cell


def words(cell: Cell) -> str:
    """Return a heading or a listed word as it is compared: small letters, single spaces."""
    return " ".join(str(cell).split()).strip(" *:").casefold()


def is_heading(cells: Sequence[Cell]) -> bool:
    """Return whether a row is the headings of unit data: at least three of them, the unit and indicator among them."""
    found = {FIELD_OF.get(words(cell)) for cell in cells} - {None}
    return {"unit", "indicator"} <= found and len(found) >= 3


def read_headings(
    sheet: str, row: int, cells: Sequence[Cell], hidden: frozenset[int], findings: Findings
) -> dict[str, int]:
    """Return each field's column (from 0). Raises StopError when one is missing or stands twice."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        name = words(cell)
        if not name:
            continue
        if place + 1 in hidden:
            findings.add(UploadFinding("hidden-columns", sheet, row, shown(cell)))
            continue
        field = FIELD_OF.get(name)
        if field is None:
            findings.add(UploadFinding("columns-ignored", sheet, row, found=shown(cell)))
        elif field in found:
            raise StopError("columns-twice", sheet=shown(sheet), row=row, found=shown(cell))
        else:
            found[field] = place
    missing = [field for field in REQUIRED if field not in found]
    if missing:
        raise StopError(
            "columns-missing",
            sheet=shown(sheet),
            row=row,
            found=shown(", ".join(str(cell) for cell in cells)),
            facts={"fields": missing},
        )
    return found
