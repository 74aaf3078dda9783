"""Choosing a region and reading its figures: the same as the publisher's, the source files' and the edition's."""

import pyarrow.parquet as pq
import pytest
from playwright.sync_api import expect

from indicators import EMBEDDED

# Kolada, key N79190 (treatable mortality), Västra Götaland (14), both sexes, 2023; see refdata for its vintage.
KOLADA_N79190_REGION_14_2023 = 49.9
ROW = "#row-treatable-mortality"


def swedish(value):
    return f"{value:.1f}".replace(".", ",")


@pytest.fixture(scope="module")
def published():
    """The embedded edition's own values of the indicator for all regions in 2023."""
    number = (EMBEDDED / "current.json").read_text().split('"')[3]
    table = pq.read_table(
        EMBEDDED / number / "observations.parquet",
        columns=["area", "value"],
        filters=[("source_key", "=", "N79190"), ("period", "=", "2023"), ("sex", "=", "T"), ("level", "=", "region")],
    )
    return dict(zip(table["area"].to_pylist(), table["value"].to_pylist(), strict=True))


def test_the_value_read_is_the_publishers(reader, published):
    reader.open("/")
    reader.page.get_by_role("link", name="Regioner", exact=True).click()
    reader.settled().page.locator("#main").get_by_role("link", name="Region Stockholm").click()
    reader.settled().page.get_by_label("Välj region").select_option(label="Västra Götalandsregionen")
    reader.settled().at("/region/14")
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("Västra Götalandsregionen")
    assert published["14"] == KOLADA_N79190_REGION_14_2023
    expect(reader.page.locator(f"{ROW} .number")).to_have_text("49,9")
    expect(reader.page.locator(f"{ROW} .c-value .context")).to_contain_text("2023")


def test_all_regions_values_in_an_opened_row_are_the_editions(reader, published):
    reader.open("/region/14")
    reader.page.locator(f"{ROW} .disclosure").click()
    detail = reader.page.locator(f"{ROW}-more")
    detail.locator("summary").click()
    shown = detail.locator(".all-regions tbody td").all_inner_texts()
    assert len(shown) == 21
    assert sorted(shown) == sorted(swedish(value) for value in published.values())
    expect(detail.locator(".source-line")).to_contain_text("N79190")


def test_an_opened_row_stays_open_and_focused_when_the_view_changes(reader):
    reader.open("/region/14")
    button = reader.page.locator(f"{ROW} .disclosure")
    button.focus()
    reader.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    reader.page.evaluate("""() => window.dash_clientside.set_props("region-period", { value: "2022" })""")
    reader.settled()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(button).to_be_focused()
    expect(reader.page.locator(f"{ROW} .c-value .context")).not_to_contain_text("2023")


def test_a_link_from_elsewhere_leads_to_its_row_and_opens_it(reader):
    reader.open("/region/14#row-treatable-mortality")
    expect(reader.page.locator(f"{ROW} .disclosure")).to_have_attribute("aria-expanded", "true")
    expect(reader.page.locator(f"{ROW} a")).to_be_focused()
    expect(reader.page.locator(ROW)).to_be_in_viewport()


def test_choosing_a_region_keeps_the_filters_and_the_picker_keeps_the_focus(reader):
    reader.open("/region/14?sex=F&period=2022&lang=en")
    reader.page.locator("#region-pick").select_option("09")
    reader.settled().at("/region/09?sex=F&period=2022&lang=en")
    assert reader.filters()["sex"] == "F"
    assert reader.filters()["period"] == "2022"
    assert reader.focus() == "select#region-pick"


def test_the_marks_of_a_row_are_read_by_arrow_keys(reader):
    reader.open("/region/14")
    picture = reader.page.locator(f"{ROW} svg.dots")
    reader.page.locator(f"{ROW} a").focus()
    reader.press("Tab")
    expect(picture).to_be_focused()
    reading = reader.page.locator(f"{ROW} .reading")
    expect(reading).to_contain_text("Västra Götalandsregionen 49,9")
    reader.press("Home")
    worst = reading.inner_text()
    reader.press("End")
    assert reading.inner_text() != worst
    reader.press("Escape")
    expect(reading).to_have_count(0)
