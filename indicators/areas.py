"""The places that are measured: the nation, 21 regions, 290 municipalities, and which regions resemble each other."""

from dataclasses import dataclass
from functools import cached_property

from indicators.refdata import read_csv

NATION = "00"


@dataclass(frozen=True, slots=True)
class Area:
    """A nation, region or municipality. `short_name` has no word for region; `region` is a municipality's region."""

    code: str
    name: str
    level: str
    short_name: str
    region: str | None = None


@dataclass(frozen=True)
class Areas:
    """Every area. `regions` keeps the official order of the codes."""

    nation: Area
    regions: tuple[Area, ...]
    municipalities: tuple[Area, ...]
    peers: dict[tuple[str, str], tuple[str, ...]]

    @cached_property
    def by_code(self) -> dict[str, Area]:
        """The nation and the regions (two digits) and the municipalities (four digits) by code."""
        return {area.code: area for area in (self.nation, *self.regions, *self.municipalities)}

    @cached_property
    def region_codes(self) -> tuple[str, ...]:
        """The regions' codes in official order."""
        return tuple(area.code for area in self.regions)

    @cached_property
    def inside(self) -> dict[str, tuple[str, ...]]:
        """The municipalities' codes by region."""
        found: dict[str, list[str]] = {code: [] for code in self.region_codes}
        for area in self.municipalities:
            found[area.region or ""].append(area.code)
        return {code: tuple(members) for code, members in found.items()}

    def like(self, region: str, kind: str = "health-care") -> tuple[str, ...]:
        """Return the seven regions most similar to one, by code; empty when none is known."""
        return self.peers.get((region, kind), ())


def read_areas() -> Areas:
    """Read regions, municipalities and peers from the reference data. Raises FaultError."""
    rows = read_csv("regions.csv")
    regions = tuple(Area(r["code"], r["name"], "region", r["short_name"]) for r in rows if r["code"] != NATION)
    nation = next(Area(r["code"], r["name"], "nation", r["short_name"]) for r in rows if r["code"] == NATION)
    municipalities = tuple(
        Area(r["code"], r["name"], "municipality", r["name"], r["region"]) for r in read_csv("municipalities.csv")
    )
    return Areas(nation, regions, municipalities, _peers())


def _peers() -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = {}
    for row in read_csv("peer_groups.csv"):
        found.setdefault((row["region"], row["kind"]), []).append(row["peer"])
    return {key: tuple(peers) for key, peers in found.items()}


AREAS = read_areas()
