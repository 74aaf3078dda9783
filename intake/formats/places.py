"""The publishers' codes of places, and the project's own."""

from functools import lru_cache
from typing import Literal, NamedTuple

from indicators.areas import AREAS, NATION
from indicators.refdata import read_csv

Coding = Literal["kolada", "scb", "scb-cost", "socialstyrelsen", "fk", "nuts3", "eurostat-country", "oecd-country"]
COLUMNS = {
    "kolada": "kolada_id",
    "scb": "code",
    "scb-cost": "scb_cost_equalisation_code",
    "socialstyrelsen": "socialstyrelsen_id",
    "fk": "code",
    "nuts3": "nuts3",
}
COUNTRY_COLUMNS = {"eurostat-country": "eurostat", "oecd-country": "iso3"}
# Codings that name a municipality by its own four digits.
WITH_MUNICIPALITIES = ("kolada", "scb", "fk")
COUNTRY = "country"


class Place(NamedTuple):
    """A place as the project knows it."""

    code: str
    level: str


@lru_cache
def places(coding: Coding) -> dict[str, Place]:
    """Return the places of a coding by the publisher's code: nation, regions, and municipalities or countries."""
    if coding in COUNTRY_COLUMNS:
        column = COUNTRY_COLUMNS[coding]
        return {row[column]: Place(row["iso2"], COUNTRY) for row in read_csv("countries.csv") if row[column]}
    rows = read_csv("regions.csv")
    found = {row[COLUMNS[coding]]: Place(row["code"], _level(row["code"])) for row in rows}
    if coding in WITH_MUNICIPALITIES:
        found |= {area.code: Place(area.code, "municipality") for area in AREAS.municipalities}
    return found


def codes(coding: Coding, levels: tuple[str, ...]) -> list[str]:
    """Return the publisher's codes of the places of some levels, in the official order."""
    return [code for code, place in places(coding).items() if place.level in levels]


def _level(code: str) -> str:
    return "nation" if code == NATION else "region"
