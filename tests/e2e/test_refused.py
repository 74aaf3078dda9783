"""A view that is slow, refused or not answered: the reader is told, nothing is lost, and the rules hold meanwhile."""

import json

import pytest
from playwright.sync_api import expect

from tests.e2e.engines import AXE, violations
from tests.tiers import at_night

CALLBACKS = "**/_dash-update-component*"
REFUSED = {
    "status": 429,
    "content_type": "application/json",
    "body": json.dumps({"status": 429, "id": "abc123", "message": {"sv": "Vänta en stund.", "en": "Wait a moment."}}),
}


@pytest.fixture(autouse=True)
def said(reader):
    """The browser and Dash write on the console what is refused here, and are right to."""
    reader.expected = ("Failed to load resource", "Callback")


def choose(reader, sex):
    reader.page.locator(f"#region-sex input[value={sex}]").check()
    return reader


@pytest.mark.parametrize(
    ("language", "words"), [("sv", "Vänta en stund. (abc123)"), *at_night(("en", "Wait a moment. (abc123)"))]
)
def test_a_refused_view_says_why_and_stands_until_it_comes(reader, language, words):
    page = reader.open(f"/region/14?lang={language}&dimension=equal-care").page
    before = page.locator("tr.row").first.text_content()
    page.route(CALLBACKS, lambda route: route.fulfill(**REFUSED))
    choose(reader, "F")
    expect(page.locator("#refused")).to_have_text(words)
    assert page.locator("tr.row").first.text_content() == before
    page.evaluate(AXE)
    assert violations(reader, ("light", "dark")) == []
    page.unroute_all()
    choose(reader, "M")
    expect(page.locator("#refused")).to_be_empty()


def test_another_page_does_not_say_what_was_wrong_with_the_one_before(reader):
    page = reader.open("/region/14").page
    page.route(CALLBACKS, lambda route: route.fulfill(**REFUSED))
    choose(reader, "F")
    expect(page.locator("#refused")).not_to_be_empty()
    page.unroute_all()
    page.locator(".site-nav a[href='/region']").click()
    expect(page.locator("#refused")).to_be_empty()


def test_what_failed_is_forgotten_when_something_else_is_asked(reader):
    page = reader.open("/region/14").page
    page.evaluate("dash_clientside.set_props('failure', { children: 'Vyn kunde inte uppdateras.' })")
    expect(page.locator("#failure")).not_to_be_empty()
    choose(reader, "F")
    expect(page.locator("#failure")).to_be_empty()


def test_a_network_that_is_gone_is_said_and_the_view_comes_when_it_is_back(reader):
    page = reader.open("/region/14").page
    page.context.set_offline(True)
    choose(reader, "F")
    expect(page.locator("#refused")).to_contain_text("Tjänsten svarar inte")
    page.context.set_offline(False)
    choose(reader, "M").settled()
    expect(page.locator("#refused")).to_be_empty()
    assert page.url.endswith("sex=M")


def test_an_answer_that_is_no_answer_of_ours_is_said_as_silence(reader):
    page = reader.open("/region/14").page
    page.route(CALLBACKS, lambda route: route.fulfill(status=502, content_type="text/html", body="<h1>Bad gateway"))
    choose(reader, "F")
    expect(page.locator("#refused")).to_contain_text("Tjänsten svarar inte")


def test_while_a_first_page_is_on_its_way_the_rules_hold(reader):
    held, let, page = [], [], reader.page
    page.route(CALLBACKS, lambda route: route.continue_() if let else held.append(route))
    page.goto(f"{reader.address}/region")
    expect(page.locator(".loading-state")).to_be_visible()
    page.evaluate(AXE)
    assert violations(reader) == []
    let.append(True)
    for route in held:
        route.continue_()
    expect(reader.settled().page.locator("h1")).to_be_visible()
