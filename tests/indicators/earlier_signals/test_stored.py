"""The signals of the embedded edition: stored, whole, current, and made anew when they must be."""

from dataclasses import replace

import pytest

from indicators.areas import NATION
from indicators.earlier_choice.build import build_signals
from indicators.earlier_choice.choice import attention, country_attention, made_attention, made_country
from indicators.earlier_signals.store import SIGNALS, dump_signals, load_signals, signals_digest


@pytest.fixture(scope="module")
def made(picture):
    return build_signals(picture)


def test_reading_gives_back_what_was_written(picture, made):
    read = load_signals(dump_signals(made), picture.edition.scorecard())
    assert (read.digest, dict(read.areas), dict(read.country)) == (made.digest, made.areas, made.country)
    assert len(made.areas) == 3 * 22
    assert len(made.country) == 5
    assert sum(len(found.signals) for found in made.areas.values()) > 200


def test_earlier_years_are_made(picture):
    year = picture.edition.years[0]
    assert attention(picture, "14", "T", year) == made_attention(picture, "14", "T", year)
    assert country_attention(picture, year) == made_country(picture, year)


def test_an_edition_without_them_has_them_made(picture, made):
    files = {name: facts for name, facts in picture.edition.manifest["files"].items() if name != SIGNALS}
    bare = replace(picture, edition=replace(picture.edition, manifest={**picture.edition.manifest, "files": files}))
    assert bare.earlier_signals is None
    assert attention(bare, NATION) == made.areas[NATION, "T"]


def test_signals_of_other_definitions_are_not_used(picture):
    first, *others = picture.catalogue.definitions
    caveats = () if "survey-sample" in first.caveats else ("survey-sample",)
    changed = replace(picture.catalogue, definitions=(first.model_copy(update={"caveats": caveats}), *others))
    assert replace(picture, catalogue=changed).earlier_signals is None
    assert replace(picture, digest="another").earlier_signals is None
    assert signals_digest(changed, "") != signals_digest(picture.catalogue, "")
