"""Försäkringskassan, Socialstyrelsen, Eurostat and OECD: one small replica each."""

import csv
import io
import itertools

from indicators import NATION
from indicators.refdata import read_csv
from tests.replicas.cubes import Dimension, Table, json_stat
from tests.replicas.figures import international, observations
from tests.replicas.messages import CSV, Reply, Request, as_json, as_text

FK_BASE = "/api/sprstatistikrapportera/public/v1"
SOS_BASE = "/api/v1/sv"
EUROSTAT_BASE = "/eurostat/api/dissemination/statistics/1.0"
OECD_BASE = "/public/rest"
# Standing in for a subject of the statistical database: Kolada's cancer incidence, split by sex as its figures are.
SUBJECT, MEASURE, CODE, AGE = "diagnoserislutenoppenvard", 7, "I60", 19
STAND_IN = ("kolada", "N60920")
SEXES = {"M": 1, "F": 2, "T": 3}
CAUSES = {"PRVT": "Preventable mortality", "TRT": "Treatable (health-care amenable) mortality"}


class ForsakringsKassan:
    """A list of cells by month, with one municipality, which is to be left out."""

    def answer(self, request: Request) -> Reply:
        if not request.path.endswith("ohm-sjptal/SJPsjptal.json"):
            return as_text("Not Found", 404)
        cells = []
        for (area, year, _), value in observations()[("fk", "sjukpenningtal")].items():
            county = "ALL" if area == NATION else area
            # The months before December stand for other twelve months, and are not the year's value.
            cells += [
                _cell(year, "06", county, f"ALL_{county}", value + 1),
                _cell(year, "12", county, f"ALL_{county}", value),
            ]
        return as_json([*cells, _cell("2025", "12", "13", "1380", 7.5)])


def _cell(year: str, month: str, county: str, municipality: str, value: float) -> dict:
    dimensions = {"ar": year, "manad": month, "lan_kod": county, "kommun_kod": municipality}
    return {
        "dimensions": {**dimensions, "kon_kod": "ALL", "aldersklass_kod": "ALL"},
        "observations": {"spt": {"value": value}},
    }


class Socialstyrelsen:
    """Pages of rows with ids and decimal commas. A page may be made small, to see paging."""

    def __init__(self) -> None:
        self.rows_a_page = 5000

    def answer(self, request: Request) -> Reply:
        parts = request.path.removeprefix("api/v1/sv").strip("/").split("/")
        if parts == [""]:
            return as_json([{"namn": SUBJECT, "text": "Diagnoser i sluten- och öppenvård"}])
        if parts[:2] != [SUBJECT, "resultat"]:
            return Reply(b"<html>404</html>", 404, "text/html")
        asked = dict(zip(parts[2::2], parts[3::2], strict=True))
        if asked.get("matt") != str(MEASURE) or asked.get("diagnos") != CODE or asked.get("alder") != str(AGE):
            return Reply(b"<html>404</html>", 404, "text/html")
        return self._page(request, [row for row in self._rows() if _is_asked(row, asked)])

    def _rows(self) -> list[dict]:
        names = ("diagnosId", "regionId", "alderId", "konId", "mattId", "ar", "varde")
        return [
            dict(zip(names, (CODE, int(area), AGE, SEXES[sex], MEASURE, int(year), _comma(value)), strict=True))
            for (area, year, sex), value in observations()[STAND_IN].items()
            if len(area) == len(NATION)
        ]

    def _page(self, request: Request, rows: list[dict]) -> Reply:
        size, page = self.rows_a_page, int(request.first("sida", "1"))
        last = max(1, -(-len(rows) // size))
        here = f"http://sdb.socialstyrelsen.se{request.target.partition('?')[0]}?per_sida={size}&sida="
        return as_json(
            {
                "data": rows[(page - 1) * size : page * size],
                "amne": SUBJECT,
                "sida": page,
                "per_sida": int(request.first("per_sida", "5000")),
                "sidor": last,
                "nasta_sida": f"{here}{page + 1}" if page < last else None,
                "foregaende_sida": f"{here}{page - 1}" if page > 1 else None,
            }
        )


def _is_asked(row: dict, asked: dict[str, str]) -> bool:
    return str(row["regionId"]) in asked["region"].split(",") and str(row["konId"]) in asked["kon"].split(",")


def _comma(value: float) -> str:
    """As the publisher writes numbers: a decimal comma, and thousands apart."""
    whole, _, rest = repr(value).partition(".")
    apart = f"{int(whole):,}".replace(",", "\u00a0")
    return apart if rest == "0" else f"{apart},{rest}"


class Eurostat:
    """One dataset with sparse values."""

    def answer(self, request: Request) -> Reply:
        if not request.path.endswith("data/hlth_cd_apr"):
            return as_json({"error": [{"status": 404, "id": 100, "label": "no such dataset"}]}, 404)
        table, chosen = self._table(), {}
        for dimension in table.dimensions:
            named = [value for name, value in request.query if name == dimension.code]
            chosen[dimension.code] = [code for code in dimension.codes if not named or code in named]
            if not chosen[dimension.code]:
                return as_json({"error": [{"status": 400, "id": 150, "label": "no such code"}]}, 400)
        return as_json(json_stat(table, chosen, sparse=True))

    def _table(self) -> Table:
        names = {row["name"]: row["eurostat"] for row in read_csv("countries.csv") if row["eurostat"]}
        found = {code: international()[name] for code, name in CAUSES.items()}
        cells = {
            ("A", code, "T", "TOTAL", "RT", names[country], figure["year"]): value
            for code, figure in found.items()
            for country, value in figure["values"].items()
            if country in names
        }
        places = sorted({key[5] for key in cells})
        years = sorted({key[6] for key in cells})
        labels = [("freq", {"A": "Annual"}), ("mortalit", CAUSES), ("sex", {"T": "Total"})]
        labels += [("icd10", {"TOTAL": "Total"}), ("unit", {"RT": "Rate", "NR": "Number"})]
        labels += [("geo", {place: place for place in places}), ("time", {year: year for year in years})]
        dimensions = tuple(Dimension(code, code, texts) for code, texts in labels)
        return Table("hlth_cd_apr", "Treatable and preventable mortality", dimensions, cells, source="ESTAT")


LABELS = {
    "REF_AREA": "Reference area",
    "FREQ": "Frequency of observation",
    "MEASURE": "Measure",
    "UNIT_MEASURE": "Unit of measure",
    "AGE": "Age",
    "SEX": "Sex",
    "TIME_PERIOD": "Time period",
    "OBS_VALUE": "Observation value",
    "OBS_STATUS": "Observation status",
}
FIRST = ("STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION")
COLUMNS = (*FIRST, *itertools.chain.from_iterable(LABELS.items()))


class Oecd:
    """Life expectancy at birth, in CSV with labels."""

    flow = "OECD.ELS.HD:DSD_HEALTH_STAT@DF_LE(1.1)"

    def answer(self, request: Request) -> Reply:
        parts = request.path.removeprefix("public/rest").strip("/").split("/")
        if parts[:2] != ["data", "OECD.ELS.HD,DSD_HEALTH_STAT@DF_LE,1.1"] or len(parts) != 3:
            return as_text("NoRecordsFound", 404)
        wanted = parts[2].partition(".")[0].split("+")
        figure = international()["Life expectancy at birth, total"]
        codes = {row["name"]: row["iso3"] for row in read_csv("countries.csv")}
        out = io.StringIO()
        table = csv.writer(out, lineterminator="\n")
        table.writerow(COLUMNS)
        for country, value in figure["values"].items():
            if codes.get(country) in wanted:
                table.writerow(self._line(codes[country], country, figure["year"], value))
        return Reply(out.getvalue().encode(), kind=CSV)

    def _line(self, code: str, country: str, year: str, value: float) -> tuple[str, ...]:
        told = ("DATAFLOW", self.flow, "Life expectancy", "I", code, country, "A", "Annual", "LFEXP", "Life expectancy")
        return (*told, "Y", "Years", "Y0", "0 years", "_T", "Total", year, "", repr(value), "", "A", "Normal value")
