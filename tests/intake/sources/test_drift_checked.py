"""What no form can tell: figures that are whole, well formed and a hundred times too large, or all gone at once.

Every series of every source of the embedded edition, its newest figures changed, goes through the check of rows.
"""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from indicators import read_catalogue
from indicators.observation import KEY
from intake.checking.rows import check
from intake.sources import wanted_by_source
from intake.sync.candidate import edition_rows
from intake.sync.international import held_rows

TODAY = dt.date(2026, 11, 22)
SLICE = ["source", "source_key", "level", "sex"]
SOURCES = {"fk", "fohm", "kolada", "scb", "scb-fohm", "socialstyrelsen"}
# Kolada's 128 series take ten seconds: of them every sixth is read here, and every one in tests.bench.seeded_faults.
EVERY = 6


@pytest.fixture(scope="module")
def held(picture):
    rows = edition_rows(picture.edition)
    keys = sorted(rows.loc[rows["source"] == "kolada", "source_key"].unique())
    return rows[(rows["source"] != "kolada") | rows["source_key"].isin(keys[::EVERY])].reset_index(drop=True)


def newest(rows):
    """Which rows are of their slice's newest period, with a value that can be changed."""
    last = rows.groupby(SLICE)["period"].transform("max")
    return (rows["period"] == last) & rows["value"].notna() & (rows["value"] != 0)


def caught(rows, changed, before):
    """The share of the changed rows that was held back, by source."""
    found = check(rows, read_catalogue(), before, TODAY)
    kept = pd.MultiIndex.from_frame(found.accepted[KEY])
    is_caught = ~pd.MultiIndex.from_frame(rows.loc[changed, KEY]).isin(kept)
    return {
        name: float(np.mean(part)) for name, part in pd.Series(is_caught).groupby(rows["source"][changed].to_numpy())
    }


@pytest.mark.parametrize("is_new", [False, True], ids=["held already", "a new period"])
def test_a_unit_a_hundred_times_smaller_is_held_back_for_every_source(held, is_new):
    changed = newest(held)
    rows = held.assign(value=held["value"].where(~changed, held["value"] * 100))
    before = held[held["period"] != held.groupby(SLICE)["period"].transform("max")] if is_new else held
    shares = caught(rows, changed, before)
    assert set(shares) == SOURCES
    assert min(shares.values()) >= 0.99, shares


def test_figures_that_are_all_gone_at_once_are_held(held):
    """Of a country alone nothing tells a loss from a withdrawal; of the regions, their number does."""
    changed = newest(held) & (held["level"] == "region")
    rows = held.assign(value=held["value"].where(~changed), status=held["status"].where(~changed, "not-reported"))
    assert min(caught(rows, changed, held).values()) == 1


def test_the_true_figures_are_not_held_back(held):
    assert len(check(held, read_catalogue(), held, TODAY).quarantined) == 0


@pytest.mark.parametrize("later", [0, 1])
def test_other_countries_figures_a_hundred_times_larger_are_held_back(picture, later):
    wanted = wanted_by_source(read_catalogue())
    held = held_rows(picture.edition.countries, [item for name in ("eurostat", "oecd") for item in wanted[name]])
    assert len(held) > 50
    rows = held.assign(value=held["value"] * 100, period=[str(int(year) + later) for year in held["period"]])
    found = check(rows, read_catalogue(), held, TODAY)
    assert found.accepted.empty
