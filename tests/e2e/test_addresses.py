"""Addresses that cannot be followed say so; addresses that lead nowhere are real 404s."""

import pytest
from playwright.sync_api import expect

from tests.tiers import at_night


def test_unknown_values_fall_back_with_a_notice(reader):
    reader.open("/region/14?sex=X&period=1850&hej=1")
    notice = reader.page.locator(".notice")
    expect(notice).to_contain_text("X")
    expect(notice).to_contain_text("1850")
    expect(notice).to_contain_text("hej")
    assert reader.filters()["sex"] == "T"
    assert len(reader.rows()) > 100


def test_coming_back_to_an_unknown_value_falls_back_again(reader):
    reader.open("/region/14?sex=X")
    reader.picker("Kvinnor").check()
    reader.settled().at("/region/14?sex=F").back().at("/region/14?sex=X")
    assert reader.filters()["sex"] == "T"


def test_markup_in_the_address_stays_text(reader):
    reader.open("/region/14?sex=%3Cimg%20src=x%20onerror=alert(1)%3E")
    expect(reader.page.locator(".notice")).to_contain_text("<img src=x onerror=alert(1)>")


def test_a_page_that_is_not_there(reader):
    reader.open("/finns-inte", status=404)
    expect(reader.page).to_have_title("Sidan finns inte – Hälsodialog")
    reader.page.locator("#main").get_by_role("link", name="Översikt").click()
    reader.settled().at("/")


def test_a_region_that_is_not_there(reader):
    reader.open("/region/99?lang=en", status=404)
    expect(reader.page).to_have_title("Page not found – Hälsodialog")
    expect(reader.page.locator("html")).to_have_attribute("lang", "en")
    expect(reader.page.locator("#main")).to_contain_text("99")


@pytest.mark.parametrize("path", ["/region/14", "/finns-inte", *at_night("/", "/internationellt")])
def test_the_language_is_changed_on_the_spot_and_back(reader, path):
    page = reader.open(path).page
    before = page.title()
    page.get_by_role("link", name="Switch to English").click()
    reader.settled()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    reader.back()
    expect(page).to_have_title(before)
