"""Residents of municipalities, from the publisher to the page: with them fifths are weighted and half a gap has names.

The replica's municipal numbers are made up; the municipalities' values are the embedded edition's.
"""

import datetime as dt

import pandas as pd
import pytest

from dashboard.query import Question
from dashboard.viewmodels.equality.fifths import fifths_texts
from dashboard.viewmodels.variation.page import variation_tables, variation_view
from indicators import AREAS, Catalogue, DataFolder, Library, read_catalogue, read_reference
from indicators.denominator import POPULATION
from indicators.digest import assessment_digest
from indicators.editions.open_edition import Picture
from indicators.observation import COLUMNS
from intake import Judges, Order, publish
from intake.editions.write import Content, Name, write_edition
from intake.sync import SyncChoice, SyncOrder, synchronise
from tests.replicas.figures import edition_folder, observations
from tests.replicas.testing import FakeClock, make_client

TOLD, COUNTED, RANKED = "inpatient-injuries", "mmr-vaccination", "persistent-low-income"
SOME = (POPULATION, TOLD, COUNTED, RANKED)
CATALOGUE = Catalogue(tuple(item for item in read_catalogue().definitions if item.id in SOME))
JUDGES = Judges(CATALOGUE, read_reference())
REGION = "12"


def first_edition(store):
    """An edition of the embedded one's rows, as it was before anybody asked for municipalities' residents."""
    rows = pd.read_parquet(edition_folder() / "observations.parquet")
    rows = rows[rows["indicator"].isin(SOME)].reset_index(drop=True)
    rows = rows[~((rows["indicator"] == POPULATION) & (rows["level"] == "municipality"))]
    rows = rows.reindex(columns=list(COLUMNS)).fillna({"group": ""}).reset_index(drop=True)
    return write_edition(Name(store, "2026-11", dt.date(2026, 11, 21)), Content(rows, {}), JUDGES)


def picture_of(edition):
    digest = assessment_digest(CATALOGUE, JUDGES.reference)
    return Picture(CATALOGUE, JUDGES.reference, edition, AREAS, digest)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory, every_replica):
    """The picture before a sync, and after it."""
    every_replica.behave()
    root = tmp_path_factory.mktemp("municipal")
    before = first_edition(root / "embedded")
    folder = DataFolder(root / "data").make()
    library = Library((folder.editions, root / "embedded"))
    choice = SyncChoice(("scb",), (POPULATION,), None)
    with make_client(every_replica.addresses, fake=FakeClock(), store=folder.cache) as client:
        synchronise(SyncOrder(folder, library, CATALOGUE, choice), client, None)
    made = publish(Order(folder, library, dt.date(2026, 12, 1)), JUDGES)
    assert made.is_new
    return picture_of(before), picture_of(made.edition)


def test_the_sync_brings_every_municipality_and_leaves_the_regions_as_they_were(pictures):
    before, after = (item.edition.store.series("scb", "folkmangd").points for item in pictures)
    held = observations()["scb", "folkmangd"]
    assert {area for _, area in after} - {area for _, area in before} == {area.code for area in AREAS.municipalities}
    assert {("T", area): dict(points)["2024"] for (_, area), points in after.items()} == {
        ("T", area): value for (area, year, _), value in held.items() if year == "2024"
    }
    assert {key: after[key] for key in before} == before


def test_without_municipal_residents_the_page_says_so(pictures):
    before, _ = pictures
    assert before.analysis.population is None
    view = variation_view(before, Question(indicator=TOLD, regions=(REGION,)))
    assert "saknar folkmängd per kommun" in view.few[0]
    assert any("saknar folkmängd per kommun" in text for text in fifths_texts(before, Question(), COUNTED))


def test_with_them_the_fifths_are_of_equal_population(pictures):
    _, after = pictures
    assert after.analysis.population == "2024"
    plain, weighted = (item.analysis.fifths[COUNTED, "T", "00"] for item in pictures)
    assert (plain.weighted, weighted.weighted) == (False, True)
    assert weighted.values != plain.values
    assert all(abs(share - 0.2) < 0.06 for share in weighted.shares)
    assert any("vägda med folkmängden" in text for text in fifths_texts(after, Question(), COUNTED))


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_half_of_the_gap_has_the_names_of_municipalities(pictures, lang):
    _, after = pictures
    question = Question(lang=lang, indicator=TOLD, regions=(REGION,))
    few = after.analysis.inside[TOLD, "T"].few[REGION]
    carriers = [AREAS.by_code[few.codes[place]].name for place in few.found.units]
    assert few.lack is None
    assert few.found.carried >= 0.5
    said, table = variation_view(after, question).few[0], variation_tables(after, question).few
    assert carriers[0] in said
    assert [row.cells[0] for group in table.groups for row in group.rows] == carriers


def test_the_excess_is_worked_by_hand(pictures):
    # Each municipality's value over the yardstick, times its residents, per 100 000; only those that are worse.
    _, after = pictures
    few = after.analysis.inside[TOLD, "T"].few[REGION]
    values, people = after.edition.store.series("kolada", "N60986").points, observations()["scb", "folkmangd"]
    period = after.analysis.inside[TOLD, "T"].latest.period
    worse = [
        (dict(values["T", code])[period] - few.yardstick) * people[code, "2024", "T"] / 100_000 for code in few.codes
    ]
    assert few.found.total == pytest.approx(sum(excess for excess in worse if excess > 0))
