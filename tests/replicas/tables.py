"""The tables of the PxWeb replicas: their dimensions as published, and the edition's values in them."""

from functools import lru_cache

from indicators import AREAS, NATION
from tests.replicas.cubes import Dimension, Table
from tests.replicas.figures import POPULATION, Values, observations

WINDOW_YEARS = 4


def county_names() -> dict[str, str]:
    return {NATION: "Riket", **{area.code: area.name for area in AREAS.regions}}


def _places(values: Values) -> list[str]:
    return sorted({area for area, _, _ in values})


def _years(values: Values) -> list[str]:
    return sorted({period for _, period, _ in values})


@lru_cache(maxsize=1)
def population() -> Table:
    """Statistics Sweden's BefolkningNy. Only the sums over status, age and sex are held."""
    values = observations()[POPULATION]
    names = {**county_names(), **{area.code: area.name for area in AREAS.municipalities}}
    dimensions = (
        Dimension("Region", "region", {code: names[code] for code in _places(values)}, "geo", can_be_left_out=True),
        Dimension("Civilstand", "civilstånd", {"OG": "ogifta", "G": "gifta"}, can_be_left_out=True),
        Dimension("Alder", "ålder", {"0": "0 år", "1": "1 år", "tot": "totalt ålder"}, can_be_left_out=True),
        Dimension("Kon", "kön", {"1": "män", "2": "kvinnor"}, can_be_left_out=True),
        Dimension("ContentsCode", "tabellinnehåll", {"BE0101N1": "Folkmängd"}, "metric", unit="antal"),
        Dimension("Tid", "år", {year: year for year in _years(values)}, "time"),
    )
    cells = {(area, "", "", "", "BE0101N1", year): value for (area, year, _), value in values.items()}
    return Table("TAB638", "Folkmängden efter region, år och tabellinnehåll", dimensions, cells, source="SCB")


@lru_cache(maxsize=1)
def fohm_tables() -> dict[str, Table]:
    """Folkhälsodata's tables by path."""
    root = "A_Folkhalsodata/A_Mo8/Halsoutfall/01Overgrip"
    return {
        f"{root}/01.01halsgod/halsgodyreg.px": _health(),
        f"{root}/01.03medlivs/MedlivsXReg.px": _life_expectancy(),
    }


def _region(values: Values) -> Dimension:
    names = county_names()
    return Dimension("Region", "Region", {code: f"{code} {names[code]}" for code in _places(values)})


def _health() -> Table:
    values = observations()[("fohm", "sjalvskattad_halsa")]
    windows = {year: f"{int(year) - WINDOW_YEARS + 1}-{year}" for year in _years(values)}
    share = {"01": "Andel", "02": "Konfidensintervall nedre", "03": "Konfidensintervall övre"}
    dimensions = (
        _region(values),
        Dimension("Hälsotillstånd", "Hälsotillstånd", {"01": "Bra eller mycket bra", "02": "Dåligt"}),
        Dimension("Andel och konfidensintervall", "Andel och konfidensintervall", share),
        Dimension("Kön", "Kön", {"00": "Totalt", "01": "Män", "02": "Kvinnor"}),
        Dimension("År", "År", {window: window for window in windows.values()}, "time"),
    )
    cells = {(area, "01", "01", "00", windows[year]): value for (area, year, _), value in values.items()}
    return Table("halsgodyreg.px", "Självskattat god hälsa efter region", dimensions, cells, source="FoHM")


def _life_expectancy() -> Table:
    values = observations()[("scb-fohm", "medellivslangd")]
    dimensions = (
        _region(values),
        Dimension("Återstående medellivslängd", "Återstående medellivslängd", {"0": "vid födseln", "65": "vid 65 år"}),
        Dimension("Kön", "Kön", {"1+2": "Totalt", "1": "Män", "2": "Kvinnor"}),
        Dimension("År", "År", {year: year for year in _years(values)}, "time"),
    )
    cells = {(area, "0", "1+2", year): value for (area, year, _), value in values.items()}
    return Table("MedlivsXReg.px", "Återstående medellivslängd efter region", dimensions, cells, source="SCB")
