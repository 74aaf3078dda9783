"""axe-core and IBM Equal Access with every rule on: each page in both languages, on three widths, light and dark."""

import hashlib

import pytest

from tests.e2e.engines import (
    ACE,
    AXE,
    RUN_ACE,
    RUN_AXE,
    THIN,
    VENDOR,
    VERDICTS,
    checked,
    unjudged,
    vendored,
    violations,
)
from tests.e2e.places import address_of
from tests.tiers import at_night

# Each width, each theme and each language has all rules once: what one of them changes does not hang on the others.
LOOKS = {"sv": ((1280, "light"), (320, "dark")), "en": ((768, "light"),)}


def test_the_checkers_are_as_their_makers_published_them():
    for package in vendored().values():
        assert hashlib.sha256((VENDOR / package["file"]).read_bytes()).hexdigest() == package["sha256"]
        assert all((VENDOR / terms).stat().st_size > 100 for terms in package["terms"])


# Every run has axe on each page once, and Equal Access on some (test_every_page.py).
@pytest.mark.nightly
@pytest.mark.parametrize("language", LOOKS)
def test_no_checker_finds_anything_that_nobody_has_judged(reader, place, language):
    reader.open(address_of(place, language, part=True))
    found = checked(reader, LOOKS[language], equal_access=True)
    assert {check: faults for check, faults in found.items() if faults} == {}


# Here no row is left out.
@pytest.mark.nightly
@pytest.mark.parametrize("path", ["/region/14", "/?dimension=service-quality"])
def test_no_violations_in_a_whole_table(reader, path):
    reader.open(path)
    assert reader.page.locator("main tr").count() > 40
    reader.page.evaluate(AXE)
    assert violations(reader, ("light",)) == []


@pytest.mark.parametrize("width", [320, *at_night(1280)])
def test_no_violations_in_an_opened_row(reader_of, width):
    reader = reader_of(width)
    reader.open("/region/14?area=quality")
    reader.page.locator("#row-treatable-mortality .disclosure").click()
    reader.page.locator("#row-treatable-mortality-more summary").click()
    reader.page.evaluate(AXE)
    assert violations(reader) == []


def test_no_violations_in_a_notice_and_an_empty_view(reader):
    reader.open("/region/14?sex=F&area=economy&target=1&hej=1")
    assert reader.rows() == []
    reader.page.evaluate(AXE)
    assert violations(reader) == []


def test_every_verdict_says_why_and_what_it_lets_stand():
    for engine in VERDICTS.values():
        for item in engine.items:
            assert item["verdict"] in ("false-alarm", "judged-by-hand", "known")
            assert len(item["reason"]) > 30
            assert item.get("message") or item.get("html"), "a verdict on a whole rule would turn it off"


# Put into a page that nothing is found on: what the checkers are there to find.
FAULTS = {
    "a button without a name": "(b => main.append(b))(document.createElement('button'))",
    "a picture without a text": "(i => { i.src = 'data:,'; main.append(i); })(document.createElement('img'))",
    "a text too pale": "(p => { p.textContent = 'Blek text'; p.style.color = '#aab4bd'; main.append(p); })"
    "(document.createElement('p'))",
}


def test_what_is_wrong_is_found(reader):
    reader.open("/tillganglighet")
    for script in (THIN, AXE, ACE):
        reader.page.evaluate(script)
    for fault, script in FAULTS.items():
        reader.page.evaluate(
            f"() => {{ const main = document.getElementById('main'); {script}; main.lastChild.id = 'x'; }}"
        )
        assert unjudged("axe", reader.page.evaluate(RUN_AXE, {}), fault), fault
        assert unjudged("equal-access", reader.page.evaluate(RUN_ACE), fault), fault
        reader.page.evaluate("() => document.getElementById('x').remove()")
    assert unjudged("axe", reader.page.evaluate(RUN_AXE, {}), "mended") == []
