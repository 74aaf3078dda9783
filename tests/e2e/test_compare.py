"""The comparison in a browser: whom with, in which order, any two indicators, and the way back."""

import pytest
from playwright.sync_api import expect

ROWS = "table.compare tbody tr[data-indicator]"
CAPTION = "#compare-scatter-caption"


@pytest.fixture
def compared(reader):
    reader.open("/jamfor/14")
    expect(reader.page.locator(ROWS).first).to_be_visible()
    return reader


def test_the_order_stands_in_the_address_and_survives_a_reload(compared):
    first = compared.page.locator(ROWS).first.inner_text()
    compared.picker("Efter avstånd").check()
    expect(compared.page.locator("table.compare tr.group").first).to_contain_text("längst efter först")
    assert compared.page.locator(ROWS).first.inner_text() != first
    compared.settled().at("/jamfor/14?sort=gap")
    compared.page.reload()
    expect(compared.page.locator("table.compare tr.group").first).to_contain_text("längst efter först")


def test_back_leads_to_whom_was_compared_with_before(compared):
    compared.picker("Eget val").check()
    expect(compared.page.locator("#compare-who")).to_contain_text("Välj minst en")
    compared.page.go_back()
    expect(compared.page.locator("#compare-who")).to_contain_text("Jämförs med Stockholm")
    expect(compared.page.locator(ROWS).first).to_be_visible()


def test_the_line_comes_when_it_is_asked_for_and_the_table_has_its_numbers(compared):
    expect(compared.page.locator("#compare-scatter-notes")).not_to_contain_text("95 procents osäkerhet")
    compared.picker("visa linje med osäkerhet").check()
    expect(compared.page.locator("#compare-scatter-notes")).to_contain_text("95 procents osäkerhet")
    compared.settled().at("/jamfor/14?line=1")
    compared.page.locator("figure.chart summary").last.click()
    expect(compared.page.locator("#compare-scatter-table thead th")).to_have_count(7)
    expect(compared.page.locator("#compare-scatter-table tbody tr")).to_have_count(21)


def test_another_indicator_across_is_named_in_the_finding(compared):
    compared.picker("Vågrätt").select_option("beds")
    expect(compared.page.locator(CAPTION)).to_contain_text("Disponibla vårdplatser")
    compared.settled().at("/jamfor/14?x=beds")


def test_every_picture_says_its_numbers_in_words(compared):
    pictures = compared.page.locator(".compare-dots")
    labels = pictures.evaluate_all("found => found.map((one) => one.getAttribute('aria-label'))")
    assert len(labels) > 90
    assert all("Jämförelsegruppens median" in label for label in labels)
