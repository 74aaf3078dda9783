"""Every reason can be said in both languages, every sentence is used, and none promises more than the figures hold."""

import ast
import gzip
import re
from itertools import islice
from pathlib import Path
from string import Formatter

import pytest
import tomli

from indicators import LANGUAGES, Reason, difference_text, say, value_text
from indicators.definition import DEFINITIONS
from indicators.editions.edition import EMBEDDED
from indicators.refdata import REFDATA
from indicators.wording import sentences
from tests.builders import definition

PACKAGE = DEFINITIONS.parent
LOCALE = PACKAGE.parent / "dashboard" / "locale"
FORMS = {"value", "number", "points", "signed", "count", "span", "spans", "over-time", "break", "area", "keeper", ""}
FORBIDDEN = re.compile(
    r"signifikan|significan|statistiskt säker|statistiskt belagd|säkerställd skillnad|statistically|"
    r"konfidensintervall|confidence interval|p-värde|p-value",
    re.IGNORECASE,
)
SAID_OF_EACH = 25
OWN_SENTENCES = (":over-time}", ":break}", ":keeper}", ":area}")


def reasons(scorecard):
    for row in scorecard.rows.values():
        judged = (row.target, row.position, row.trend, row.inside.judgement, row.sexes, row.change)
        yield from ((row.indicator, judgement.reason) for judgement in judged)
    for name, gap in scorecard.international.items():
        yield name, gap.judgement.reason


@pytest.fixture(scope="module")
def in_use(picture):
    """{key: some (definition id, reason)} of all the edition's scorecards."""
    found = {}
    for year in (None, *picture.edition.years):
        for name, reason in reasons(picture.scorecard(year)):
            known = found.setdefault(reason.key, [])
            if len(known) < SAID_OF_EACH:
                known.append((name, reason))
    return found


def keys_in_source():
    """The keys given to Reason() and not_assessed(): whole ones, and patterns of those put together."""
    whole, patterns = set(), set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            if isinstance(node, ast.JoinedStr):
                patterns.add("".join(map(part_of_key, node.values)))
    return whole, {pattern for pattern in patterns if re.match(r"[a-z]+\\\.", pattern)}


def part_of_key(part):
    """A pattern of one part of a key that is put together: just the words it can be, when they stand there."""
    if isinstance(part, ast.Constant):
        return re.escape(part.value)
    words = whole_keys(part.value)
    return f"(?:{'|'.join(map(re.escape, sorted(words)))})" if words else "[a-z-]+"


def test_every_reason_in_the_edition_has_a_sentence(in_use):
    assert set(in_use) <= set(sentences())


def whole_keys(node):
    """The keys that an argument can be, when they stand there whole."""
    match node:
        case ast.Constant(value=str(key)):
            return {key}
        case ast.IfExp(body=first, orelse=second):
            return whole_keys(first) | whole_keys(second)
    return set()


def test_every_key_in_the_source_has_a_sentence():
    asked = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Reason", "not_assessed") and node.args:
                asked |= whole_keys(node.args[0])
    assert len(asked) > 25
    assert asked <= set(sentences())


def kept_keys():
    """The reasons stored with every edition of the checkout: an older one is read as it was published."""
    stored = [gzip.decompress(path.read_bytes()).decode() for path in EMBEDDED.glob("*/scorecard*.json.gz")]
    return {key for text in stored for key in re.findall(r'"([a-z]+(?:\.[a-z-]+)+)"', text)}


def test_every_sentence_is_used():
    whole, patterns = keys_in_source()
    known = whole | kept_keys()
    unused = [
        key for key in sentences() if key not in known and not any(re.fullmatch(pattern, key) for pattern in patterns)
    ]
    assert unused == []


def fields(template):
    return sorted((name, form) for _, name, form, _ in Formatter().parse(template) if name is not None)


@pytest.mark.parametrize("key", sorted(sentences()))
def test_the_two_languages_hold_the_same_facts(key):
    text = sentences()[key]
    assert fields(text.sv) == fields(text.en)
    assert {form for _, form in fields(text.sv)} <= FORMS
    # Why a series is cut, or not told over time, is a sentence of the definition's own.
    assert text.sv.endswith((".", *OWN_SENTENCES))
    assert text.en.endswith((".", *OWN_SENTENCES))
    # What is nothing but such a sentence is the same pattern in both.
    assert text.sv != text.en or re.fullmatch(r"\{[^{}]*\}", text.sv)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_in_the_edition_can_be_said(picture, in_use, language):
    for told in in_use.values():
        for name, reason in told:
            said = say(reason, picture.catalogue.by_id[name], language)
            assert not re.search(r"[{}]|\bnan\b|\binf\b", said), said
            assert said[0].isupper() or said[0].isdigit()


def test_a_sentence_in_both_languages():
    reason = Reason("target.not-met", {"gap": 4.25, "level": 90.0})
    assert say(reason, definition(), "sv") == "Det skiljer 4,3\u00a0procentenheter till målnivån 90,0\u00a0%."
    assert say(reason, definition(), "en") == "The target level 90.0% is 4.3\u00a0percentage points away."


def test_each_form_of_a_fact():
    params = {"first": "2016", "last": "2025", "from": 3456.0, "to": 2221.5, "n": 10}
    item = definition(unit="sek", decimals=0)
    assert say(Reason("trend.steady.down", params), item, "sv") == (
        "Värdet har i huvudsak sjunkit, från 3\u202f456\u00a0kr (2016) till 2\u202f222\u00a0kr (2025)."
    )
    abroad = Reason("international.gap", {"sweden": 105.71, "average": 150.85, "year": "2023", "n": 27})
    assert say(abroad, item, "en") == (
        "Sweden 105.7 against the average 150.9 in the same table (2023, 27 countries)."
    )  # fmt: skip


def test_a_fact_that_is_missing_is_a_dash():
    said = say(Reason("sexes.similar", {"women": None, "men": 1.0}), definition(), "sv")
    assert said.startswith("Kvinnor –, män 1,0\u00a0%:")


@pytest.mark.parametrize(
    ("unit", "decimals", "swedish", "english"),
    [
        ("percent", 1, "1\u202f234,5\u00a0%", "1,234.5%"),
        ("sek", 0, "1\u202f235\u00a0kr", "1,235\u00a0SEK"),
        ("years", 2, "1\u202f234,50\u00a0år", "1,234.50\u00a0years"),
        ("index", 1, "1\u202f234,5", "1,234.5"),
    ],
)
def test_a_value_with_its_unit(unit, decimals, swedish, english):
    item = definition(unit=unit, decimals=decimals)
    assert (value_text(1234.5, item, "sv"), value_text(1234.5, item, "en")) == (swedish, english)


@pytest.mark.parametrize(
    ("value", "decimals", "swedish"),
    [
        (0.5, 0, "0,5\u00a0kr"),
        (0.0, 0, "0\u00a0kr"),
        (-0.4, 0, "\u22120,4\u00a0kr"),
        (1.4, 0, "1\u00a0kr"),
        (0.25, 2, "0,25\u00a0kr"),
    ],
)
def test_a_small_difference_is_not_read_as_nothing(value, decimals, swedish):
    assert difference_text(value, definition(unit="sek", decimals=decimals), "sv") == swedish


def test_a_difference_of_percentages_is_in_percentage_points():
    assert difference_text(2.0, definition(), "sv", signed=True) == "+2,0\u00a0procentenheter"
    assert difference_text(-2.0, definition(), "en", signed=True) == "\u22122.0\u00a0percentage points"


@pytest.mark.parametrize(
    ("unit", "value", "swedish", "english"),
    [
        ("percent", 1.0, "1\u00a0procentenhet", "1\u00a0percentage point"),
        ("percent", -1.0, "\u22121\u00a0procentenhet", "\u22121\u00a0percentage point"),
        ("percent", 1.3, "1\u00a0procentenhet", "1\u00a0percentage point"),
        ("percent", 2.0, "2\u00a0procentenheter", "2\u00a0percentage points"),
        ("percent", 11.0, "11\u00a0procentenheter", "11\u00a0percentage points"),
        ("percent", 0.5, "0,5\u00a0procentenheter", "0.5\u00a0percentage points"),
        ("index", 1.0, "1\u00a0indexenhet", "1\u00a0index point"),
        ("index", 4.0, "4\u00a0indexenheter", "4\u00a0index points"),
    ],
)
def test_a_difference_of_one_is_in_the_singular(unit, value, swedish, english):
    item = definition(unit=unit, decimals=0)
    assert (difference_text(value, item, "sv"), difference_text(value, item, "en")) == (swedish, english)


def test_a_signed_difference_of_one_is_in_the_singular():
    assert difference_text(1.0, definition(decimals=0), "sv", signed=True) == "+1\u00a0procentenhet"


def texts(value):
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(part)


def spoken_files():
    yield PACKAGE / "sentences.toml"
    yield from LOCALE.glob("*.toml")
    yield from DEFINITIONS.rglob("*.toml")
    yield from REFDATA.glob("*.toml")


def test_nothing_is_said_of_significance():
    found = [
        f"{path.name}: {said}"
        for path in spoken_files()
        for said in texts(tomli.loads(Path(path).read_text(encoding="utf-8")))
        if FORBIDDEN.search(said)
    ]
    assert list(islice(found, 5)) == []
    assert len(list(spoken_files())) > 130


@pytest.mark.parametrize(
    ("value", "decimals", "sv", "en"),
    [
        (1.0, 0, "1\u00a0dag", "1\u00a0day"),
        (2.0, 0, "2\u00a0dagar", "2\u00a0days"),
        (0.0, 0, "0\u00a0dagar", "0\u00a0days"),
        (-1.0, 0, "\u22121\u00a0dag", "\u22121\u00a0day"),
        (1.0, 1, "1,0\u00a0dagar", "1.0\u00a0days"),
        (11.0, 0, "11\u00a0dagar", "11\u00a0days"),
    ],
)
def test_one_day_and_two_days(value, decimals, sv, en):
    item = definition(unit="days", decimals=decimals)
    assert (value_text(value, item, "sv"), value_text(value, item, "en")) == (sv, en)
    assert (difference_text(value, item, "sv"), difference_text(value, item, "en")) == (sv, en)
