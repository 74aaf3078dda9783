"""The places that are measured: the nation, 21 regions, 290 municipalities, and which regions resemble each other."""

from dataclasses import dataclass
from functools import cached_property

from indicators.refdata import read_csv

NATION = "00"


@dataclass(frozen=True, slots=True)
class Area:
    """A nation, region or municipality. `region` is a municipality's region, else None."""

    code: str
    name: str
    level: str
    region: str | None = None
    county: str = ""

    @property
    def short_name(self) -> str:
        """The region's name without the word region, for columns and pickers."""
        if self.code == "14":
            return "Västra Götaland"
        return self.name.removeprefix("Region ").removesuffix(" län")


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
        """Return the regions most similar to one, nearest first as published; empty when none is."""
        return self.peers.get((region, kind), ())


def read_areas() -> Areas:
    """Read regions, municipalities and peers from the reference data. Raises FaultError."""
    rows = read_csv("regions.csv")
    regions = tuple(Area(r["code"], r["name"], "region", county=r["county"]) for r in rows if r["code"] != NATION)
    nation = next(Area(r["code"], r["name"], "nation") for r in rows if r["code"] == NATION)
    municipalities = tuple(
        Area(r["code"], r["name"], "municipality", r["region"]) for r in read_csv("municipalities.csv")
    )
    return Areas(nation, regions, municipalities, _peers())


def _peers() -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = {}
    for row in read_csv("peer_groups.csv"):
        found.setdefault((row["region"], row["kind"]), []).append(row["peer"])
    return {key: tuple(peers) for key, peers in found.items()}


AREAS = read_areas()
