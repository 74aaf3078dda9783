"""What the tests of sync share: a small edition, a data folder, and one call that syncs."""

import json
from dataclasses import dataclass, field

import pandas as pd

from indicators import read_catalogue
from indicators.data_folder import DataFolder
from indicators.editions.edition import Edition
from intake.sync import SyncChoice, SyncOrder, read_candidate, synchronise
from tests.replicas.figures import edition_folder
from tests.replicas.testing import FakeClock, make_client

FIRST, SECOND, SEXES, MUNICIPAL = "first-contact-90d", "treatment-90d", "attitude-1177", "mmr-vaccination"
KOLADA = {FIRST: "N79222", SECOND: "N79224", SEXES: "N70465", MUNICIPAL: "N01481"}
ABROAD = "Preventable mortality"
FEW = (*KOLADA, "self-rated-health-trend", "life-expectancy", "sickness-benefit-days", "cap-median-wait", ABROAD)
CATALOGUE = read_catalogue()


def write_small_edition(folder, rows):
    """An edition of some rows: what a sync needs of one."""
    folder.mkdir()
    rows.to_parquet(folder / "observations.parquet")
    for name in ("quarantine.parquet", "international.json", "readings.json", "revisions.parquet"):
        (folder / name).write_bytes((edition_folder() / name).read_bytes())
    counts = {"quarantined": 0, "revisions": 0}
    return Edition(folder, {"number": "2026-11", "counts": counts})


@dataclass(frozen=True)
class Shelf:
    """A library of one edition."""

    edition: Edition

    def current(self):
        return self.edition


@dataclass
class Syncing:
    """A data folder beside an edition, and replicas to read from."""

    folder: DataFolder
    edition: Edition
    addresses: object
    fake: FakeClock = field(default_factory=FakeClock)

    def __call__(self, *sources, indicators=FEW, since=None, is_dry=False, listener=None, addresses=None):
        choice = SyncChoice(sources, tuple(name for name in indicators if name in KNOWN), since)
        order = SyncOrder(self.folder, Shelf(self.edition), CATALOGUE, choice, is_dry=is_dry)
        with make_client(addresses or self.addresses, fake=self.fake, store=self.folder.cache) as client:
            return synchronise(order, client, listener)

    def candidate(self):
        return read_candidate(self.folder, self.edition)

    def files(self):
        """Every file of the data folder but the copies of answers and the lock, with its content."""
        root = self.folder.root
        paths = [path for path in root.rglob("*") if path.is_file() and path.name != ".lock"]
        kept = [path for path in paths if self.folder.cache not in path.parents and self.folder.log not in path.parents]
        return {str(path.relative_to(root)): path.read_bytes() for path in kept}

    def log(self):
        return [json.loads(line) for line in (self.folder.log / "sync.jsonl").read_text("utf-8").splitlines()]


KNOWN = {*CATALOGUE.by_id, ABROAD}


def line_of(outcome, source):
    return next(tally for tally in outcome.tallies if tally.source == source)


def values(rows, key=None):
    """The values that there are, by series, place, period and sex."""
    some = rows[rows["value"].notna() & (rows["source_key"].eq(key) if key else True)]
    names = ("source", "source_key", "area", "period", "sex")
    return dict(zip(zip(*(some[name] for name in names), strict=True), some["value"], strict=True))


def vintages(rows, key):
    some = rows[rows["source_key"] == key]
    return dict(zip(zip(some["area"], some["period"], some["sex"], strict=True), some["vintage"], strict=True))


def small_rows():
    """The embedded edition's rows of the few series that the tests read."""
    rows = pd.read_parquet(edition_folder() / "observations.parquet")
    return rows[rows["indicator"].isin(FEW)].reset_index(drop=True)
