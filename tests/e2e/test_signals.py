"""What matters most, as a reader meets it: three that deviate and two that improve, and each leads to its row."""

import pytest
from playwright.sync_api import expect

BRIEF = "#region-brief"
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 900}


def column(page, heading):
    return page.locator(f"{BRIEF} div", has=page.get_by_role("heading", level=3, name=heading, exact=True)).last


def test_three_that_deviate_and_two_that_are_promising_stand_in_the_first_view(reader):
    reader.page.set_viewport_size(WIDE)
    reader.open("/region/14")
    for heading, number in (("Avviker eller försämras", 3), ("Lovande", 2)):
        signals = column(reader.page, heading).locator(".signal")
        expect(signals).to_have_count(number)
        for place in range(number):
            expect(signals.nth(place)).to_be_in_viewport(ratio=1)
            expect(signals.nth(place).locator("small")).to_contain_text(".")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_signal_opens_its_row_by_keyboard(lang, reader):
    reader.open(f"/region/14?lang={lang}")
    link = reader.page.locator(f"{BRIEF} .signal a").first
    row = f"#row-{link.get_attribute('data-row')}"
    link.focus()
    reader.press("Enter")
    expect(reader.page.locator(f"{row} .disclosure")).to_have_attribute("aria-expanded", "true")
    expect(reader.page.locator(row)).to_be_in_viewport()


def test_the_signals_follow_the_filters(reader):
    reader.open("/region/14")
    before = reader.page.locator(BRIEF).inner_text()
    reader.page.get_by_label("Kvinnor", exact=True).check()
    reader.settled()
    expect(reader.page.locator(BRIEF)).to_contain_text("Gäller kvinnor.")
    assert reader.page.locator(BRIEF).inner_text() != before


def test_on_the_overview_a_regions_name_leads_to_the_row_on_its_page(reader):
    reader.open("/")
    link = reader.page.locator("#overview-signals .signal a[href*='/region/']").first
    row = f"#{link.get_attribute('href').split('#')[1]}"
    link.click()
    reader.settled()
    expect(reader.page.locator(f"{row} .disclosure")).to_have_attribute("aria-expanded", "true")
    expect(reader.page.locator(row)).to_be_in_viewport()


def test_on_a_phone_the_signals_stand_one_below_the_other(reader):
    reader.page.set_viewport_size(PHONE)
    reader.open("/region/14")
    boxes = [box.bounding_box() for box in reader.page.locator(f"{BRIEF} .signal").all()]
    assert len(boxes) >= 6
    assert len({round(box["x"]) for box in boxes}) == 1
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"] for box in boxes)
