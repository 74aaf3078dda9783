"""Every replica read back gives the embedded edition's values for the series it serves, value by value."""

import dataclasses
import math

import pytest

from indicators import read_catalogue
from indicators.observation import COLUMNS
from indicators.refdata import read_csv
from intake.checking.rows import check_form
from intake.formats.frame import frame
from intake.formats.queries import read_queries
from intake.formats.rows import VALUED
from intake.formats.wanted import Wanted
from intake.sources import SOURCES, read_source, split_by_doubt
from tests.replicas import others
from tests.replicas.figures import edition_folder, international, observations
from tests.replicas.testing import make_client

SERVED = [
    ("fohm", "sjalvskattad_halsa"),
    ("scb-fohm", "medellivslangd"),
    ("scb", "folkmangd"),
    ("fk", "sjukpenningtal"),
]


def values(rows):
    """The values that there are. What is missing has a status that says so, and no number."""
    assert all(math.isnan(row.value) == (row.status not in VALUED) for row in rows)
    return {(row.area, row.period, row.sex): row.value for row in rows if row.status in VALUED}


def series(wanted, provider, key):
    return next(
        (source, item)
        for source, items in wanted.items()
        for item in items
        if (item.provider, item.key) == (provider, key)
    )


def test_kolada_gives_every_series_value_by_value(client, wanted, replicas):
    reading = read_source("kolada", client, wanted["kolada"])
    assert reading.refused is None
    found = {}
    for row in reading.rows:
        found.setdefault((row.source, row.source_key), {})[(row.area, row.period, row.sex)] = row.value
    expected = {pair: held for pair, held in observations().items() if pair[0] == "kolada"}
    assert found == expected
    assert len(reading.rows) == sum(map(len, expected.values()))
    assert all(target.count(",") <= 24 + 8 for target in replicas["kolada"].requests)
    assert check_form(frame(reading.rows[:5000]), "kolada", set(expected)) == []


@pytest.mark.parametrize(("provider", "key"), SERVED)
def test_the_other_publishers_give_their_series_value_by_value(client, wanted, provider, key):
    source, item = series(wanted, provider, key)
    reading = read_source(source, client, [item])
    assert reading.refused is None
    assert values(reading.rows) == observations()[(provider, key)]
    assert {row.indicator for row in reading.rows} == {item.indicator}
    assert check_form(frame(reading.rows), source, {(provider, key)}) == []


def test_every_series_that_is_established_is_tried_here(wanted):
    established = {
        (item.provider, item.key)
        for source, items in wanted.items()
        for item in split_by_doubt(items)[0]
        if source != "kolada" and "country" not in item.levels
    }
    assert established == set(SERVED)


def test_socialstyrelsen_gives_what_stands_in_for_its_figures(client, replicas):
    ask = {"subject": others.SUBJECT, "measure": others.MEASURE, "code": others.CODE, "age": others.AGE}
    item = Wanted("sample", "socialstyrelsen", "x", ("nation", "region"), ("T", "F", "M"), ask)
    reading = read_source("socialstyrelsen", client, [item])
    assert reading.refused is None
    expected = {at: value for at, value in observations()[others.STAND_IN].items() if len(at[0]) == 2}
    assert values(reading.rows) == expected


@pytest.mark.parametrize("source", ["eurostat", "oecd"])
def test_other_countries_figures_come_value_by_value(client, wanted, source):
    codes = {row["name"]: row["iso2"] for row in read_csv("countries.csv")}
    for item in wanted[source]:
        reading = read_source(source, client, [item])
        assert reading.refused is None
        figure = international()[item.indicator]
        expected = {codes[name]: value for name, value in figure["values"].items() if name in codes}
        assert {row.area: row.value for row in reading.rows} == expected
        assert {(row.level, row.period) for row in reading.rows} == {("country", figure["year"])}


def test_a_folder_of_figures_gives_the_same_rows(tmp_path, replicas, wanted):
    import pandas as pd

    held = pd.read_parquet(edition_folder() / "observations.parquet")
    named = held.rename(columns={"source": "provider", "source_key": "key"})
    columns = ["indicator", "provider", "key", "area", "level", "period", "frequency", "sex", "value", "vintage"]
    some = named[named["provider"] != "kolada"]
    some[columns].to_csv(tmp_path / "observations.csv.gz", index=False)
    addresses = dataclasses.replace(replicas.addresses, files=tmp_path)
    every = [item for items in wanted.values() for item in items if "country" not in item.levels]
    with make_client(addresses) as client:
        reading = read_source("files", client, every)
    assert reading.refused is None
    got = frame(reading.rows)[list(COLUMNS)].sort_values(list(COLUMNS[:7])).reset_index(drop=True)
    pd.testing.assert_frame_equal(
        got, held[held["source"] != "kolada"].sort_values(list(COLUMNS[:7])).reset_index(drop=True), check_dtype=False
    )


@pytest.mark.parametrize("wanted_of", ["fohm", "scb", "socialstyrelsen"])
def test_what_is_not_established_is_refused_in_a_clear_sentence_and_not_asked_for(client, wanted, replicas, wanted_of):
    doubted = split_by_doubt(wanted[wanted_of])[1]
    assert doubted
    for key, error in doubted.items():
        item = next(item for item in wanted[wanted_of] if item.key == key)
        reading = read_source(wanted_of, client, [item])
        assert reading.refused is not None
        assert reading.rows == ()
        assert reading.refused.code == "unverified"
        assert str(reading.refused) == str(error)
        assert replicas[wanted_of].requests == []


def test_every_source_has_what_a_source_has():
    assert sorted(SOURCES) == [
        "eurostat",
        "files",
        "fohm",
        "forsakringskassan",
        "kolada",
        "oecd",
        "scb",
        "socialstyrelsen",
    ]
    for name, source in SOURCES.items():
        assert name == source.NAME
        assert callable(source.fetch)
        assert callable(source.read)


def test_a_definition_without_a_query_is_named():
    queries = read_queries({"direct": [], "series": []})
    with pytest.raises(Exception, match="context-population needs a query for scb/folkmangd"):
        queries.wanted(read_catalogue())
