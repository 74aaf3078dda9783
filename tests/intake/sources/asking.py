"""What the tests of asking share."""

from intake.formats.wanted import Wanted
from intake.sources import SOURCES

KPI = "N79187"
REGIONS = ("nation", "region")


def one(key=KPI, levels=REGIONS, sexes=("T", "F", "M"), **more):
    return Wanted("sample", "kolada", key, levels, sexes, **more)


def read(client, *wanted, source="kolada"):
    rows = []
    for body in SOURCES[source].fetch(client, wanted):
        rows.extend(SOURCES[source].read(body))
    return rows


def values(rows):
    return {(row.area, row.period, row.sex): row.value for row in rows}
