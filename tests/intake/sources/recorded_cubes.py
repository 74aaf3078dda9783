"""Recorded cubes. The shapes are the publishers'; the values are made up."""

import json

from intake.formats.cube import Layout
from intake.sources import eurostat, fohm, scb
from tests.intake.sources.recording import Recorded, wanted

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
