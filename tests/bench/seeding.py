"""Faults to plant in true figures: in one value or one slice, in what is newest or in what is held."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from indicators.observation import KEY

SLICE = 5


@dataclass(frozen=True)
class Place:
    """Where a fault is planted: a series' true rows, and one panel (level and sex) and period of them.

    `before` are the rows held: all of the series, or without the newest period when that is where the fault is.
    """

    truth: pd.DataFrame
    level: str
    sex: str
    period: str
    is_newest: bool

    @property
    def before(self):
        return self.truth[self.truth["period"] != self.period] if self.is_newest else self.truth

    def rows(self, sex=None, period=None):
        """The row numbers of the panel's slice, or of the same of another sex or period."""
        t = self.truth
        here = (t["level"] == self.level) & (t["sex"] == (sex or self.sex)) & (t["period"] == (period or self.period))
        return np.flatnonzero(here)


@dataclass(frozen=True)
class Planted:
    """Rows with a fault in them. `changed` are the numbers of the spoilt rows, `slice` of those that must be held."""

    rows: pd.DataFrame
    changed: np.ndarray
    slice: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=int))


def times(factor):
    def plant(place, rng):
        number = one(rng, place.rows(), place.truth["value"].to_numpy() != 0)
        return None if number is None else changed(place, [number], [place.truth["value"].iat[number] * factor])

    return plant


def without_comma(place, rng):
    """12,5 read as 125: the number without its decimal comma, when it has one."""
    values = place.truth["value"].to_numpy()
    number = one(rng, place.rows(), (values != 0) & (values != np.round(values)))
    if number is None:
        return None
    return changed(place, [number], [float(repr(float(values[number])).replace(".", ""))])


def areas_swapped(place, rng):
    rows, values = place.rows(), place.truth["value"].to_numpy()
    if len(rows) < SLICE:
        return None
    first, second = rng.choice(rows, 2, replace=False)
    if values[first] == values[second]:
        return None
    return changed(place, [first, second], [values[second], values[first]])


def sexes_swapped(place, rng, *, whole=True):
    if place.sex != "F":
        return None
    women, men = (place.truth.iloc[place.rows(sex)].reset_index(names="n") for sex in ("F", "M"))
    both = women.merge(men, on="area", suffixes=("", "_m"))
    both = both[both["value"] != both["value_m"]]
    if len(both) < SLICE:
        return None
    both = both if whole else both.sample(1, random_state=int(rng.integers(1 << 30)))
    numbers = [*place.truth.index.get_indexer(both["n"]), *place.truth.index.get_indexer(both["n_m"])]
    return changed(place, numbers, [*both["value_m"], *both["value"]])


def sexes_swapped_in_one(place, rng):
    return sexes_swapped(place, rng, whole=False)


def years_shifted(place, rng):
    """The slice holds the values of the period before (or, for the first, after) it."""
    periods = sorted(place.truth["period"].unique())
    at = periods.index(place.period)
    other = periods[at - 1 if at else 1] if len(periods) > 1 else place.period
    rows = place.rows()
    earlier = place.truth.iloc[place.rows(period=other)].set_index("area")["value"]
    areas = place.truth["area"].to_numpy()
    known = [n for n in rows if areas[n] in earlier.index and earlier[areas[n]] != place.truth["value"].iat[n]]
    if len(known) < SLICE or len(known) < 0.5 * len(rows):
        return None
    return changed(place, known, [earlier[areas[n]] for n in known])


def half_lost(place, rng):
    rows = place.rows()
    if len(rows) < 2 * SLICE:
        return None
    lost = rng.choice(rows, len(rows) - len(rows) // 2, replace=False)
    left = np.setdiff1d(rows, lost)
    return Planted(place.truth.drop(place.truth.index[lost]), lost, left)


def future_year(place, rng):
    number = one(rng, place.rows())
    period = f"{int(rng.integers(2027, 2100))}{place.period[4:]}"
    return with_field(place, number, "period", period)


def early_code(place, rng):
    codes = place.truth["area"].str.startswith("0").to_numpy() & (place.level == "region")
    number = one(rng, place.rows(), codes)
    return None if number is None else with_field(place, number, "area", place.truth["area"].iat[number][1:])


def key_twice(place, rng):
    number = one(rng, place.rows())
    again = place.truth.iloc[[number]].assign(value=place.truth["value"].iat[number] * 1.1 + 0.1)
    return Planted(pd.concat([place.truth, again], ignore_index=True), np.array([number]))


def one(rng, rows, allowed=None):
    rows = rows if allowed is None else rows[allowed[rows]]
    return int(rng.choice(rows)) if len(rows) else None


def changed(place, numbers, values):
    numbers = np.asarray(numbers)
    column = place.truth["value"].to_numpy(copy=True)
    column[numbers] = values
    return Planted(place.truth.assign(value=column), numbers)


def with_field(place, number, field, value):
    column = place.truth[field].to_numpy(dtype=object, copy=True)
    column[number] = value
    return Planted(place.truth.assign(**{field: column}), np.array([number]))


FAULTS = {
    "×10": times(10.0),
    "×100": times(100.0),
    "÷100": times(0.01),
    "sign flip": times(-1.0),
    "decimal comma lost": without_comma,
    "two regions swapped": areas_swapped,
    "women and men swapped": sexes_swapped,
    "… in one area only": sexes_swapped_in_one,
    "year shift": years_shifted,
    "half of the rows lost": half_lost,
    "future year": future_year,
    "key twice": key_twice,
    "region code 1 for 01": early_code,
}


def published(batch, checked, before):
    """The series of a batch (key: (place, planted)) of which something spoilt would be published.

    That is a value that is not the true one, or any value of a new slice that had lost half of its rows.
    """
    after = checked.after(before)
    truth = pd.concat([place.truth for place, _ in batch.values()], ignore_index=True)
    stands = after[after["value"].notna()].merge(truth[[*KEY, "value"]], on=KEY, how="left", suffixes=("", "_true"))
    wrong = set(stands.loc[stands["value"] != stands["value_true"], "source_key"])
    halves = [place.truth.iloc[planted.slice][KEY] for place, planted in batch.values() if place.is_newest]
    return wrong | set(checked.accepted.merge(pd.concat(halves), on=KEY)["source_key"]) if halves else wrong


def overwritten(checked, before):
    """The series of which a value that was held is another one afterwards, or is gone."""
    after = checked.after(before)[[*KEY, "value"]]
    both = before[[*KEY, "value"]].merge(after, on=KEY, how="left", suffixes=("", "_after"))
    return set(both.loc[both["value"] != both["value_after"], "source_key"])


def can_be_told(place, planted):
    """Whether a spoilt value has changed by more than 99 in 100 true values of its panel do from a period to the next.

    What has not cannot be held back without holding back as many true values. A value that is held tells by itself, and
    a row that is wrong by itself too. What is left of a slice tells when it is less than two thirds of the one before.
    """
    if not place.is_newest or len(planted.rows) > len(place.truth):
        return True
    t = place.truth
    if len(planted.slice):
        earlier = [len(place.rows(period=period)) for period in sorted(t["period"].unique()) if period < place.period]
        return bool(earlier) and 0 < len(planted.slice) < earlier[-1] * 2 / 3
    if any((planted.rows[field] != t[field]).any() for field in ("area", "period")):
        return True
    panel = t[(t["level"] == place.level) & (t["sex"] == place.sex)]
    wide = panel.pivot(index="area", columns="period", values="value").sort_index(axis=1).ffill(axis=1)
    if place.period not in wide or wide.shape[1] < 3:
        return False
    wide = wide.loc[:, : place.period]
    steps = wide.iloc[:, :-1].diff(axis=1).abs().to_numpy()
    steps = steps[np.isfinite(steps)]
    if not len(steps):
        return False
    numbers = [n for n in planted.changed if t["sex"].iat[n] == place.sex]
    last = wide.iloc[:, -2].reindex(t["area"].iloc[numbers]).to_numpy()
    moved = np.abs(planted.rows["value"].iloc[numbers].to_numpy() - last)
    return bool(np.nanmean(moved > np.quantile(steps, 0.99)) >= 0.5) if np.isfinite(moved).any() else False
