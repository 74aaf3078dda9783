"""Twelve faults planted in true figures, and ten years of true history: `python -m tests.bench.seeded_faults`."""

import argparse
import datetime as dt
import sys
import time
import zlib
from collections import Counter
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import pyarrow.parquet as pq

from indicators import open_current, read_catalogue
from indicators.editions.edition import OBSERVATIONS
from indicators.observation import COLUMNS
from intake.checking.rows import check
from tests.bench.seeding import FAULTS, Place, can_be_told, overwritten, published

TODAY = dt.date(2026, 11, 22)
YEARS = range(2017, 2027)
EACH = 1000
# Some faults fit few series: then fewer are planted.
MOST_ROUNDS = 60


def true_figures():
    return pq.read_table(open_current().folder / OBSERVATIONS).to_pandas()[list(COLUMNS)]


def half(series, number):
    """Which half of the indicators a series is in: thresholds are tuned on half 0 and reported on half 1."""
    return zlib.crc32(series.encode()) % 2 == number


@dataclass
class Outcome:
    """What came of one kind of fault."""

    planted: int = 0
    caught: int = 0
    told: int = 0
    told_caught: int = 0
    overwritten: int = 0
    missed: list = field(default_factory=list)


def plant_all(figures, names, each, rng, catalogue):
    """{(fault, is_newest): Outcome} of `each` faults of a kind, half of them in newest periods and half in history."""
    series = {key: part.sort_values(["period", "area", "sex"], ignore_index=True) for key, part in groups(figures)}
    found = {(name, is_newest): Outcome() for name in names for is_newest in (True, False)}
    for (name, is_newest), outcome in found.items():
        rounds = 0
        while outcome.planted < each // 2 and rounds < MOST_ROUNDS:
            rounds += 1
            judge(outcome, batch(series, name, is_newest, rng, each // 2 - outcome.planted), catalogue)
    return found


def groups(figures):
    return ((key, part) for (_, key), part in figures.groupby(["source", "source_key"]))


def batch(series, name, is_newest, rng, most):
    """One fault in each of the series that can have it, at most so many: {series key: (place, planted)}."""
    found = {}
    for key in rng.permutation(sorted(series)):
        place = random_place(series[key], is_newest, rng)
        planted = FAULTS[name](place, rng) if place and len(place.rows()) else None
        if planted is not None and len(found) < most:
            found[key] = place, planted
    return found


def random_place(truth, is_newest, rng):
    """A panel of a series, each as likely, and its newest period or any."""
    level = rng.choice(sorted(truth["level"].unique()))
    sex = rng.choice(sorted(truth["sex"].unique()))
    here = truth[(truth["level"] == level) & (truth["sex"] == sex)]["period"]
    if here.empty or (is_newest and here.max() != truth["period"].max()):
        return None
    period = here.max() if is_newest else rng.choice(sorted(here.unique()))
    return Place(truth, str(level), str(sex), str(period), is_newest)


def judge(outcome, planted, catalogue):
    """Check a batch as one reading, and count what came of each fault in it."""
    if not planted:
        return
    rows = pd.concat([one.rows for _, one in planted.values()], ignore_index=True)
    before = pd.concat([place.before for place, _ in planted.values()], ignore_index=True)
    checked = check(rows, catalogue, before, TODAY)
    wrong, lost = published(planted, checked, before), overwritten(checked, before)
    for key, (place, one) in planted.items():
        told = can_be_told(place, one)
        outcome.planted += 1
        outcome.caught += key not in wrong
        outcome.told += told
        outcome.told_caught += told and key not in wrong
        outcome.overwritten += key in lost
        if told and key in wrong:
            outcome.missed.append(f"{key} {place.level} {place.sex} {place.period}")


def replay(figures, catalogue, years=YEARS):
    """Year for year, as if it had just been published: how many true values are new, and how many are held back."""
    new, held_back, reasons = 0, 0, Counter()
    for year in years:
        of_year = figures["period"].str[:4].astype(int)
        rows, before = figures[of_year <= year], figures[of_year < year]
        checked = check(rows, catalogue, before, dt.date(year, 12, 31))
        new += len(rows) - len(before)
        held_back += len(checked.quarantined)
        reasons.update(checked.quarantined["reason"])
    return new, held_back, reasons


def share(part, whole):
    return f"{100 * part / whole:5.1f} %" if whole else "   –   "


def show(found):
    print(f"{'fault':24} {'where':8} planted  held back  can be told  of these held back  overwritten")
    for (name, is_newest), o in found.items():
        where = "newest" if is_newest else "history"
        print(
            f"{name:24} {where:8} {o.planted:7}  {share(o.caught, o.planted):>9}  {share(o.told, o.planted):>11}"
            f"  {share(o.told_caught, o.told):>18}  {o.overwritten:11}"
        )
    every = found.values()
    total = [
        sum(getattr(o, name) for o in every) for name in ("planted", "caught", "told", "told_caught", "overwritten")
    ]
    print(
        f"all {total[0]}: held back {share(total[1], total[0])}, of the {total[2]} that can be told "
        f"{share(total[3], total[2])}; overwritten {total[4]}"
    )


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.bench.seeded_faults", description=__doc__)
    parser.add_argument("--each", type=int, default=EACH, help=f"how many of each fault (default {EACH})")
    parser.add_argument("--half", type=int, choices=(0, 1), default=1, help="0: the half thresholds were tuned on")
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--missed", action="store_true", help="say which were missed")
    parser.add_argument("--fault", action="append", choices=sorted(FAULTS), help="only this fault")
    chosen = parser.parse_args()
    figures, catalogue = true_figures(), read_catalogue()
    figures = figures[[half(key, chosen.half) for key in figures["source_key"]]]
    started = time.perf_counter()
    new, held_back, reasons = replay(figures, catalogue)
    print(
        f"true history {YEARS[0]}–{YEARS[-1]}: {held_back} of {new} held back, {share(held_back, new)}: {dict(reasons)}"
    )
    found = plant_all(figures, chosen.fault or FAULTS, chosen.each, np.random.default_rng(chosen.seed), catalogue)
    show(found)
    if chosen.missed:
        for (name, is_newest), o in found.items():
            print(name, is_newest, Counter(o.missed).most_common(12))
    print(f"half {chosen.half}, seed {chosen.seed}, {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
