"""Millions of made-up units, and what the peers are given of them: the same rows, sorted the same way."""

import duckdb
import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from indicators.areas import AREAS
from indicators.editions.edition import EMBEDDED, OBSERVATIONS
from indicators.units.row import UNIT_COLUMNS

REGIONS, UNITS, SEXES = AREAS.region_codes, 22, ("T", "F", "M")
NEWEST = "select * from units where indicator = ? and region = ? and period = (select max(period) from units {})"


def _texts(codes, texts):
    return pa.DictionaryArray.from_arrays(pa.array(codes.ravel().astype(np.int32)), pa.array(texts))


def made(indicators, months, names=None):
    """A table of indicators x regions x months x sexes x units rows, in order; `names` are the indicators' own."""
    names = sorted(names or [f"indicator-{i:03d}" for i in range(indicators)])[:indicators]
    shape = (indicators, len(REGIONS), months, len(SEXES), UNITS)
    at = np.indices(shape, dtype=np.int32)
    n = int(np.prod(shape))
    numbers = np.random.default_rng(14)
    whole = numbers.integers(60, 4000, n).astype(float)
    part = np.floor(whole * numbers.random(n))
    constant = np.zeros(n, np.int32)
    columns = {
        "indicator": _texts(at[0], names),
        "region": _texts(at[1], list(REGIONS)),
        "unit": _texts(at[1] * UNITS + at[4], [f"Enhet {c} {u:02d}" for c in REGIONS for u in range(UNITS)]),
        "kind": _texts(at[4] % 3, ["clinic", "health-centre", "hospital"]),
        "period": _texts(at[2], [f"{2021 + m // 12}-{m % 12 + 1:02d}" for m in range(months)]),
        "frequency": _texts(constant, ["month"]),
        "sex": _texts(at[3], list(SEXES)),
        "value": pa.array(part / whole * 100),
        "lower": pa.nulls(n, pa.float64()),
        "upper": pa.nulls(n, pa.float64()),
        "numerator": pa.array(part),
        "denominator": pa.array(whole),
        "status": _texts(constant, ["supplied"]),
        "example": pa.array(np.ones(n, bool)),
        "vintage": _texts(constant, ["2026-11-21"]),
        "group": _texts(constant, [""]),
    }
    return pa.table({name: columns[name] for name in UNIT_COLUMNS})


class DuckDB:
    """The rows in a database of DuckDB's own."""

    name = "DuckDB"

    def __init__(self, table, folder):
        self._base = duckdb.connect(str(folder / "units.duckdb"))
        self._base.register("given", table)
        self._base.execute("create table units as select * from given")
        self._base.execute(f"create table observations as select * from '{EMBEDDED / '2026-11' / OBSERVATIONS}'")

    def _rows(self, query, *facts):
        return self._base.execute(query, facts).fetchall()

    def region(self, region):
        return self._rows(
            "select source, source_key, arg_max(value, period), max(period) from observations "
            "where area = ? and sex = 'T' group by all", region)  # fmt: skip

    def indicator(self, source, key):
        return self._rows(
            "select area, period, value from observations where source = ? and source_key = ? and sex = 'T' "
            "and level = 'region' order by area, period", source, key)  # fmt: skip

    def units(self, indicator, region):
        where = "where indicator = ? and region = ?"
        return self._rows(NEWEST.format(where), indicator, region, indicator, region)


class Polars:
    """The rows in Parquet, as polars scans it."""

    name = "polars"

    def __init__(self, table, folder):
        pq.write_table(table, folder / "units.parquet", compression="zstd")
        self._units = pl.scan_parquet(folder / "units.parquet")
        self._observations = pl.scan_parquet(EMBEDDED / "2026-11" / OBSERVATIONS)

    def region(self, region):
        own = self._observations.filter((pl.col("area") == region) & (pl.col("sex") == "T"))
        newest = pl.col("value", "period").sort_by("period").last()
        return own.group_by("source", "source_key").agg(newest).collect().rows()

    def indicator(self, source, key):
        own = (pl.col("source") == source) & (pl.col("source_key") == key) & (pl.col("sex") == "T")
        found = self._observations.filter(own & (pl.col("level") == "region"))
        return found.select("area", "period", "value").sort("area", "period").collect().rows()

    def units(self, indicator, region):
        own = self._units.filter((pl.col("indicator") == indicator) & (pl.col("region") == region))
        rows = own.collect()
        return rows.filter(pl.col("period").cast(pl.String) == rows["period"].cast(pl.String).max()).rows()
