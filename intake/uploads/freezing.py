"""The regions' confirmed units into an edition that is being published."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from indicators.data_folder import DataFolder
from indicators.units.row import FLAG, UNIT_COLUMNS
from intake.uploads import confirmed_regions, current_units
from intake.uploads.unit_table import with_group, write_units


def freeze_units(folder: DataFolder, target: Path) -> list[dict[str, Any]]:
    """Write every region's confirmed units into an edition's folder, and return the manifest's facts of each region.

    Without any nothing is written. Raises FaultError when what is stored cannot be units, and OSError.
    """
    found = {region: current_units(folder, region) for region in confirmed_regions(folder)}
    tables = {
        region: with_group(table).select(UNIT_COLUMNS)
        for region, table in found.items()
        if table is not None and len(table)
    }
    if not tables:
        return []
    write_units(pa.concat_tables(tables.values(), promote_options="permissive"), target)
    return [_facts(region, table) for region, table in tables.items()]


def _facts(region: str, table: pa.Table) -> dict[str, Any]:
    ends = pc.min_max(table["period"].cast(pa.string())).as_py()
    return {
        "region": region,
        "rows": len(table),
        "units": pc.count_distinct(table["unit"].cast(pa.string())).as_py(),
        "indicators": sorted(table["indicator"].cast(pa.string()).unique().to_pylist()),
        "first": ends["min"],
        "last": ends["max"],
        "vintage": pc.max(table["vintage"].cast(pa.string())).as_py(),
        "example": bool(pc.any(table[FLAG]).as_py()),
    }
