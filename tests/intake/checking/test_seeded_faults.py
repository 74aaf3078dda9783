"""Thirteen faults planted in the embedded edition, and two years of its true history. At length: tests.bench."""

import datetime as dt

import numpy as np
import pytest

from indicators import read_catalogue
from intake.checking.rows import check
from tests.bench.seeded_faults import TODAY, plant_all, replay, true_figures
from tests.bench.seeding import FAULTS
from tests.tiers import some

EACH, SEED = 16, 3
# New values that nothing held tells apart: an exchange is seen only where it moves values far.
HARD_WHEN_NEW = ("two regions swapped", "women and men swapped", "… in one area only")
# One of each way to be wrong: far off, a sign, places, a row's key and its number.
EACH_RUN = ("÷100", "sign flip", "two regions swapped", "half of the rows lost", "key twice", "region code 1 for 01")


@pytest.fixture(scope="module")
def figures():
    return true_figures()


@pytest.fixture(scope="module")
def sample(figures):
    """Every sixth series, with all their rows."""
    chosen = sorted(figures["source_key"].unique())[::6]
    return figures[figures["source_key"].isin(chosen)].reset_index(drop=True)


def planted(sample, fault):
    """What comes of a fault planted in values that are new, and in values that are held."""
    chance = np.random.default_rng([SEED, list(FAULTS).index(fault)])
    found = plant_all(sample, [fault], EACH, chance, read_catalogue())
    return found[fault, True], found[fault, False]


@pytest.mark.parametrize("fault", some(FAULTS, kept=EACH_RUN))
def test_nothing_held_is_overwritten_and_what_is_new_and_can_be_told_is_held_back(sample, fault):
    new, held = planted(sample, fault)
    assert min(new.planted, held.planted) >= EACH // 4
    assert (held.overwritten, held.caught) == (0, held.planted), held.missed
    assert new.overwritten == 0
    assert fault in HARD_WHEN_NEW or new.told - new.told_caught <= 1, new.missed


@pytest.mark.nightly
def test_exchanges_of_new_values_are_seen_where_they_move_far(sample):
    new = [planted(sample, fault)[0] for fault in HARD_WHEN_NEW]
    assert sum(one.told_caught for one in new) >= 0.5 * sum(one.told for one in new) > 0


def test_true_history_is_let_through(sample):
    new, held_back, reasons = replay(sample, read_catalogue(), years=(2021, 2022))
    assert new > 2000
    assert held_back <= 0.02 * new, reasons


def test_nothing_true_of_the_whole_catalogue_is_held_back_or_withdrawn(figures):
    checked = check(figures, read_catalogue(), figures, TODAY)
    assert (len(checked.quarantined), len(checked.withdrawn)) == (0, 0)


def test_an_edition_read_anew_a_year_later_is_the_same(sample):
    checked = check(sample, read_catalogue(), sample, dt.date(2027, 11, 22))
    assert checked.after(sample).equals(sample)
