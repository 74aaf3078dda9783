"""Values held against the neighbours in time, the other areas, the other sex: a planted fault, its reason, no other."""

import numpy as np
import pytest

from tests.intake.checking.building import REGIONS, at, facts, history, judge, reasons, spoil, without

NEW = {"sex": "T", "level": "region", "period": "2025"}
OLD = {**NEW, "period": "2019"}


@pytest.fixture(scope="module")
def share():
    return history()


@pytest.fixture(scope="module")
def rate():
    return history("N2")


@pytest.fixture(scope="module")
def balance():
    return history("N3")


def placed(rows, source, **where):
    """The values of one place put at another, area by area."""
    from_there = rows[at(rows, **source)].set_index("area")["value"]
    return spoil(rows, lambda values: rows["area"].map(from_there).where(at(rows, **where), values), **where)


@pytest.mark.parametrize(
    ("factor", "reason"), [(10, "too-large"), (100, "too-large"), (0.01, "too-small"), (0.1, "too-small")]
)
@pytest.mark.parametrize("where", [NEW, OLD], ids=["newest", "held"])
def test_a_power_of_ten(rate, factor, reason, where):
    before = without(rate, period="2025") if where is NEW else rate
    checked = judge(spoil(rate, lambda values: values * factor, **where, area="05"), before)
    assert reasons(checked) == {reason: 1}
    (said,) = facts(checked)
    true = rate.loc[at(rate, **where, area="05"), "value"].iat[0]
    assert said["value"] == pytest.approx(true * factor)
    assert said["near"] == pytest.approx(true, rel=0.1)
    assert said["factor"] == pytest.approx(max(factor, 1 / factor))
    held = checked.quarantined["held"].iat[0]
    assert np.isnan(held) if where is NEW else held == true


def test_the_opposite_sign(balance):
    for where, before in ((NEW, without(balance, period="2025")), (OLD, balance)):
        sizes = balance[at(balance, **where)].set_index("area")["value"].abs()
        # Beside what is held, even the opposite of a value near zero shows.
        area = sizes.idxmax() if where is NEW else sizes[sizes > 0].idxmin()
        checked = judge(spoil(balance, lambda values: -values, **where, area=area), before)
        assert reasons(checked) == {"sign": 1}


def test_zero_for_missing(rate):
    spoilt = spoil(rate, lambda values: values * 0, **NEW, area="05")
    assert reasons(judge(spoilt, without(rate, period="2025"))) == {"zero": 1}


def test_a_leap_and_a_revision(rate):
    before = without(rate, period="2025")
    assert reasons(judge(spoil(rate, lambda values: values * 1.6, **NEW, area="05"), before)) == {"leap": 1}
    assert reasons(judge(spoil(rate, lambda values: values * 1.01, **OLD, area="05"), rate)) == {}


def test_two_areas_exchanged(rate):
    for where, before in ((NEW, without(rate, period="2025")), (OLD, rate)):
        values = rate[at(rate, **where)].set_index("area")["value"]
        first, second = values.idxmin(), values.idxmax()
        pair = {first: values[second], second: values[first]}
        spoilt = spoil(rate, lambda held, pair=pair: rate["area"].map(pair).fillna(held), **where)
        checked = judge(spoilt, before)
        assert reasons(checked) == {"areas-exchanged": 2}
        assert {said["other"] for said in facts(checked)} == {first, second}


def test_two_nearly_equal_values_exchanged_cannot_be_told_when_new(rate):
    values = rate[at(rate, **NEW)].set_index("area")["value"].sort_values()
    near = values.diff().idxmin()
    other = values.index[values.index.get_loc(near) - 1]
    pair = {near: values[other], other: values[near]}
    spoilt = spoil(rate, lambda held: rate["area"].map(pair).fillna(held), **NEW)
    assert reasons(judge(spoilt, without(rate, period="2025"))) == {}
    assert reasons(judge(spoilt, rate)) == {"areas-exchanged": 2}


@pytest.mark.parametrize("where", [NEW, OLD], ids=["newest", "held"])
def test_women_and_men_exchanged(share, where):
    before = without(share, period="2025") if where is NEW else share
    period = {"level": "region", "period": where["period"]}
    swapped = placed(share, {**period, "sex": "M"}, **period, sex="F")
    women = share[at(share, **period, sex="F")].set_index("area")["value"]
    men = at(swapped, **period, sex="M")
    swapped.loc[men, "value"] = swapped.loc[men, "area"].map(women)
    assert reasons(judge(swapped, before)) == {"sexes-exchanged-slice": 42}
    one = share.copy()
    for sex, other in (("F", "M"), ("M", "F")):
        value = share.loc[at(share, **period, sex=other, area="05"), "value"].iat[0]
        one.loc[at(one, **period, sex=sex, area="05"), "value"] = value
    assert reasons(judge(one, before)) == {"sexes-exchanged": 2}


def test_all_out_of_step_with_women_and_men(share):
    rng = np.random.default_rng(7)
    wobble = {place: rng.normal(0, 4) for place in share.set_index(["area", "period"]).index.unique()}
    share = share.assign(
        value=share["value"] + [wobble[place] for place in share[["area", "period"]].apply(tuple, axis=1)]
    )
    spoilt = spoil(share, lambda values: values + 6, **NEW, area="05")
    assert reasons(judge(share, without(share, period="2025"))) == {}
    assert reasons(judge(spoilt, without(share, period="2025"))) == {"total": 1}


@pytest.mark.parametrize("factor", [10, 100, 0.01])
@pytest.mark.parametrize("where", [NEW, OLD], ids=["newest", "held"])
def test_another_unit(rate, factor, where):
    before = without(rate, period="2025") if where is NEW else rate
    checked = judge(spoil(rate, lambda values: values * factor, **where), before)
    assert reasons(checked) == {"unit": 21}
    assert facts(checked)[0]["factor"] == pytest.approx(factor, rel=0.1)


def test_another_period_again(rate):
    for where, other in ((NEW, "2024"), (OLD, "2020")):
        before = without(rate, period="2025") if where is NEW else rate
        checked = judge(placed(rate, {**where, "period": other}, **where), before)
        assert reasons(checked) == {"copied-period": 21}
        assert facts(checked)[0] == {"other": other, "same": 21, "areas": 21}


def test_all_years_shifted(rate):
    here = at(rate, level="region", sex="T")
    wide = rate[here].pivot(index="area", columns="period", values="value").shift(-1, axis=1)
    shifted = rate.copy()
    shifted.loc[here, "value"] = [wide.at[area, period] for area, period in rate.loc[here, ["area", "period"]].values]
    shifted = shifted[shifted["value"].notna()].reset_index(drop=True)
    checked = judge(shifted, rate)
    assert reasons(checked)["copied-period"] == 9 * 21
    after = checked.after(rate).sort_values(list(rate.columns[:7]), ignore_index=True)
    assert after["value"].tolist() == rate.sort_values(list(rate.columns[:7]), ignore_index=True)["value"].tolist()


def test_women_given_the_values_of_men(share):
    spoilt = placed(share, {**NEW, "sex": "M"}, **{**NEW, "sex": "F"})
    assert "copied-series" in reasons(judge(spoilt, without(share, period="2025")))


def test_all_zero_and_all_equal(rate):
    before = without(rate, period="2025")
    assert reasons(judge(spoil(rate, lambda values: values * 0, **NEW), before)) == {"zeros": 21}
    assert reasons(judge(spoil(rate, lambda values: values * 0 + 800, **NEW), before)) == {"all-equal": 21}


def test_shuffled(rate):
    codes = dict(zip(REGIONS, np.roll(REGIONS, 7), strict=True))
    for where, before, reason in ((NEW, without(rate, period="2025"), "shuffled"), (OLD, rate, "permuted")):
        values = rate[at(rate, **where)].set_index("area")["value"]
        moved = {area: values[other] for area, other in codes.items()}
        spoilt = spoil(rate, lambda held, moved=moved: rate["area"].map(moved).fillna(held), **where)
        assert reasons(judge(spoilt, before)) == {reason: 21}


def test_half_of_the_regions(rate):
    checked = judge(without(rate, **NEW, area=REGIONS[:11]), without(rate, period="2025"))
    assert reasons(checked) == {"areas-lost": 10}
    assert facts(checked)[0] == {"areas": 10, "earlier": 21}
    few = judge(without(rate, **NEW, area=REGIONS[:4]), without(rate, period="2025"))
    assert reasons(few) == {}


def test_a_nation_apart_from_its_regions(rate):
    spoilt = spoil(rate, lambda values: values * 10, sex="T", level="nation", period="2025")
    assert len(judge(spoilt, without(rate, period="2025")).quarantined) == 1
    alone = rate[at(rate, sex="T", period="2025")].reset_index(drop=True)
    assert reasons(judge(spoil(alone, lambda values: values * 10, level="nation"))) == {"nation-outside": 1}
