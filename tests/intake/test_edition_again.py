"""The edition that follows another from its very observations: judged anew, with what differs and why."""

import datetime as dt
from dataclasses import replace

import pytest

from indicators import Catalogue, Cause, FaultError, open_current
from indicators.editions.published_with import published_with
from intake import Again, Judges, build_again
from tests.builders import definition, key
from tests.intake.test_edition_build import CATALOGUE, REFERENCE, build


def again(folder, catalogue=CATALOGUE, **changes):
    """An edition, and the one that is built from its observations by another catalogue."""
    older = build(folder)
    plan = Again(older, folder / "store", "2026-12", dt.date(2026, 12, 1))
    return older, build_again(replace(plan, **changes), Judges(catalogue, REFERENCE))


def test_an_edition_s_observations_are_judged_anew_as_the_next_one(tmp_path):
    turned = Catalogue((definition(direction="lower"),))
    older, newer = again(tmp_path, turned)
    assert open_current(tmp_path / "store").number == newer.number == "2026-12"
    told = newer.manifest
    assert (told["previous"], told["published"]) == ("2026-11", "2026-12-01")
    for name in ("observations.parquet", "international.json", "quarantine.parquet", "revisions.parquet"):
        assert (newer.folder / name).read_bytes() == (older.folder / name).read_bytes()
    assert told["sources"] == older.manifest["sources"]
    assert (told["changes"]["turned"] > 20, told["changes"]["changed"]) == (True, 0)
    assert {item.causes for item in newer.changes.turned} == {(Cause("definition", "direction"),)}
    assert published_with(older).catalogue.by_id["sample"].direction == "higher"
    assert published_with(newer).catalogue.by_id["sample"].direction == "lower"


def test_a_series_that_no_definition_names_any_longer_is_refused(tmp_path):
    other = Catalogue((definition(series=[key(key="N2")]),))
    with pytest.raises(FaultError, match="N1"):
        again(tmp_path, other)
    assert open_current(tmp_path / "store").number == "2026-11"


def test_a_number_that_is_taken_is_refused(tmp_path):
    with pytest.raises(FaultError, match="an edition with this number"):
        again(tmp_path, number="2026-11")
