"""Recorded shapes: one small answer of each source, what was asked, and the rows it holds.

The shapes are the publishers'; the values are made up.
"""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from indicators.http.body import Body
from indicators.intake.cube import Layout
from indicators.intake.wanted import Wanted
from indicators.sources import SOURCES, eurostat, fohm, forsakringskassan, kolada, oecd, scb, socialstyrelsen

READ_ON = dt.date(2026, 11, 21)
EVERYWHERE = ("nation", "region", "municipality")


def wanted(
    provider: str, key: str, levels: tuple[str, ...] = EVERYWHERE, sexes: tuple[str, ...] = ("T", "F", "M")
) -> Wanted:
    return Wanted("sample", provider, key, levels, sexes)


@dataclass(frozen=True)
class Recorded:
    """One answer: the source that reads it, the text, what it is about, and (area, period, sex, value, status) rows."""

    source: str
    text: str
    about: Any
    rows: tuple[tuple[str, str, str, float | None, str], ...]

    @property
    def body(self) -> Body:
        return self.changed(self.text)

    def changed(self, text: str | bytes) -> Body:
        """The same answer with another text."""
        content = text.encode() if isinstance(text, str) else text
        return Body(self.source, "https://example.org/recorded", content, READ_ON, about=self.about)

    def read(self, body: Body | None = None) -> list[tuple[str, str, str, float | None, str]]:
        found = SOURCES[self.source].read(body or self.body)
        return [(r.area, r.period, r.sex, None if r.value != r.value else r.value, r.status) for r in found]


def _value(gender: str, value: float | None, status: str = "", deleted: bool = False) -> dict[str, Any]:
    return {"gender": gender, "count": 1, "status": status, "value": value, "isdeleted": deleted}


KOLADA = Recorded(
    "kolada",
    json.dumps(
        {
            "values": [
                {
                    "kpi": "U70447",
                    "municipality": "0013",
                    "period": 2025,
                    "values": [_value("K", 64.12345), _value("T", 65.3), _value("M", 66.5)],
                },
                {"kpi": "U70447", "municipality": "0000", "period": 2025, "values": [_value("T", 61)]},
                {"kpi": "U70447", "municipality": "1380", "period": 2024, "values": [_value("T", None, "Private")]},
                {"kpi": "U70447", "municipality": "0014", "period": 2023, "values": [_value("T", None, deleted=True)]},
                {"kpi": "U70447", "municipality": "0001", "period": 2023, "values": [_value("T", None)]},
            ],
            "next_url": None,
            "previous_url": None,
            "count": 5,
        }
    ),
    kolada.Part((wanted("kolada", "U70447"),), ("0000", "0001", "0013", "0014", "1380")),
    (
        ("13", "2025", "F", 64.12345, "final"),
        ("13", "2025", "T", 65.3, "final"),
        ("13", "2025", "M", 66.5, "final"),
        ("00", "2025", "T", 61.0, "final"),
        ("1380", "2024", "T", None, "suppressed"),
        ("14", "2023", "T", None, "not-reported"),
        ("01", "2023", "T", None, "not-reported"),
    ),
)

SCB = Recorded(
    "scb",
    json.dumps(
        {
            "version": "2.0",
            "class": "dataset",
            "label": "Folkmängden efter region, år och tabellinnehåll",
            "source": "Statistikmyndigheten SCB",
            "updated": "2025-02-21T07:00:00Z",
            "role": {"time": ["Tid"], "metric": ["ContentsCode"]},
            "id": ["Region", "ContentsCode", "Tid"],
            "size": [2, 1, 2],
            "dimension": {
                "Region": {
                    "label": "region",
                    "category": {"index": {"01": 0, "03": 1}, "label": {"01": "Stockholms län", "03": "Uppsala län"}},
                },
                "ContentsCode": {
                    "label": "tabellinnehåll",
                    "category": {
                        "index": {"BE0101N1": 0},
                        "label": {"BE0101N1": "Folkmängd"},
                        "unit": {"BE0101N1": {"base": "antal", "decimals": 0}},
                    },
                },
                "Tid": {
                    "label": "år",
                    "category": {"index": {"2023": 0, "2024": 1}, "label": {"2023": "2023", "2024": "2024"}},
                },
            },
            "value": [2454821, 2473307, 404589, None],
            "status": {"3": ".."},
        }
    ),
    scb.Part(
        wanted("scb", "folkmangd"),
        Layout(
            "Region",
            "Tid",
            "scb",
            {"ContentsCode": "BE0101N1"},
            scb.FLAGS,
            unit=("ContentsCode", "antal"),
            asked=frozenset({"01", "03"}),
        ),
    ),
    (
        ("01", "2023", "T", 2454821.0, "final"),
        ("01", "2024", "T", 2473307.0, "final"),
        ("03", "2023", "T", 404589.0, "final"),
        ("03", "2024", "T", None, "not-reported"),
    ),
)

FOHM_HELD = {"Hälsotillstånd": "01", "Kön": "00"}
FOHM = Recorded(
    "fohm",
    json.dumps(
        {
            "version": "2.0",
            "class": "dataset",
            "label": "Självskattat god hälsa",
            "id": ["Region", "Hälsotillstånd", "Kön", "År", "ContentsCode"],
            "size": [2, 1, 1, 2, 1],
            "dimension": {
                "Region": {
                    "label": "Region",
                    "category": {"index": {"00": 0, "13": 1}, "label": {"00": "00 Riket", "13": "13 Hallands län"}},
                },
                "Hälsotillstånd": {"category": {"index": {"01": 0}, "label": {"01": "Bra"}}},
                "Kön": {"category": {"label": {"00": "Totalt"}}},
                "År": {"category": {"index": ["2015-2018", "2021-2024"]}},
                "ContentsCode": {"category": {"index": {"EliminatedValue": 0}, "label": {"EliminatedValue": "x"}}},
            },
            "value": [72.1, 71.5, 75.0, None],
            "status": [None, None, None, ".."],
        },
        ensure_ascii=False,
    ),
    fohm.Part(
        wanted("fohm", "sjalvskattad_halsa"), Layout("Region", "År", "scb", FOHM_HELD, fohm.FLAGS, period="window-end")
    ),
    (
        ("00", "2018", "T", 72.1, "final"),
        ("00", "2024", "T", 71.5, "final"),
        ("13", "2018", "T", 75.0, "final"),
        ("13", "2024", "T", None, "not-reported"),
    ),
)

EUROSTAT_HELD = {"freq": "A", "sex": "T"}
EUROSTAT = Recorded(
    "eurostat",
    json.dumps(
        {
            "version": "2.0",
            "class": "dataset",
            "label": "Preventable mortality",
            "source": "ESTAT",
            "updated": "2026-09-17T11:00:00+0200",
            "value": {"0": 128.1, "1": 128.41, "3": 90},
            "status": {"1": "p", "3": "b", "2": ":"},
            "id": ["freq", "sex", "geo", "time"],
            "size": [1, 1, 2, 2],
            "dimension": {
                "freq": {"label": "Frequency", "category": {"index": {"A": 0}, "label": {"A": "Annual"}}},
                "sex": {"label": "Sex", "category": {"index": {"T": 0}, "label": {"T": "Total"}}},
                "geo": {
                    "label": "Geo",
                    "category": {"index": {"SE": 0, "EL": 1}, "label": {"SE": "Sweden", "EL": "Greece"}},
                },
                "time": {
                    "label": "Time",
                    "category": {"index": {"2022": 0, "2023": 1}, "label": {"2022": "2022", "2023": "2023"}},
                },
            },
            "extension": {"lang": "EN", "id": "HLTH_CD_APR", "annotation": [{"type": "OBS_COUNT", "title": "3"}]},
        }
    ),
    eurostat.Part(
        wanted("eurostat", "x", ("country",)),
        Layout("geo", "time", "eurostat-country", EUROSTAT_HELD, eurostat.FLAGS, asked=frozenset({"SE", "EL"})),
    ),
    (
        ("SE", "2022", "T", 128.1, "final"),
        ("SE", "2023", "T", 128.41, "preliminary"),
        ("GR", "2022", "T", None, "not-reported"),
        ("GR", "2023", "T", 90.0, "final"),
    ),
)

OECD_ASK = oecd.Ask(
    flow="OECD.ELS.HD,DSD_HEALTH_STAT@DF_LE,1.1", key="{places}.A.LFEXP", held={"MEASURE": "LFEXP", "UNIT_MEASURE": "Y"}
)
OECD = Recorded(
    "oecd",
    "STRUCTURE,STRUCTURE_ID,REF_AREA,Reference area,MEASURE,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
    "DATAFLOW,OECD.ELS.HD:DSD_HEALTH_STAT@DF_LE(1.1),SWE,Sweden,LFEXP,Y,2022,83.1,A\n"
    "DATAFLOW,OECD.ELS.HD:DSD_HEALTH_STAT@DF_LE(1.1),SWE,Sweden,LFEXP,Y,2023,83.4,P\n"
    'DATAFLOW,OECD.ELS.HD:DSD_HEALTH_STAT@DF_LE(1.1),KOR,"Korea, Republic of",LFEXP,Y,2023,,M\n',
    oecd.Part(wanted("oecd", "x", ("country",)), OECD_ASK),
    (
        ("SE", "2022", "T", 83.1, "final"),
        ("SE", "2023", "T", 83.4, "preliminary"),
        ("KR", "2023", "T", None, "not-reported"),
    ),
)

FK_ASK = forsakringskassan.Ask(dataset="ohm-sjptal", table="SJPsjptal", measure="spt", month="12")


def _cell(year: str, month: str, county: str, municipality: str, value: float | None) -> dict[str, Any]:
    dimensions = {"ar": year, "manad": month, "lan_kod": county, "kommun_kod": municipality}
    return {
        "dimensions": {**dimensions, "kon_kod": "ALL", "aldersklass_kod": "ALL"},
        "observations": {"spt": {"value": value}},
    }


FK = Recorded(
    "forsakringskassan",
    json.dumps(
        [
            _cell("2025", "12", "13", "ALL_13", 8.1),
            _cell("2025", "11", "13", "ALL_13", 8.2),
            _cell("2025", "12", "ALL", "ALL_ALL", 9),
            _cell("2025", "12", "13", "1380", 7.5),
            _cell("2024", "12", "14", "ALL_14", None),
        ]
    ),
    forsakringskassan.Part(wanted("fk", "sjukpenningtal"), FK_ASK),
    (
        ("13", "2025", "T", 8.1, "final"),
        ("00", "2025", "T", 9.0, "final"),
        ("1380", "2025", "T", 7.5, "final"),
        ("14", "2024", "T", None, "not-reported"),
    ),
)

SOS_ASK = socialstyrelsen.Ask(subject="dodsorsaker", measure=2, code="2026", age=6)


def _line(region: int, sex: int, value: str) -> dict[str, Any]:
    return {
        "diagnosId": "2026",
        "regionId": region,
        "alderId": 6,
        "konId": sex,
        "mattId": 2,
        "ar": 2024,
        "varde": value,
    }


SOS = Recorded(
    "socialstyrelsen",
    json.dumps(
        {
            "data": [_line(1, 1, "639,3"), _line(1, 2, "1\u00a0012"), _line(0, 3, "12 345,67"), _line(13, 3, "..")],
            "amne": "dodsorsaker",
            "sida": 1,
            "per_sida": 5000,
            "sidor": 1,
            "nasta_sida": None,
            "foregaende_sida": None,
        }
    ),
    socialstyrelsen.Part(wanted("socialstyrelsen", "x"), SOS_ASK, 1),
    (
        ("01", "2024", "M", 639.3, "final"),
        ("01", "2024", "F", 1012.0, "final"),
        ("00", "2024", "T", 12345.67, "final"),
        ("13", "2024", "T", None, "not-reported"),
    ),
)

FILES = Recorded(
    "files",
    "indicator,provider,key,area,level,period,frequency,sex,value,vintage\n"
    "a,kolada,U70447,13,region,2025,year,T,65.3,2026-08\n"
    "a,kolada,U70447,1380,municipality,2024,year,F,64,2024-09\n"
    "b,other,X,13,region,2025,year,T,1,2026-08\n"
    "a,kolada,U70447,00,nation,2026-06,month,T,,2026-08\n",
    {("kolada", "U70447"): wanted("kolada", "U70447")},
    (
        ("13", "2025", "T", 65.3, "final"),
        ("1380", "2024", "F", 64.0, "final"),
        ("00", "2026-06", "T", None, "not-reported"),
    ),
)

RECORDED = {item.source: item for item in (KOLADA, SCB, FOHM, EUROSTAT, OECD, FK, SOS, FILES)}
