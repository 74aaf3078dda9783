"""The same figures read in three ways: by our client and by koladapy from the replica, and from a folder of files."""

import koladapy
import pandas as pd

from intake.formats.frame import frame
from intake.sources import read_source, site_addresses
from tests.replicas.figures import edition_folder
from tests.replicas.testing import make_client

GENDERS = {"T": "T", "K": "F", "M": "M"}


def ours(addresses, wanted):
    """Every row, as a value by series, place, period and sex."""
    with make_client(addresses) as client:
        reading = read_source("kolada", client, wanted)
    assert reading.refused is None, reading.refused
    return by_place(frame(reading.rows))


def by_koladapy(base, wanted):
    """The same by a client that was not written here; its places are Kolada's ids."""
    api = koladapy.KoladaAPI(base_url=f"{base}/", max_requests_per_second=1e9)
    found = {}
    for member in api.get_values(kpi_id=[item.key for item in wanted]):
        area = member["municipality"].removeprefix("00")
        for value in member["values"]:
            found[(member["kpi"], area, str(member["period"]), GENDERS[value["gender"]])] = value["value"]
    return found


def from_files(folder, wanted):
    """The same from a folder of figures, which is made of the edition."""
    held = pd.read_parquet(edition_folder() / "observations.parquet")
    some = held[held["source_key"].isin([item.key for item in wanted])]
    some.rename(columns={"source": "provider", "source_key": "key"}).to_csv(folder / "observations.csv.gz", index=False)
    with make_client(site_addresses(folder)) as client:
        reading = read_source("files", client, wanted)
    assert reading.refused is None, reading.refused
    return by_place(frame(reading.rows))


def by_place(rows):
    names = ("source_key", "area", "period", "sex")
    return dict(zip(zip(*(rows[name] for name in names), strict=True), rows["value"], strict=True))
