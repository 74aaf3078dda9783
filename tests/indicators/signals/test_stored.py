"""What is kept of signals with an edition: whole, current, and made anew where a rule or definition has changed."""

import gzip
from dataclasses import replace

import orjson
import pytest

from indicators.areas import AREAS, NATION
from indicators.editions import signals as edition_signals
from indicators.editions.signals import area_signals, build_chosen
from indicators.same_question import read_same
from indicators.signals import rules
from indicators.signals.store import NEWEST, choice_digest, dump_chosen, load_chosen


class Kept:
    """An edition that holds signals of its own, and is the picture's in all else."""

    def __init__(self, edition, content):
        self._edition, self.signals = edition, content

    def __getattr__(self, name):
        return getattr(self._edition, name)


@pytest.fixture(scope="module")
def made(picture):
    return build_chosen(picture, ["2024"])


def kept(picture, made):
    return replace(picture, edition=Kept(picture.edition, dump_chosen(made)))


def test_every_area_is_kept_of_the_newest_figures_and_of_each_year(made):
    codes = (NATION, *AREAS.region_codes)
    assert set(made.areas) == {(code, year) for code in codes for year in (NEWEST, "2024")}
    assert made.areas["22", "2024"].as_of == "2024"
    assert made.areas["22", "2024"] != made.areas["22", NEWEST]


def test_reading_gives_back_what_was_written(made):
    read = load_chosen(dump_chosen(made))
    assert read.digest == made.digest
    assert dict(read.areas) == made.areas
    assert dump_chosen(read) == dump_chosen(made)


def test_what_another_method_wrote_is_none():
    assert load_chosen(gzip.compress(orjson.dumps({"digest": "d", "areas": [], "country": {}}))) is None


def test_what_is_kept_is_told_without_choosing(picture, made, monkeypatch):
    monkeypatch.setattr(edition_signals, "choose", None)
    assert area_signals(kept(picture, made), "22") == made.areas["22", NEWEST]
    assert area_signals(kept(picture, made), "22", "2024") == made.areas["22", "2024"]


def test_what_was_chosen_by_other_rules_is_chosen_anew(picture, made, monkeypatch):
    other = replace(made, digest="another")
    assert kept(picture, other).signals is None
    assert area_signals(kept(picture, other), "22") == made.areas["22", NEWEST]
    before = digest(picture)
    monkeypatch.setattr(rules, "K_GAP", 2.0)
    assert digest(picture) != before


def test_a_weight_changes_the_digest(picture):
    first = next(item for item in picture.catalogue.definitions if item.signals)
    heavier = first.model_copy(
        update={"signals": first.signals.model_copy(update={"weight": 3 - first.signals.weight})}
    )
    others = tuple(heavier if item is first else item for item in picture.catalogue.definitions)
    assert digest(replace(picture, catalogue=replace(picture.catalogue, definitions=others))) != digest(picture)


def digest(picture):
    return picture.choice_digest


def test_the_digest_knows_the_kinds_of_the_registers(picture):
    themes = picture.themes
    other = tuple(source.model_copy(update={"kind": "survey"}) for source in themes.sources)
    parts = (picture.catalogue, read_same())
    changed = themes.model_copy(update={"sources": other})
    assert choice_digest(*parts, themes, "d") != choice_digest(*parts, changed, "d")
