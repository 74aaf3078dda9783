"""An edition that is not the current one opens as it was published, whatever the program's definitions say now."""

import datetime as dt
import gzip
import json
import shutil
from dataclasses import replace

import orjson
import pytest

from indicators import (
    EMBEDDED,
    LANGUAGES,
    Catalogue,
    EditionDamagedError,
    Library,
    Pictures,
    open_current,
    open_edition,
    read_catalogue,
    read_reference,
    say,
)
from indicators.analysis.store import ANALYSIS, dump_analysis
from indicators.definition import DEFINITIONS
from indicators.earlier_signals.store import SIGNALS, dump_signals
from indicators.editions.edition import seal
from indicators.editions.published_with import (
    BESIDE,
    PUBLISHED_WITH,
    current_judges,
    dump_published_with,
    load_published_with,
    published_with,
)
from indicators.scorecard import dump_scorecard
from intake import Plan, build_edition
from tests.builders import REGIONS, definition, graded, reference, target, write_figures
from tests.tiers import some

OLD, NEW = "2026-11", "2099-01"
YEARS = tuple(json.loads((EMBEDDED / OLD / "manifest.json").read_bytes())["assessed_years"])
TURNED = 'direction = "lower"', 'direction = "higher"'


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    """A newer edition of the same figures is current, and the program's definitions differ from those of the old."""
    root = tmp_path_factory.mktemp("later")
    store = root / "editions"
    shutil.copytree(EMBEDDED / OLD, store / NEW)
    manifest = {**json.loads((EMBEDDED / OLD / "manifest.json").read_bytes()), "number": NEW, "previous": OLD}
    (store / NEW / "manifest.json").write_text(json.dumps(seal(manifest)))
    (store / "current.json").write_text(json.dumps({"number": NEW}))
    shutil.copytree(DEFINITIONS, root / "definitions")
    path = root / "definitions" / "service-quality" / "treatable-mortality.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(*TURNED, 1), encoding="utf-8")
    return Pictures(Library((store, EMBEDDED)), root / "definitions")


def unpacked(content):
    return [orjson.loads(line) for line in gzip.decompress(content).split(b"\n")]


def holds(found, stored):
    """Whether everything that was stored is there; what has been added since to a form says nothing of it."""
    if isinstance(stored, dict):
        return all(name in found and holds(found[name], item) for name, item in stored.items())
    if isinstance(stored, list):
        return len(found) >= len(stored) and all(map(holds, found, stored))
    return found == stored


@pytest.mark.parametrize("year", some((None, *YEARS), kept=(None, YEARS[0])))
def test_its_verdicts_are_those_that_were_stored(pictures, year):
    old = pictures.of(OLD)
    assert tuple(old.edition.years) == YEARS
    name = "scorecard.json.gz" if year is None else f"scorecard-{year}.json.gz"
    found, stored = unpacked(dump_scorecard(old.scorecard(year))), unpacked((EMBEDDED / OLD / name).read_bytes())
    assert len(found) == len(stored)
    assert holds(found, stored)


def test_a_verdict_that_turned_since_stays_as_it_was(pictures):
    old, now = pictures.of(OLD), pictures.current()
    verdicts = [
        [found.scorecard().rows["treatable-mortality", "T", area].position.verdict for area in REGIONS]
        for found in (old, now)
    ]
    other_way = {"best-quarter": "worst-quarter", "worst-quarter": "best-quarter"}
    assert [other_way.get(verdict, verdict) for verdict in verdicts[0]] == verdicts[1] != verdicts[0]


def test_its_analysis_and_its_signals_are_those_that_were_stored(pictures):
    old = pictures.of(OLD)
    for name, found in ((ANALYSIS, dump_analysis(old.analysis)), (SIGNALS, dump_signals(old.earlier_signals))):
        assert holds(unpacked(found), unpacked((EMBEDDED / OLD / name).read_bytes()))


def test_its_definitions_and_targets_are_those_of_then(pictures):
    old, now = pictures.of(OLD), pictures.current()
    kept = json.loads(gzip.decompress((BESIDE / f"{OLD}.json.gz").read_bytes()))
    assert [item.id for item in old.catalogue.definitions] == [item["id"] for item in kept["definitions"]]
    assert [item.model_dump(mode="json", exclude_defaults=True) for item in old.reference.targets] == [
        {name: found for name, found in item.items() if found is not None} for item in kept["reference"]["targets"]
    ]
    assert old.catalogue.by_id["treatable-mortality"].direction == "lower"
    assert now.catalogue.by_id["treatable-mortality"].direction == "higher"


def test_every_reason_that_was_stored_can_still_be_told(pictures):
    """Sentences may be written anew; the names that stored verdicts know them by may not go."""
    old = pictures.of(OLD)
    told = {}
    for row in old.scorecard().rows.values():
        judgements = (row.target, row.position, row.trend, row.sexes, row.inside.judgement)
        told |= {item.reason.key: (item.reason, old.catalogue.by_id[row.indicator]) for item in judgements}
    assert len(told) > 20
    assert all(say(reason, item, language) for reason, item in told.values() for language in LANGUAGES)


def test_the_current_one_follows_the_program_and_reads_nothing_of_it(pictures, monkeypatch):
    monkeypatch.setattr("indicators.editions.open_editions.published_with", None)
    assert Pictures(pictures.library).current().as_published is None
    assert pictures.current().earlier_signals is None


def built(folder, catalogue, number=OLD):
    figures = write_figures(folder / "figures")
    plan = Plan(figures, folder / "store", number, dt.date(2026, 11, 21))
    return build_edition(plan, catalogue, reference(target(value=60.0), graded()))


def test_an_edition_that_is_written_carries_what_it_was_judged_by(tmp_path):
    catalogue = Catalogue((definition(),))
    edition = built(tmp_path, catalogue)
    assert edition.manifest["files"][PUBLISHED_WITH]["bytes"] > 0
    kept = published_with(edition)
    assert (kept.catalogue, kept.reference) == (catalogue, reference(target(value=60.0), graded()))
    assert kept.themes is not None
    (edition.folder / PUBLISHED_WITH).write_bytes(b"{}")
    with pytest.raises(EditionDamagedError, match=rf"{OLD}/{PUBLISHED_WITH}: cannot be read as what"):
        published_with(edition)


def test_another_edition_of_the_same_number_gets_nothing_that_is_not_its_own(tmp_path):
    edition = built(tmp_path, Catalogue((definition(),)))
    files = {name: facts for name, facts in edition.manifest["files"].items() if name != PUBLISHED_WITH}
    assert published_with(replace(edition, manifest={**edition.manifest, "files": files})) is None
    assert published_with(open_edition(EMBEDDED / OLD)) is not None


def test_what_is_kept_comes_back_and_its_themes_are_of_its_own_time():
    found = current_judges(read_catalogue(), read_reference())
    assert load_published_with(dump_published_with(found)) == found
    raw = json.loads(gzip.decompress(dump_published_with(found)).replace(b'"primary-care"', b'"of-another-time"'))
    kept = load_published_with(gzip.compress(json.dumps(raw).encode()))
    assert "of-another-time" in {item.signals.theme for item in kept.catalogue.definitions if item.signals}
    raw["themes"] = None
    with pytest.raises(ValueError, match="must be one of"):
        load_published_with(gzip.compress(json.dumps(raw).encode()))


def test_the_embedded_edition_of_today_is_known():
    assert open_current().number in {path.name.removesuffix(".json.gz") for path in BESIDE.iterdir()} or (
        PUBLISHED_WITH in open_current().manifest["files"]
    )
