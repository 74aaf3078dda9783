"""From a folder of figures to a verified edition: read, check, assess, write, and only then point at it."""

import datetime as dt
import os
import re
import shutil
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from indicators.catalogue import Catalogue
from indicators.countries import read_countries
from indicators.editions import (
    CURRENT,
    INTERNATIONAL,
    MANIFEST,
    OBSERVATIONS,
    SCORECARD,
    Edition,
    open_edition,
    sha256,
)
from indicators.faults import Fault, FaultError, shown
from indicators.observation import COLUMNS, check
from indicators.reference import Reference
from indicators.scorecard import dump_scorecard
from indicators.scorecard_build import build_scorecard
from indicators.series import SeriesStore

FIGURES, FIGURES_INTERNATIONAL = "observations.csv.gz", "international.csv"
SORTED_BY = ["source", "source_key", "level", "area", "sex", "period"]
EARLIER_YEARS = 5
NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to build: the folder of figures, the store of editions, the edition's number and its date."""

    figures: Path
    store: Path
    number: str
    published: dt.date


def build_edition(plan: Plan, catalogue: Catalogue, reference: Reference, say: Progress = lambda _: None) -> Edition:
    """Build an edition and make it the current one. Raises FaultError and leaves the store as it was on any fault."""
    if not NUMBER.fullmatch(plan.number):
        allowed = "must be letters, digits, '.', '-' and '_', beginning with a letter or digit: a folder gets this name"
        raise FaultError([Fault("edition", "number", shown(plan.number), allowed)])
    if (plan.store / plan.number).exists():
        allowed = "editions are never changed: choose a new number or remove the folder"
        raise FaultError([Fault(plan.number, "number", "an edition with this number", allowed)])
    rows = read_figures(plan.figures, catalogue)
    countries = read_countries(plan.figures / FIGURES_INTERNATIONAL)
    say(f"{len(rows)} observations checked")
    plan.store.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=plan.store, prefix=".building-") as name:
        folder = Path(name) / plan.number
        folder.mkdir()
        _write_rows(rows, folder / OBSERVATIONS)
        _write_json(folder / INTERNATIONAL, countries)
        years = _assess(folder, catalogue, reference, say)
        _write_json(folder / MANIFEST, _manifest(plan, rows, folder, years))
        shutil.move(folder, plan.store / plan.number)
    _point_at(plan.store, plan.number)
    return open_edition(plan.store / plan.number)


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
    known = {(key.provider, key.key) for definition in catalogue.definitions for key in definition.series}
    faults = check(rows, FIGURES, known)
    if faults:
        raise FaultError(faults)
    return rows.sort_values(SORTED_BY, kind="stable").reset_index(drop=True)


def _own_form(raw: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    names: dict[tuple[str, str], str] = {}
    for definition in catalogue.definitions:
        for key in definition.series:
            names.setdefault((key.provider, key.key), definition.id)
    rows = raw.rename(columns={"provider": "source", "key": "source_key"})
    pairs = zip(rows["source"], rows["source_key"], strict=True)
    rows["indicator"] = [names.get(pair, "") for pair in pairs]
    rows["value"] = pd.to_numeric(rows["value"], errors="coerce")
    rows = rows.assign(group="", status="final")
    for column in ("lower", "upper", "numerator", "denominator"):
        rows[column] = float("nan")
    return rows[list(COLUMNS)]


def _write_rows(rows: pd.DataFrame, path: Path) -> None:
    table = pa.Table.from_pandas(rows, preserve_index=False).replace_schema_metadata(None)
    pq.write_table(table, path, compression="zstd", compression_level=19)


def _write_json(path: Path, content: Any) -> None:
    path.write_bytes(orjson.dumps(content, option=orjson.OPT_INDENT_2))


def _assess(folder: Path, catalogue: Catalogue, reference: Reference, say: Progress) -> list[str]:
    edition = Edition(folder, {})
    newest = build_scorecard(catalogue, reference, edition.store, edition.countries)
    (folder / SCORECARD).write_bytes(dump_scorecard(newest))
    say("assessed: the newest figures")
    years = _earlier_years(edition.store)
    for year in years:
        earlier = build_scorecard(catalogue, reference, edition.store, edition.countries, as_of=year)
        (folder / f"scorecard-{year}.json.gz").write_bytes(dump_scorecard(earlier))
        say(f"assessed: not after {year}")
    return years


def _earlier_years(store: SeriesStore) -> list[str]:
    """The five years before the newest that most series have reached."""
    keys = store.keys()
    newest = sorted(max(store.series(*key).vintages)[:4] for key in keys)
    last = int(newest[len(newest) * 3 // 4])
    return [str(last - back) for back in range(1, EARLIER_YEARS + 1)]


def _manifest(plan: Plan, rows: pd.DataFrame, folder: Path, years: list[str]) -> dict[str, Any]:
    sources = [
        {
            "source": str(source),
            "series": int(part["source_key"].nunique()),
            "rows": len(part),
            "vintages": sorted(part["vintage"].unique()),
            "first": part["period"].min(),
            "last": part["period"].max(),
        }
        for source, part in rows.groupby("source")
    ]
    files = {path.name: {"sha256": sha256(path), "bytes": path.stat().st_size} for path in sorted(folder.iterdir())}
    counts = {level: int(n) for level, n in rows["level"].value_counts().items()}
    return {
        "number": plan.number,
        "published": plan.published.isoformat(),
        "counts": {"observations": len(rows), "series": int(rows["source_key"].nunique()), **counts},
        "sources": sources,
        "assessed_years": years,
        "files": files,
    }


def _point_at(store: Path, number: str) -> None:
    """Swap the pointer in one step, so that no reader ever sees half of it."""
    partial = store / f".{CURRENT}"
    with partial.open("wb") as stream:
        stream.write(orjson.dumps({"number": number}))
        stream.flush()
        os.fsync(stream.fileno())
    partial.replace(store / CURRENT)
