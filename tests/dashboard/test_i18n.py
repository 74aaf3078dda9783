"""The words of the screen: complete in both languages, none missing, none unused."""

import ast
import re
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from dashboard.i18n import Words, words
from dashboard.viewmodels.verdicts import KINDS
from dashboard.web.guard.answers import KNOWN
from indicators import LANGUAGES

ROOT = Path(__file__).parent.parent.parent
SAYERS = {"words", "say"}
# Groups whose last part is data of the edition, not a word in any source file; a test of their own compares them.
FROM_DATA = ("country.", "world_unit.", "abroad.licence.")
# Groups of which a page lists whatever stands there.
SHOWN_WHOLE = ("about.section", "about.principle", "about.method")


def braces(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@cache
def trees():
    paths = sorted((ROOT / "dashboard").rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def nodes(kind):
    return [(path, node) for path, tree in trees().items() for node in ast.walk(tree) if isinstance(node, kind)]


def called(call):
    """Return by what name a function is called: words(…), self.words(…), say.count(…) → 'words', 'words', 'count'."""
    return getattr(call.func, "attr", None) or getattr(call.func, "id", None)


def constant(call):
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def key_pattern(joined):
    """Return an f-string as a pattern of keys: f"sex.{code}" gives sex\\.(.+)."""
    parts = [re.escape(p.value) if isinstance(p, ast.Constant) else "(.+)" for p in joined.values]
    return "".join(parts)


@cache
def plain_calls():
    """Every call that says the words of a key which stands in the source, with the facts it gives."""
    table, found = words("sv").table, []
    for path, call in nodes(ast.Call):
        name, key = called(call), constant(call)
        if key is None:
            continue
        facts = {keyword.arg for keyword in call.keywords}
        if name in SAYERS:
            found.append((f"{path}:{call.lineno}", key, facts))
        elif name == "count" and f"{key}.other" in table:
            found += [(f"{path}:{call.lineno}", f"{key}.{form}", facts | {"n"}) for form in ("one", "other")]
    return found


@cache
def composed():
    """Every f-string whose fixed beginning is that of some key, as a pattern."""
    sections, found = {key.split(".")[0] for key in words("sv").table if "." in key}, []
    for path, joined in nodes(ast.JoinedStr):
        first = joined.values[0] if joined.values else None
        start = first.value if isinstance(first, ast.Constant) else ""
        if "." in start and start.split(".")[0] in sections:
            found.append((f"{path}:{joined.lineno}", key_pattern(joined)))
    return found


@cache
def parts():
    """Every group of words that is handed on whole: words.part("drawing")."""
    return {(f"{path}:{call.lineno}", constant(call)) for path, call in nodes(ast.Call) if called(call) == "part"}


def names(tree):
    """Every string in a tree, and every field of its classes: what the last part of a composed key may be."""
    strings = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    fields = [n.target for n in ast.walk(tree) if isinstance(n, ast.AnnAssign)]
    return strings | {target.id for target in fields if isinstance(target, ast.Name)}


@cache
def constants():
    """Every name that stands in the source of the packages, or in the reference data."""
    paths = [path for name in ("dashboard", "indicators", "intake") for path in (ROOT / name).rglob("*.py")]
    found = set().union(*(names(ast.parse(path.read_text(encoding="utf-8"))) for path in paths))
    lists = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "refdata").glob("*.toml"))
    return found | set(re.findall(r'"([\w-]+)"', lists))


@cache
def endings():
    """Every f-string that may be the last part of a key put together in two steps, such as f"signal_{kind}"."""
    patterns = [key_pattern(joined) for _, joined in nodes(ast.JoinedStr)]
    return [pattern for pattern in patterns if re.match(r"[a-z]{4,}[a-z_]*_\(", pattern)]


@cache
def scripts():
    """The drawing scripts. They name a word as labels.name or word("name")."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "assets").glob("*.js")))


@cache
def is_asked_for(rest):
    """Whether the last part of a composed key, or a word of a group, is named somewhere in Python or in a script."""
    if rest in constants() or re.search(rf"""labels\??\.{re.escape(rest)}\b|["']{re.escape(rest)}["']""", scripts()):
        return True
    two_steps = (re.fullmatch(pattern, rest) for pattern in endings())
    return any(match and all(group in constants() for group in match.groups()) for match in two_steps)


def is_used(key):
    verdicts = {f"{kind}.{code}" for kind, codes in KINDS.items() for code in codes}
    statuses = {f"guard.{status}" for status in KNOWN}
    said = {said for _, said, _ in plain_calls()}
    if key in said | verdicts | statuses | constants() or key.startswith((*SHOWN_WHOLE, *FROM_DATA)):
        return True
    matches = [re.fullmatch(pattern, key) for _, pattern in composed()]
    if any(match and all(is_asked_for(rest) for rest in match.groups()) for match in matches):
        return True
    groups = [prefix for _, prefix in parts() if prefix and key.startswith(f"{prefix}.")]
    return any(is_asked_for(key.removeprefix(f"{prefix}.")) for prefix in groups)


def test_both_languages_have_the_same_keys_in_the_same_order():
    assert list(words("sv").table) == list(words("en").table)


def test_both_languages_leave_room_for_the_same_facts():
    swedish, english = words("sv").table, words("en").table
    assert [key for key in swedish if not (swedish[key].strip() and english[key].strip())] == []
    assert [key for key in swedish if braces(swedish[key]) != braces(english[key])] == []


def test_every_key_that_is_said_exists_with_the_facts_it_is_given():
    table = words("sv").table
    assert [f"{place}: {key}" for place, key, _ in plain_calls() if key not in table] == []
    unfilled = [f"{place}: {key} lacks {braces(table[key]) - facts}" for place, key, facts in plain_calls()
                if None not in facts and not braces(table[key]) <= facts]  # fmt: skip
    idle = [f"{place}: {key} has no place for {facts - braces(table[key]) - {'n', None}}"
            for place, key, facts in plain_calls() if facts - braces(table[key]) - {"n", None}]  # fmt: skip
    assert unfilled == []
    assert idle == []


def test_every_composed_key_and_every_group_meets_some_words():
    table = words("sv").table
    missing = [(place, pattern) for place, pattern in composed() if not any(re.match(pattern, key) for key in table)]
    empty = [f"{place}: {prefix}" for place, prefix in parts() if prefix and not words("sv").part(prefix)]
    assert missing == []
    assert empty == []


def test_every_key_is_used():
    assert [key for key in words("sv").table if not is_used(key)] == []


def test_other_countries_and_their_units_are_named_in_both_languages_and_none_is_idle(picture):
    judged = [item for item in picture.reference.comparisons if item.grade != "none" and item.international]
    shown = [picture.edition.countries[item.international] for item in judged]
    everywhere = picture.edition.countries.values()
    assert set(words("sv").part("country")) == {country for item in everywhere for country in item.values}
    assert set(words("sv").part("world_unit")) == {item.unit for item in shown}


def test_the_scripts_have_no_words_of_their_own_and_ask_for_none_that_are_not_there():
    calls = re.findall(r"""\bword\((?:[\w.]*view, )?(?:"(\w+)"|[^()]*\?\s*"(\w+)")""", scripts())
    asked = {one or other for one, other in calls}
    assert len(asked) > 15
    assert asked <= set(words("sv").part("drawing"))
    without_comments = re.sub(r"/\*.*?\*/|//[^\n]*", "", scripts(), flags=re.DOTALL)
    assert re.findall(r"[^\n]*[åäöÅÄÖ][^\n]*", without_comments) == []


def test_one_and_many_have_their_own_form():
    say = words("en")
    assert (say.count("count.regions", 1), say.count("count.regions", 2)) == ("1 region", "2 regions")
    assert (say.count("count.regions", 0), words("sv").count("count.regions", 1)) == ("0 regions", "1 region")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_counted_text_has_both_forms(language):
    table = words(language).table
    assert {key.removesuffix(".one") for key in table if key.endswith(".one")} == {
        key.removesuffix(".other") for key in table if key.endswith(".other")
    }


def test_an_unknown_key_is_an_error_and_never_a_blank():
    with pytest.raises(KeyError, match=r"no\.such\.key"):
        words("sv")("no.such.key")


def test_a_fact_left_out_is_an_error():
    with pytest.raises(KeyError, match="b"):
        Words("sv", {"a": "{b} {c}"})("a", c=1)


def test_a_group_of_words_comes_without_its_prefix():
    assert Words("sv", {"a.b": "1", "a.c.d": "2", "ab.c": "3"}).part("a") == {"b": "1", "c.d": "2"}
