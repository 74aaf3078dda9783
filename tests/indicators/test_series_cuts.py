"""Moves and changes of keeper: read whole, refused where they cannot be, and counted in the right region."""

import pandas as pd
import pytest

from indicators.analysis.inside import by_region
from indicators.areas import AREAS
from indicators.assessment.change import comparable_points
from indicators.editions.edition import OBSERVATIONS
from indicators.faults import FaultError
from indicators.series_cuts import comparable_from, cuts_of, drawn_cuts, members_at, read_series_cuts
from intake.checking.copies import judge_copied_series
from intake.checking.panels import panels
from tests.builders import definition, series, text, yearly

WORDS = 'short = { sv = "ord", en = "word" }\nreason = { sv = "ord", en = "word" }\n'
MOVE = 'municipality = "0331"\nfrom = "19"\nto = "03"\nyear = 2007\n'
KEEPER = f'[[keepers]]\nperiod = "2025"\n{WORDS}'


def reading(folder, moved):
    (folder / "series_cuts.toml").write_text(f"[[moves]]\n{moved}{WORDS}{KEEPER}", encoding="utf-8")
    return read_series_cuts.__wrapped__(folder)


def test_a_move_is_read(tmp_path):
    (move,) = reading(tmp_path, MOVE).moves
    assert (move.municipality, move.left, move.joined, move.year) == ("0331", "19", "03", 2007)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (MOVE.replace('from = "19"', 'from = "02"'), "02"),
        (MOVE.replace('to = "03"', 'to = "04"'), "does not lie in region 04"),
        (MOVE.replace("0331", "9999"), "does not lie in region 03"),
        (MOVE.replace("2007", "1850"), "1900"),
    ],
)
def test_a_move_that_cannot_be_is_refused(tmp_path, wrong, said):
    with pytest.raises(FaultError, match=r"series_cuts\.toml") as caught:
        reading(tmp_path, wrong)
    assert said in str(caught.value)


def test_every_change_of_keeper_that_a_definition_names_is_known(picture):
    known = {change.period for change in read_series_cuts().keepers}
    named = {item.signals.keeper_change for item in picture.catalogue.definitions if item.signals}
    assert named - {None} == known == {"2025"}


def test_heby_lay_in_vastmanland_until_2007():
    assert ("0331" in members_at("19", "2006"), "0331" in members_at("03", "2006")) == (True, False)
    assert ("0331" in members_at("19", "2007"), "0331" in members_at("03", "2007")) == (False, True)
    for region in AREAS.region_codes:
        assert members_at(region, "2025") == tuple(sorted(AREAS.inside[region]))
    values = {code: {"2006": 1.0, "2007": 2.0} for code in (*AREAS.inside["03"], *AREAS.inside["19"])}
    before, after = (by_region(definition(), "T", series(values), period) for period in ("2006", "2007"))
    assert "0331" in before["19"]
    assert "0331" not in before["03"]
    assert "0331" in after["03"]


def test_cuts_are_told_by_area_and_drawn_once():
    signals = {"theme": "cancer", "weight": 2, "influence": "region", "source": "waiting", "keeper_change": "2025"}
    item = definition(signals=signals, breaks=[{"period": "2025", "reason": text()}])
    assert [(cut.period, cut.kind) for cut in cuts_of(item)] == [("2025", "break"), ("2025", "keeper")]
    assert [(cut.period, cut.kind) for cut in cuts_of(item, "03", keeper=False)] == [
        ("2007", "area"),
        ("2025", "break"),
    ]
    assert [(cut.period, cut.kind) for cut in drawn_cuts(item, "19")] == [("2007", "area"), ("2025", "keeper")]
    assert [comparable_from(item, "03", last) for last in ("2006", "2024", "2025")] == ["", "2007", "2025"]


def test_what_is_told_together_is_sound_on_one_side_and_shares_no_year_with_the_last():
    def told(item, **years):
        points = tuple(sorted({**yearly(1, 2, 3, 4, 5), **years}.items()))
        return [period for period, _ in comparable_points(item, "14", points)]

    assert told(definition()) == ["2021", "2022", "2023", "2024", "2025"]
    assert told(definition(doubts=[{"periods": ["2025", "2022"], "reason": text()}])) == ["2021", "2023", "2024"]
    assert told(definition(breaks=[{"period": "2024", "reason": text()}])) == ["2024", "2025"]
    mean = {"kind": "multi-year-mean", "years": 3, "note": text()}
    assert told(definition(period=mean)) == ["2021", "2022", "2025"]


def test_copies_of_another_series_are_found_when_they_come(picture):
    """Each year of the edition read as new: what is a copy then is doubted now, but for a pair of sexes that is old."""
    rows = pd.read_parquet(picture.edition.folder / OBSERVATIONS)
    rows = rows[rows["level"] == "region"]
    by_series = {(key.provider, key.key): item for item in picture.catalogue.definitions for key in item.series}
    found = set()
    for year in ("2018", "2024", "2025"):
        read = rows[rows["period"].str[:4] <= year]
        for item in judge_copied_series(panels(read, read[read["period"].str[:4] < year])):
            found.add((by_series[item.panel.source, item.panel.series].id, item.panel.sex, year))
    attitude = {("attitude-home-care", "T", "2025"), ("reasonable-wait-hospital", "T", "2025")}
    assert found == attitude | {("physical-activity", sex, "2018") for sex in "FM"}
