"""Which query answers which series: data, strict, each with its evidence, and no guess."""

import pytest
import tomli

from indicators import FaultError, read_catalogue
from indicators.refdata import REFDATA
from intake.formats.queries import read_queries
from intake.sources import split_by_doubt, wanted_by_source

GOOD = {
    "provider": "scb",
    "key": "folkmangd",
    "source": "scb",
    "evidence": "live",
    "stated": "a live call",
    "ask": {"table": "TAB638", "contents": "BE0101N1", "unit": "antal"},
}


def message(*series):
    direct = [{"provider": "kolada", "source": "kolada", "evidence": "live", "stated": "x"}]
    with pytest.raises(FaultError) as faults:
        wanted_by_source(read_catalogue(), read_queries({"direct": direct, "series": list(series)}))
    return str(faults.value)


def test_every_series_of_the_catalogue_has_a_query():
    found = wanted_by_source(read_catalogue())
    held = {(item.provider, item.key) for items in found.values() for item in items}
    series = {(s.provider, s.key) for d in read_catalogue().definitions for s in d.series}
    assert series <= held


def test_most_series_are_established_and_the_others_say_what_is_missing():
    found = wanted_by_source(read_catalogue())
    established = [
        item for items in found.values() for item in split_by_doubt(items)[0] if "country" not in item.levels
    ]
    doubted = {key: error for items in found.values() for key, error in split_by_doubt(items)[1].items()}
    assert len(established) == 120
    assert len(doubted) == 8
    assert all(len(error.reason) > 40 for error in doubted.values())


def test_every_query_states_where_it_was_learnt():
    raw = tomli.loads((REFDATA / "queries.toml").read_text(encoding="utf-8"))
    for query in (*raw["direct"], *raw["series"]):
        assert len(query["stated"]) > 30
        assert query["evidence"] in ("live", "documented", "client", "unverified")
        assert ("ask" in query) == (query["evidence"] != "unverified") or query in raw["direct"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"evidence": "hearsay"}, "evidence: found 'hearsay'"),
        ({"evidence": "unverified"}, "'doubt' is required for what is unverified"),
        ({"doubt": "who knows"}, "'doubt' is required for what is unverified"),
        ({"evidence": "unverified", "doubt": "who knows"}, "'doubt' and 'doubt_sv' stand together"),
        ({"stated": ""}, "stated"),
        ({"colour": "red"}, "colour: found 'red'; the field is unknown"),
        ({"source": "statistics"}, "source: found 'statistics'; must be one of eurostat"),
        ({"ask": {"table": "638", "contents": "x", "unit": "y"}}, "queries.toml scb/folkmangd: table: found '638'"),
        ({"ask": {"table": "TAB1", "unit": "y"}}, "queries.toml scb/folkmangd: contents: found nothing"),
        ({"ask": {**GOOD["ask"], "colour": "red"}}, "colour: found 'red'; the field is unknown"),
    ],
)
def test_a_fault_is_named(changes, reason):
    others = [
        {"provider": d.series[0].provider, "key": d.series[0].key, "source": "scb", "evidence": "unverified"}
        | {"stated": "x", "doubt": "y", "doubt_sv": "z"}
        for d in read_catalogue().definitions
        if d.series[0].provider != "kolada" and d.series[0].key != "folkmangd"
    ]
    assert reason in message({**GOOD, **changes}, *others)


def test_a_query_that_stands_twice_is_named():
    assert "stands twice: scb/folkmangd" in message(GOOD, GOOD)


def test_a_series_without_a_query_is_named():
    assert "sickness-benefit-days needs a query for fk/sjukpenningtal" in message(GOOD)
