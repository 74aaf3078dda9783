"""The analysis of the embedded edition: stored, whole, current, and made anew when it must be."""

from dataclasses import replace

import pytest

from indicators.analysis.build import build_analysis, municipal_population
from indicators.analysis.rules import ECONOMIC
from indicators.analysis.store import ANALYSIS, dump_analysis, load_analysis
from indicators.areas import AREAS
from indicators.editions.library import Library
from tests.builders import MemoryStore, definition, key, series


@pytest.fixture(scope="module")
def made(picture):
    return build_analysis(picture.catalogue, picture.reference, picture.edition.store, picture.scorecard())


def test_the_stored_analysis_is_what_would_be_made_now(picture, made):
    if picture.edition.number == "2026-11":
        pytest.skip("published before differences inside were held against chance: what it shows is made anew")
    stored = picture.edition.analysis
    assert stored is not None
    assert stored.digest == made.digest
    assert dump_analysis(made) == (picture.edition.folder / ANALYSIS).read_bytes()
    assert picture.analysis is stored


def test_reading_gives_back_what_was_written(made):
    found = load_analysis(dump_analysis(made))
    for part in ("inside", "fifths", "months", "groups", "lasting", "sexes", "slopes"):
        assert dict(getattr(found, part)) == dict(getattr(made, part))
    assert len(made.inside) > 50
    assert len(made.months) > 10


def test_an_analysis_from_before_differences_opens_without_them():
    stored = Library().open("2026-11").analysis
    assert len(stored.inside) > 50
    assert (len(stored.lasting), len(stored.sexes), len(stored.slopes)) == (0, 0, 0)


def test_an_edition_without_it_has_it_made(picture, made):
    files = {name: facts for name, facts in picture.edition.manifest["files"].items() if name != ANALYSIS}
    bare = replace(picture.edition, manifest={**picture.edition.manifest, "files": files})
    assert bare.analysis is None
    found = replace(picture, edition=bare).analysis
    assert (found.digest, found.inside) == (made.digest, made.inside)


# In every run signals are (signals/test_stored.py).
@pytest.mark.nightly
def test_an_analysis_of_other_definitions_is_not_used(picture, made):
    changed = replace(picture, digest="another")
    assert changed.analysis is not picture.edition.analysis
    assert changed.analysis.digest == made.digest


def test_economic_standard_is_not_held_against_itself(made):
    assert not ECONOMIC & {series for series, _, _ in made.fifths}


def test_no_population_by_municipality_is_guessed(picture, made):
    assert made.population is None
    assert not any(found.weighted for found in made.fifths.values())
    assert {few.lack for inside in made.inside.values() for few in inside.few.values()} == {
        "no-population",
        "other-denominator",
        "no-direction",
    } - ({"no-direction"} if all(picture.catalogue.by_id[s].direction != "none" for s, _ in made.inside) else set())


def test_a_population_counts_only_when_every_municipality_has_one():
    item = definition(
        id="context-population",
        dimension="context",
        area="context",
        kind="context",
        direction="none",
        unit="count",
        series=[key(key="pop", levels=["municipality"], sexes=["T"])],
    )

    class Catalogue:
        by_id = {"context-population": item}  # noqa: RUF012 - a stand-in that nobody changes

    codes = [area.code for area in AREAS.municipalities]
    whole = {code: {"2023": 10.0, "2024": 11.0} for code in codes}
    people, year = municipal_population(Catalogue(), MemoryStore(pop=series(whole)))
    assert (len(people), year, people[codes[0]]) == (290, "2024", 11.0)
    partly = {**whole, codes[0]: {"2023": 10.0}}
    assert municipal_population(Catalogue(), MemoryStore(pop=series(partly)))[1] == "2023"
    assert municipal_population(Catalogue(), MemoryStore(pop=series({codes[0]: 5.0}))) == ({}, None)
