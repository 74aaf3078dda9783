"""The whole catalogue as a test: one case to each definition file, held against the embedded edition."""

import re
from collections import Counter

import pyarrow.parquet as pq
import pytest

from indicators import CAVEATS, FRAMEWORK, LANGUAGES, PUBLISHERS, UNITS, read_catalogue
from indicators.definition import DEFINITIONS, read_definition
from indicators.editions.edition import EMBEDDED, OBSERVATIONS
from indicators.editions.library import open_current

FILES = sorted(DEFINITIONS.rglob("*.toml"))
IDS = [path.stem for path in FILES]
LONGEST_NAME, LONGEST_SHORT_NAME = 70, 42
# A sync asks for these too; the embedded edition was read before it did.
ASKED_FOR = {"context-population": {"municipality"}}
LEVELS = {2: "region", 4: "municipality"}
NOT_PLAIN = re.compile(r"[<>*_`#]|  |\bTODO\b|https?:")
# Published values outside what the indicator can be, and nothing doubted in words: (id, area, period), of any sex.
KNOWN_IMPLAUSIBLE = {
    ("cancer-pathway-inclusion", "03", "2023"),
    ("cancer-pathway-inclusion", "06", "2022"),
    ("inpatient-injuries", "1260", "2020"),
    ("inpatient-injuries", "1762", "2020"),
    ("inpatient-injuries", "1762", "2021"),
    ("waiting-first-contact-90d", "14", "2025"),
}


@pytest.fixture(scope="module")
def catalogue():
    return read_catalogue()


@pytest.fixture(scope="module")
def values():
    """{definition id: [(area, period, sex, value)]} of the embedded edition, by the series keys."""
    table = pq.read_table(open_current().folder / OBSERVATIONS)
    names = ("source", "source_key", "area", "period", "sex", "value")
    by_key = {}
    for source, source_key, *rest in zip(*(table[name].to_pylist() for name in names), strict=True):
        by_key.setdefault((source, source_key), []).append(tuple(rest))
    return by_key


def found(item, values):
    return [row for key in item.series for row in values.get((key.provider, key.key), [])]


@pytest.fixture(scope="module")
def definitions():
    return {path: read_definition(path) for path in FILES}


@pytest.fixture(params=FILES, ids=IDS)
def item(request, definitions):
    return definitions[request.param]


def test_names_fit_where_they_stand(item):
    for language in LANGUAGES:
        assert len(item.name.in_(language)) <= LONGEST_NAME
        assert len(item.short_name.in_(language)) <= LONGEST_SHORT_NAME
        assert not item.name.in_(language).endswith(".")
        assert not item.short_name.in_(language).endswith(".")


# What a name that tells a time must tell too: whose care it is that one waits for.
TIMED = re.compile(
    r"(?:inom|högst|within|at most|in) \w+ (?:dagar|days)|samma dag|same day|ledtid|lead time|väntetid|wait", re.I
)
CARE = re.compile(
    r"primärvård|primary care|vårdcentral|health centre|specialist|operation|surgery|psykiatri|psychiatr|BUP|cancer"
    r"|sjukhus|hospital|återinskriv|readmission",
    re.I,
)


def test_a_name_says_what_it_measures_without_its_neighbours(item):
    for language in LANGUAGES:
        short = item.short_name.in_(language)
        assert ": " not in short and " – " not in short
        assert CARE.search(short) or not TIMED.search(short)


def test_a_reader_can_tell_the_names_apart(catalogue):
    for language in LANGUAGES:
        names = [item.short_name.in_(language).casefold() for item in catalogue.definitions]
        assert len(names) == len(set(names)) > 100


def texts(value):
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        yield from texts(part)


def test_words_are_plain_text(item):
    # The series' keys are the publisher's own words.
    for words in texts(item.model_dump(exclude={"series"})):
        assert not NOT_PLAIN.search(words), words


def test_sentences_end_with_a_full_stop(item):
    sentences = [item.measures, item.matters, item.direction_reason, item.period.note]
    sentences += [item.criteria.measurable, item.criteria.valid, item.criteria.relevant]
    sentences += [item.criteria.interpretable, item.criteria.actionable]
    sentences += [each.reason for each in (*item.breaks, *item.doubts)]
    assert [s for each in sentences for s in (each.sv, each.en) if not s.endswith(".")] == []


def test_the_two_languages_are_two(item):
    for each in (item.measures, item.matters, item.direction_reason):
        assert each.sv != each.en


def test_its_series_are_in_the_edition_with_just_the_levels_and_sexes_named(item, values):
    for key in item.series:
        rows = values[key.provider, key.key]
        levels = {"nation" if area == "00" else LEVELS[len(area)] for area, *_ in rows}
        assert levels == set(key.levels) - ASKED_FOR.get(item.id, set())
        assert {sex for _, _, sex, _ in rows} == set(key.sexes)
        assert key.provider in PUBLISHERS


def test_its_periods_are_of_the_kind_it_says(item, values):
    length = len("2025-07") if item.period.kind == "month" else len("2025")
    assert {len(period) for _, period, _, _ in found(item, values)} == {length}


def test_its_values_are_plausible_or_known_not_to_be(item, values):
    outside = {
        (item.id, area, period)
        for area, period, _, value in found(item, values)
        if not item.plausible.holds(value) and item.doubt(area, period) is None
    }
    assert outside <= KNOWN_IMPLAUSIBLE


def test_its_breaks_stand_inside_the_series(item, values):
    periods = {period for _, period, _, _ in found(item, values)}
    for each in item.breaks:
        assert each.period in periods
        assert each.period > min(periods), "a break before the first value breaks nothing"


def test_its_doubts_concern_published_values(item, values):
    published = {(area, period) for area, period, _, _ in found(item, values)}
    for doubt in item.doubts:
        for period in doubt.periods or [None]:
            for area in doubt.areas or [None]:
                hit = any(area in (None, a) and period in (None, p) for a, p in published)
                assert hit, f"nothing is published for area {area} period {period}"


def test_every_implausible_value_that_is_known_is_still_there(catalogue, values):
    for name, area, period in KNOWN_IMPLAUSIBLE:
        item = catalogue.by_id[name]
        rows = [value for a, p, _, value in found(item, values) if (a, p) == (area, period)]
        assert rows
        assert not all(item.plausible.holds(value) for value in rows)


def test_every_series_of_the_edition_has_a_definition(catalogue, values):
    named = Counter((key.provider, key.key) for item in catalogue.definitions for key in item.series)
    assert set(named) == set(values)
    assert [key for key, n in named.items() if n > 1] == []


def test_the_catalogue_is_the_editions_plan(catalogue):
    planned = set(pq.read_table(open_current().folder / OBSERVATIONS, columns=["indicator"])["indicator"].to_pylist())
    assert {item.id for item in catalogue.definitions} == planned
    assert len(catalogue.definitions) == 128
    assert len(catalogue.indicators) == 117
    assert len(catalogue.context) == 7
    assert {of: twin.id for of, twin in catalogue.twins.items()} == {
        "self-rated-health": "self-rated-health-trend",
        "daily-smoking": "daily-smoking-trend",
        "dental-care-forgone": "dental-care-forgone-trend",
        "ami-incidence": "ami-incidence-local",
    }


def test_coverage_of_the_framework(catalogue):
    coverage = catalogue.coverage
    assert (coverage.covered, coverage.areas) == (17, 20)
    assert [area.code for _, area in coverage.gaps] == ["knowledge", "development", "equal-geography"]
    assert all(area.gap is not None for _, area in coverage.gaps)


def test_only_areas_without_indicators_say_why(catalogue):
    gaps = {area.code for _, area in catalogue.coverage.gaps}
    assert {area.code for _, area in FRAMEWORK.areas if area.gap is not None} == gaps


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", ["name", "short_name"])
def test_no_two_definitions_share_a_name(catalogue, field, language):
    names = Counter(getattr(item, field).in_(language) for item in catalogue.definitions)
    assert [name for name, n in names.items() if n > 1] == []


def test_every_unit_and_caveat_is_used(catalogue):
    assert {item.unit for item in catalogue.definitions} == set(UNITS)
    assert {code for item in catalogue.definitions for code in item.caveats} == set(CAVEATS)
    assert {key.provider for item in catalogue.definitions for key in item.series} == set(PUBLISHERS)


def test_no_reason_is_said_of_two_indicators(catalogue):
    said = Counter(
        words
        for item in catalogue.definitions
        for criterion in item.criteria.model_dump().values()
        for words in criterion.values()
    )
    assert [words for words, n in said.items() if n > 1] == []


def test_one_sex_is_said_where_only_one_is_meant(catalogue):
    only = {item.id for item in catalogue.definitions if item.only_sex}
    assert {"cancer-incidence-men", "cancer-incidence-women", "life-expectancy-men", "life-expectancy-women"} <= only
    for name in only:
        assert {sex for key in catalogue.by_id[name].series for sex in key.sexes} == {"T"}


def test_reading_order(catalogue):
    kinds = ["context" if item.is_context else "result" for item in catalogue.definitions]
    assert kinds == sorted(kinds, reverse=True), "the background comes last"
    codes = [item.dimension for item in catalogue.indicators]
    assert list(dict.fromkeys(codes)) == [
        "population-health",
        "service-quality",
        "efficient-sustainable-systems",
        "equal-care",
    ]


def test_every_definition_file_is_read():
    assert len(FILES) == len(list(DEFINITIONS.glob("*/*.toml"))) == len(read_catalogue().definitions)
    assert EMBEDDED.is_dir()


def test_a_twin_is_read_through_its_indicator(catalogue):
    twin = catalogue.by_id["daily-smoking-trend"]
    assert catalogue.main_id(twin.id) == "daily-smoking"
    assert catalogue.main_id("suicide") == "suicide"
    assert catalogue.series_of("daily-smoking") == (catalogue.by_id["daily-smoking"], twin)
    assert catalogue.series_of("suicide") == (catalogue.by_id["suicide"],)
    assert twin not in catalogue.indicators
    assert twin not in catalogue.in_area(twin.dimension, twin.area)
