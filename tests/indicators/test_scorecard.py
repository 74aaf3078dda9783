"""The stored scorecards: against a slow second implementation, read back as written, and never beyond their year."""

import gzip

import orjson
import pytest

from indicators.definition import DEFINITIONS
from indicators.editions.edition import OBSERVATIONS
from indicators.refdata import REFDATA
from indicators.scorecard import Decoded, dump_row, dump_scorecard, load_scorecard
from indicators.scorecard_build import build_scorecard
from tests.builders import REGIONS, MemoryStore, countries, definition, graded, make_picture, regions, series, target
from tests.oracles import slow_scorecard as slow


@pytest.fixture(scope="module")
def observations(picture):
    return slow.read_observations(picture.edition.folder / OBSERVATIONS)


def facts(scorecard, key):
    row = scorecard.rows[key]
    spread = row.inside.spread
    ends = (spread.minimum, spread.maximum, spread.n) if spread else (None, None, 0)
    return {
        "period": row.period,
        "value": row.value,
        "nation": scorecard.comparisons[key[:2]].nation,
        "target": row.target.verdict,
        "position": row.position.verdict,
        "inside": (row.inside.period, *ends),
    }


@pytest.mark.parametrize("year", [None, "2022"])
def test_every_row_agrees_with_the_slow_implementation(picture, observations, year):
    scorecard = picture.assessed(year)
    targets, members = slow.read_targets(REFDATA), slow.read_members(REFDATA)
    definitions = slow.read_definitions(DEFINITIONS)
    found = dict(slow.assess(definitions, targets, members, observations, year))
    assert set(found) == set(scorecard.rows)
    assert len(found) > 4000
    pairs = {key: (facts(scorecard, key), wanted) for key, wanted in found.items()}
    different = [(key, *pair) for key, pair in pairs.items() if pair[0] != pair[1]]
    assert different[:3] == []


def test_the_slow_implementation_sees_every_kind_of_verdict(picture, observations):
    items, targets = slow.read_definitions(DEFINITIONS), slow.read_targets(REFDATA)
    found = [row for _, row in slow.assess(items, targets, slow.read_members(REFDATA), observations)]
    assert {row["target"] for row in found} == {
        *("met", "near", "not-met", "no-target", "not-assessed"),
        *("right", "expired", "reference"),
    }
    assert {row["position"] for row in found} == {word for words in slow.WORDS.values() for word in words} | {
        "not-assessed"
    }


def test_no_earlier_scorecard_looks_beyond_its_year(picture):
    for year in picture.edition.years:
        scorecard = picture.scorecard(year)
        assert scorecard.as_of == year
        for comparison in scorecard.comparisons.values():
            periods = {period for points in comparison.points.values() for period, _ in points}
            periods |= {comparison.headline or "", *(comparison.newer or ())[:1]}
            assert all(period[:4] <= year for period in periods)
        for row in scorecard.rows.values():
            seen = [row.period, row.inside.period, row.trend.reason.params.get("last")]
            seen += [point[0] for point in (row.last, row.previous) if point]
            assert all(period is None or period[:4] <= year for period in seen), (row.indicator, row.area)
        for name, gap in scorecard.international.items():
            assert gap.year is None or gap.year[-4:] <= year, name


def test_an_earlier_scorecard_is_as_if_later_figures_did_not_exist():
    values = {code: {"2023": 1.0 * place, "2024": 9.0, "2025": 99.0} for place, code in enumerate(REGIONS)}
    whole = make_picture((definition(), series(values)))
    cut = {code: {"2023": found["2023"]} for code, found in values.items()}
    store, shorter = MemoryStore(sample=series(values)), MemoryStore(sample=series(cut))
    earlier = build_scorecard(whole.catalogue, whole.reference, store, {}, "2023")
    then = build_scorecard(whole.catalogue, whole.reference, shorter, {})
    assert dict(earlier.rows) == dict(then.rows)
    assert dict(earlier.comparisons) == dict(then.comparisons)
    assert (earlier.as_of, then.as_of) == ("2023", None)


@pytest.fixture
def scorecard():
    values = {**regions(*range(80, 100), nation=90.0), "25": {"2023": 80.0}, "01": {"2024": 79.0, "2025": 80.0}}
    found = series({**values, "0980": 3.0, "0114": {"2026": 1.0}}, women=regions(*range(21)), men=regions(*range(21)))
    late = series(regions(1.0, 2.0, 3.0), period="2026")
    return make_picture(
        (definition(plausible={"high": 99.0}), found),
        (definition(id="late"), late),
        (definition(id="empty"), series({})),
        held=[target(), graded(), graded(indicator="late")],
        foreign={"Sample": countries()},
    ).scorecard()


def same(first, second):
    assert (first.digest, first.as_of) == (second.digest, second.as_of)
    assert dict(first.rows) == dict(second.rows)
    assert dict(first.comparisons) == dict(second.comparisons)
    assert dict(first.international) == dict(second.international)


def test_what_is_written_is_read_back(scorecard):
    read = load_scorecard(dump_scorecard(scorecard))
    same(read, scorecard)
    assert dump_scorecard(read) == dump_scorecard(scorecard)
    row = read.row("sample", "T", "25")
    assert row.last == ("2023", 80.0)
    assert read.row("sample", "T", "01").previous == ("2024", 79.0)
    assert read.row("sample", "T", "09").inside.values == {"0980": 3.0}
    assert read.comparisons["sample", "T"].points["25"] == (("2023", 80.0),)


def test_editions_from_before_there_were_lines_are_read(scorecard):
    raw = {
        "digest": scorecard.digest,
        "as_of": None,
        "comparisons": list(scorecard.comparisons.values()),
        "international": dict(scorecard.international),
        "rows": [dump_row(row) for row in scorecard.rows.values()],
    }
    read = load_scorecard(gzip.compress(orjson.dumps(raw, option=orjson.OPT_SERIALIZE_NUMPY)))
    same(read, scorecard)
    assert read.headlines == scorecard.headlines


def test_headlines_are_known_without_decoding_a_comparison(scorecard):
    read = load_scorecard(dump_scorecard(scorecard))
    assert read.headlines == scorecard.headlines
    assert ("empty", "T") not in read.headlines
    assert ("sample", "T") in read.headlines
    assert read.comparisons._ready == {}


def test_the_embedded_scorecard_survives_another_round(picture):
    stored = picture.edition.scorecard()
    same(load_scorecard(dump_scorecard(stored)), stored)


def test_lookups(scorecard):
    assert scorecard.row("sample", "T", "01").value == 80.0
    assert scorecard.row("late", "F", "01").value is None
    assert scorecard.row("nothing-such", "T", "01") is None
    assert scorecard.series_sexes == {("sample", "T"), ("sample", "F"), ("sample", "M"), ("late", "T")}
    assert scorecard.headline_series(("sample", "late"), "T") == "late"
    assert scorecard.headline_series(("sample", "late"), "F") == "sample"
    assert scorecard.headline_series(("empty",), "T") is None
    assert scorecard.headline_series((), "T") is None


def test_a_sex_that_is_not_published_has_no_rows():
    only = definition(series=[{"provider": "kolada", "key": "N1", "levels": ["region"], "sexes": ["T"]}])
    scorecard = make_picture((only, series(regions(*range(21))))).scorecard()
    assert scorecard.row("sample", "F", "01") is None
    assert {sex for _, sex, _ in scorecard.rows} == {"T"}
    assert len(scorecard.rows) == 22


def test_decoded_items_are_decoded_once_and_only_when_asked_for():
    asked = []

    def decode(raw):
        asked.append(raw)
        return raw * 2

    found = Decoded({"a": 1, "b": 2}, decode)
    assert asked == []
    assert (len(found), list(found), "a" in found, asked[1:]) == (2, ["a", "b"], True, [])
    assert [found["b"], found["b"], found.get("c")] == [4, 4, None]
    assert asked.count(2) == 1
    with pytest.raises(KeyError):
        found["c"]
    assert dict(found) == {"a": 2, "b": 4}
