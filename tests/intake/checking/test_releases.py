"""A true value that was held back can be let through: by name, by somebody, for a reason; and no other with it."""

import datetime as dt
import math

import pytest

from indicators.faults import FaultError
from intake.checking.releases import FILE, Release, append_releases, read_releases, released
from tests.intake.checking.building import at, history, judge, reasons, spoil, without

PLACE = {"source": "kolada", "source_key": "N2", "area": "05", "period": "2025", "sex": "T"}


def release(value=4000.0, **changes):
    told = {"who": "A. Andersson", "when": dt.date(2026, 11, 22), "why": "Bekräftat av regionen.", **changes}
    return Release(**{**PLACE, "value": value, **told})


def test_a_named_value_is_let_through_and_no_other():
    true = history("N2")
    rows = spoil(true, lambda values: values * 0 + 4000.0, area="05", period="2025", sex="T")
    before = without(true, period="2025")
    assert sum(reasons(judge(rows, before)).values()) == 1
    assert reasons(judge(rows, before, released=released([release()]))) == {}
    assert sum(reasons(judge(rows, before, released=released([release(4001.0)]))).values()) == 1
    assert sum(reasons(judge(rows, before, released=released([release(area="06")]))).values()) == 1


def test_what_is_wrong_by_itself_cannot_be_let_through():
    true = history("N2")
    rows = true.assign(period=true["period"].where(~at(true, area="05", period="2025", sex="T"), "2031"))
    held = judge(rows, true, released=released([release(value, period="2031") for value in rows["value"].unique()]))
    assert reasons(held)["period-future"] == 1


def test_a_withdrawal_can_be_let_through():
    true = history("N2")
    gone = {"sex": "T", "period": "2020", "level": "region"}
    areas = true.loc[at(true, **gone), "area"].tolist()
    told = [release(None, period="2020", area=area) for area in areas]
    assert reasons(judge(without(true, **gone), true)) == {"withdrawn-many": 21}
    checked = judge(without(true, **gone), true, released=released(told))
    assert (reasons(checked), len(checked.withdrawn)) == ({}, 21)


def test_they_are_kept_and_added_to(tmp_path):
    assert read_releases(tmp_path) == ()
    append_releases(tmp_path, [release()])
    both = append_releases(tmp_path, [release(), release(None), release(0.1 + 0.2)])
    assert read_releases(tmp_path) == both
    assert [item.value for item in both] == [4000.0, None, 0.1 + 0.2]
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch):
    append_releases(tmp_path, [release()])
    old = (tmp_path / FILE).read_bytes()
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space left"):
        append_releases(tmp_path, [release(5.0)])
    assert (tmp_path / FILE).read_bytes() == old
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("[", "releases.json: (file): found"),
        ("{}", "releases.json: (file): found dict; must be a list in JSON"),
        ("[{}]", "releases.json entry 1: who: found nothing; the field is required"),
        ('[{"value": "many"}]', "releases.json entry 1: value"),
        ('[{"value": 1e999}]', "releases.json"),
    ],
)
def test_a_damaged_file_is_said(tmp_path, content, fault):
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(FaultError) as raised:
        read_releases(tmp_path)
    assert fault in str(raised.value)


def test_nobody_vouches_for_no_number():
    with pytest.raises(ValueError, match="finite"):
        release(math.inf)
