"""Other countries' figures, from a table as published: one row a country and year."""

from pathlib import Path

import numpy as np
import pandas as pd

from indicators.assessment.records import SWEDEN, Countries
from indicators.faults import Fault, FaultError

NEEDED = ["indicator", "unit", "area", "year", "value", "publisher", "edition", "licence"]
NOT_COUNTRIES = ("average", "highest", "lowest")


def read_countries(path: Path) -> dict[str, Countries]:
    """Return every international figure by name, each country with its newest value. Raises FaultError."""
    if not path.is_file():
        raise FaultError([Fault(path.name, "(file)", "nothing", f"the folder {path.parent.name} must hold it")])
    try:
        raw = pd.read_csv(path, dtype=str, keep_default_na=False)
    except ValueError as error:
        raise FaultError([Fault(path.name, "(file)", str(error), "must be CSV in UTF-8")]) from error
    missing = [name for name in NEEDED if name not in raw.columns]
    if missing:
        raise FaultError([Fault(path.name, "columns", f"no {', '.join(missing)}", f"must hold {', '.join(NEEDED)}")])
    raw["number"] = pd.to_numeric(raw["value"], errors="coerce")
    bad = raw[~np.isfinite(raw["number"])]
    if len(bad):
        raise FaultError(
            Fault(f"{path.name} row {int(str(place)) + 2}", "value", repr(row["value"]), "must be a finite number")
            for place, row in bad.iterrows()
        )
    return {str(name): _countries(str(name), rows) for name, rows in raw.groupby("indicator")}


def _countries(name: str, rows: pd.DataFrame) -> Countries:
    own = rows[~rows["area"].str.contains("|".join(NOT_COUNTRIES))]
    newest = own.sort_values("year", kind="stable").groupby("area").tail(1)
    others = newest[newest["area"] != SWEDEN]
    year = str(others["year"].mode().max()) if len(others) else ""
    average = rows[rows["area"].str.contains("average") & rows["year"].str.startswith(year)].tail(1)
    first = rows.iloc[0]
    return Countries(
        name=name,
        unit=str(first["unit"]),
        year=year,
        values={str(r["area"]): float(r["number"]) for _, r in newest.sort_values("area").iterrows()},
        years=(str(newest["year"].min()), str(newest["year"].max())) if len(newest) else ("", ""),
        average=float(average.iloc[0]["number"]) if len(average) else None,
        average_label=str(average.iloc[0]["area"]) if len(average) else "",
        sweden=_sweden(own, year),
        publisher=str(first["publisher"]),
        edition=str(first["edition"]),
        licence=str(first["licence"]),
    )


def _sweden(rows: pd.DataFrame, year: str) -> float | None:
    """Sweden's own value in the same table, for the year compared; the newest when that year is missing."""
    sweden = rows[rows["area"] == SWEDEN].sort_values("year", kind="stable")
    same = sweden[sweden["year"] == year]
    found = same if len(same) else sweden
    return float(found.iloc[-1]["number"]) if len(found) else None
