"""What matters most, as a reader meets it: subjects with their measures first, each leads to its row."""

import pytest
from playwright.sync_api import expect

from tests.tiers import at_night

BRIEF = "#region-brief"
WIDE, PHONE = {"width": 1280, "height": 1000}, {"width": 320, "height": 900}


def test_subjects_and_their_measures_stand_in_the_first_view(reader):
    reader.page.set_viewport_size(WIDE)
    reader.open("/region/22")
    subjects = reader.page.locator(f"{BRIEF} .subject")
    expect(subjects).to_have_count(4)
    for place in range(3):
        expect(subjects.nth(place)).to_be_in_viewport(ratio=1)
        measures = subjects.nth(place).locator(".measures li")
        assert 2 <= measures.count() <= 6
        for text in measures.all_inner_texts():
            assert "riket" in text
            assert "20" in text
    expect(reader.page.get_by_text("Preliminär viktning, inte fastställd av parterna").first).to_be_in_viewport()


def test_why_and_how_they_are_chosen_open_by_keyboard(reader):
    reader.open("/region/22")
    why = reader.page.locator(f"{BRIEF} .subject details").first
    expect(why.locator("ul").first).to_be_hidden()
    expect(reader.page.locator(f"{BRIEF} .subject").first.get_by_text("Att väga in:").first).to_be_visible()
    why.locator("summary").focus()
    reader.press("Enter")
    expect(why.locator("ul").first).to_be_visible()
    expect(why.get_by_text("Alla mått i ämnet").first).to_be_visible()
    chosen = reader.page.locator(f"{BRIEF} details", has_text="Så väljs de").last
    chosen.locator("summary").focus()
    reader.press("Enter")
    expect(chosen.get_by_text("Avståndet till riket är")).to_be_visible()


@pytest.mark.parametrize(
    ("kind", "lang"),
    [(".measures", "sv"), (".signal", "en"), *at_night((".measures", "en"), (".signal", "sv"))],
)
def test_a_measure_opens_its_row_by_keyboard(lang, kind, reader):
    reader.open(f"/region/14?lang={lang}")
    link = reader.page.locator(f"{BRIEF} {kind} a").first
    row = f"#row-{link.get_attribute('data-row')}"
    link.focus()
    reader.press("Enter")
    expect(reader.page.locator(f"{row} .disclosure")).to_have_attribute("aria-expanded", "true")
    expect(reader.page.locator(row)).to_be_in_viewport()


def test_of_one_sex_it_is_said_that_what_matters_is_of_everybody(reader):
    reader.open("/region/14")
    told = reader.page.locator(f"{BRIEF} .measures").all_inner_texts()
    reader.page.get_by_label("Kvinnor", exact=True).check()
    reader.settled()
    expect(reader.page.locator(BRIEF)).to_contain_text("gäller alla: kvinnor och män tillsammans")
    assert reader.page.locator(f"{BRIEF} .measures").all_inner_texts() == told


def test_a_region_without_a_subject_is_told_so(reader):
    reader.open("/region/13")
    expect(reader.page.locator(BRIEF)).to_contain_text("Inget ämne når gränsen.")
    expect(reader.page.locator(f"{BRIEF} .subject")).to_have_count(0)


def test_on_the_overview_a_subjects_region_leads_to_its_page(reader):
    reader.open("/")
    link = reader.page.locator("#overview-signals .signal a[href*='/region/']").first
    name = link.inner_text()
    link.click()
    reader.settled()
    expect(reader.page.locator("h1")).to_contain_text(name)


def test_an_earlier_edition_keeps_its_list_and_says_so(reader):
    reader.open("/region/22?utgava=2026-11")
    expect(reader.page.locator(BRIEF)).to_contain_text("valdes med en tidigare metod")
    expect(reader.page.locator(BRIEF)).to_contain_text("Avviker eller försämras")
    expect(reader.page.locator(f"{BRIEF} .subject")).to_have_count(0)


def test_on_a_phone_everything_stands_one_below_the_other(reader):
    reader.page.set_viewport_size(PHONE)
    reader.open("/region/22")
    for kind in (".subject", ".signal:visible"):
        boxes = [box.bounding_box() for box in reader.page.locator(f"{BRIEF} {kind}").all()]
        assert len(boxes) >= 4
        assert len({round(box["x"]) for box in boxes}) == 1
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"] for box in boxes)
