"""Recorded shapes: one small answer of each source. The shapes are the publishers'; the values are made up."""

import json
from typing import Any

from intake.sources import forsakringskassan, kolada, oecd, socialstyrelsen
from tests.intake.sources.recorded_cubes import EUROSTAT, FOHM, SCB
from tests.intake.sources.recording import Recorded, wanted


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
