"""Arriving at every page from the menu and the foot: a title of its own, the language, and the focus on the heading."""

import pytest
from playwright.sync_api import expect

from tests.tiers import at_night

LEADS = ".site-nav a, .footer-links a"
LIVE = "() => [...document.querySelectorAll('[role=status], [role=alert], [aria-live]')].map((e) => e.innerText.trim())"


@pytest.mark.parametrize("language", ["sv", *at_night("en")])
def test_each_page_says_where_one_is_once(reader, language):
    page = reader.open(f"/?lang={language}").page
    addresses = page.locator(LEADS).evaluate_all("(links) => [...new Set(links.map((a) => a.getAttribute('href')))]")
    assert len(addresses) > 10
    titles = []
    for address in addresses[1:]:
        page.locator(f":is({LEADS})[href='{address}']").first.click()
        heading = reader.settled().page.locator("h1")
        # The focus on the heading is what is read out; nothing else may say the same at the same time.
        expect(heading).to_be_focused()
        assert heading.inner_text() not in page.evaluate(LIVE)
        assert page.evaluate("document.documentElement.lang") == language
        titles.append(page.title())
    assert len(set(titles)) == len(titles)
    assert all(title.endswith(" – Hälsodialog") for title in titles)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_abbreviations_of_the_page_are_told_where_they_stand(reader, language):
    page = reader.open(f"/internationellt?lang={language}").page
    page.locator("details.abbreviations summary").click()
    expect(page.locator("details.abbreviations dt", has_text="WHO")).to_be_visible()
    listed = page.locator("details.abbreviations dt").all_inner_texts()
    text = page.locator("main").inner_text()
    assert all(one in text for one in listed)
    page.locator("details.abbreviations dt a", has_text="WHO").click()
    reader.settled()
    assert "/ordlista" in page.url
    expect(page.locator("#who")).to_be_in_viewport()


def test_the_glossary_is_searched(reader):
    page = reader.open("/ordlista").page
    page.get_by_role("searchbox").fill("tratt")
    expect(page.locator(".glossary-entry:visible dt")).to_have_text(["trattdiagram"])
    page.get_by_role("searchbox").fill("finns inte alls")
    expect(page.locator(".catalogue-status")).to_contain_text("Inget ord passar")
