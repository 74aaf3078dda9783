"""From a folder of figures, or the observations of an edition, to a verified edition: read, check, and write."""

import datetime as dt
import shutil
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from indicators.catalogue import Catalogue
from indicators.editions.edition import Edition
from indicators.faults import Fault, FaultError
from indicators.groups import WHOLE
from indicators.observation import COLUMNS
from indicators.reference import Reference
from indicators.units.form import OFFSETS, TABLE
from intake.checking.rows import check_form
from intake.editions.countries import read_countries
from intake.editions.write import Content, Judges, Name, Progress, check_number, write_edition
from intake.sync.candidate import edition_quarantine, edition_rows

FIGURES, FIGURES_INTERNATIONAL = "observations.csv.gz", "international.csv"
READ = ("address", "read_on", "refused")
"""What a manifest says of how a publisher was read."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to build: the folder of figures, the store of editions, the edition's number and its date."""

    figures: Path
    store: Path
    number: str
    published: dt.date


@dataclass(frozen=True, slots=True)
class Again:
    """What to build from an edition's own observations: that edition, the store, the new number and its date."""

    previous: Edition
    store: Path
    number: str
    published: dt.date


def build_edition(plan: Plan, catalogue: Catalogue, reference: Reference, say: Progress = lambda _: None) -> Edition:
    """Build an edition and make it the current one. Raises FaultError and leaves the store as it was on any fault."""
    check_number(plan.store, plan.number)
    rows = read_figures(plan.figures, catalogue)
    countries = read_countries(plan.figures / FIGURES_INTERNATIONAL)
    say(f"{len(rows)} observations checked")
    name = Name(plan.store, plan.number, plan.published)
    return write_edition(name, Content(rows, countries), Judges(catalogue, reference), say)


def build_again(plan: Again, judges: Judges, say: Progress = lambda _: None) -> Edition:
    """Build the edition that follows another from its very observations, and make it the current one.

    What was held back, revised and read, and the regions' units, are carried on; verdicts, analysis and signals are
    made by the judges of today, and what differs is told with its causes. Raises FaultError (a number that is taken, a
    series that no definition names) or EditionDamagedError, and leaves the store as it was.
    """
    check_number(plan.store, plan.number)
    rows, previous = edition_rows(plan.previous), plan.previous
    faults = check_form(rows, previous.number, _known(judges.catalogue))
    if faults:
        raise FaultError(faults)
    say(f"{len(rows)} observations of edition {previous.number} checked")
    content = Content(
        rows=rows,
        countries=previous.countries,
        quarantined=edition_quarantine(previous),
        revisions=previous.revisions.all,
        readings=previous.readings,
        facts={item["source"]: {fact: item[fact] for fact in READ} for item in previous.manifest["sources"]},
        add_files=lambda folder: _units(previous, folder),
    )
    return write_edition(Name(plan.store, plan.number, plan.published, previous), content, judges, say)


def _units(previous: Edition, folder: Path) -> Mapping[str, Any]:
    """The regions' units as the edition before froze them."""
    for name in (TABLE, OFFSETS):
        if name in previous.manifest["files"]:
            shutil.copyfile(previous.folder / name, folder / name)
    return {"units": previous.manifest.get("units", [])}


def _known(catalogue: Catalogue) -> set[tuple[str, str]]:
    return {(key.provider, key.key) for definition in catalogue.definitions for key in definition.series}


def read_figures(folder: Path, catalogue: Catalogue) -> pd.DataFrame:
    """Return the checked observations of a folder in the project's own form. Raises FaultError with every fault."""
    path = folder / FIGURES
    if not path.is_file():
        raise FaultError([Fault(FIGURES, "(file)", "nothing", f"the folder {folder.name} must hold it")])
    try:
        raw = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise FaultError([Fault(FIGURES, "(file)", str(error), "must be gzip-compressed CSV in UTF-8")]) from error
    needed = ["provider", "key", "area", "level", "period", "frequency", "sex", "value", "vintage"]
    missing = [name for name in needed if name not in raw.columns]
    if missing:
        raise FaultError([Fault(FIGURES, "columns", f"no {', '.join(missing)}", f"must hold {', '.join(needed)}")])
    rows = _own_form(raw, catalogue)
    faults = check_form(rows, FIGURES, _known(catalogue))
    if faults:
        raise FaultError(faults)
    return rows


def _own_form(raw: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    names: dict[tuple[str, str], str] = {}
    for definition in catalogue.definitions:
        for key in definition.series:
            names.setdefault((key.provider, key.key), definition.id)
    rows = raw.rename(columns={"provider": "source", "key": "source_key"})
    pairs = zip(rows["source"], rows["source_key"], strict=True)
    rows["indicator"] = [names.get(pair, "") for pair in pairs]
    rows["value"] = pd.to_numeric(rows["value"], errors="coerce")
    # Most folders have none of these columns: then all values are of everybody, without counts.
    rows = rows.assign(group=rows["group"] if "group" in rows.columns else WHOLE, status="final")
    for column in ("lower", "upper", "numerator", "denominator"):
        rows[column] = pd.to_numeric(rows[column], errors="coerce") if column in rows.columns else float("nan")
    return rows[list(COLUMNS)]
