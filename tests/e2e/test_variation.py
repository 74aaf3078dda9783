"""Variation in a real browser: the funnel by keyboard and by touch, the pickers' addresses, tables, phone and axe."""

import random

import pytest
from playwright.sync_api import expect

from indicators import DataFolder
from tests.e2e.engines import AXE, THIN, violations
from tests.e2e.reader import guests
from tests.e2e.serving import serving
from tests.indicators.units.making import share, upload
from tests.tiers import at_night

MEASURE = "diabetes-blood-pressure"
FUNNEL = f"/variation?indicator={MEASURE}&kind=health-centre"
PICTURE, READING = "#variation-funnel-picture", "#variation-funnel-reading"


def centres(region):
    """Made-up health centres of all sizes; the last one lies far from the others."""
    numbers = random.Random(int(region))
    sizes = [30 + 45 * place for place in range(12)]
    counts = [(sum(numbers.random() < 0.6 for _ in range(n)), n) for n in sizes]
    counts.append((250, 800))
    return [
        share(x, n, indicator=MEASURE, kind="health-centre", unit=f"Exempelvårdcentralen {place:02d}", example=True)
        for place, (x, n) in enumerate(counts)
    ]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The program over a data folder in which two regions have confirmed made-up health centres."""
    folder = DataFolder(tmp_path_factory.mktemp("data")).make()
    for region in ("12", "14"):
        upload(folder.uploads, region, *centres(region))
    with serving(HALSODIALOG_DATA=str(folder.root)) as found:
        yield found


@pytest.fixture(scope="module")
def reading(browser, served):
    """Make a reader of that program; when it leaves it may not have met a fault."""
    return guests(browser, served)


def test_units_are_named_from_the_keyboard(reading):
    with reading(1280) as reader:
        page = reader.open(FUNNEL).page
        page.locator("#variation-widen input").focus()
        reader.press("Tab")
        assert page.evaluate("document.activeElement.id") == PICTURE.removeprefix("#")
        expect(page.locator(READING)).to_contain_text("Exempelvårdcentralen 00")
        reader.press("End")
        expect(page.locator(READING)).to_contain_text("250 av 800, under 99,8-procentsgränsen")
        expect(page.locator(f"{PICTURE} .hoverlayer")).to_contain_text("Exempelvårdcentralen 12")
        reader.press("ArrowLeft", "ArrowLeft")
        assert "250 av 800" not in page.locator(READING).inner_text()
        reader.press("Escape")
        expect(page.locator(f"{PICTURE} .hoverlayer .hovertext")).to_have_count(0)


def test_a_unit_is_named_when_it_is_touched(reading):
    with reading(390, has_touch=True, is_mobile=True) as reader:
        page = reader.open(FUNNEL).page
        page.locator(PICTURE).scroll_into_view_if_needed()
        last = page.locator(f"{PICTURE} .scatterlayer .trace").last.locator("path.point").last
        box = last.bounding_box()
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(page.locator(READING)).to_contain_text("250 av 800")


def test_the_option_stands_in_the_address_and_widens_the_limits(reading):
    with reading(1280) as reader:
        page = reader.open(FUNNEL).page
        expect(page.locator("#variation-funnel-notes")).to_contain_text("inte vidgade")
        page.get_by_label("vidga för överspridning").check()
        expect(page.locator("#variation-funnel-notes")).to_contain_text("vidgade för överspridning")
        reader.settled().at(f"{FUNNEL}&widen=1")
        page.reload()
        expect(page.locator("#variation-funnel-notes")).to_contain_text("vidgade för överspridning")


def test_the_tables_hold_what_the_pictures_show(reading):
    with reading(1280) as reader:
        page = reader.open(f"{FUNNEL}&regions=14").page
        drawn = page.locator(f"{PICTURE} .scatterlayer .trace").last.locator("path.point").count()
        page.locator("#variation-funnel-host summary").first.click()
        expect(page.locator("#variation-funnel-table tbody tr")).to_have_count(drawn)
        page.locator("#variation-region-host summary").first.click()
        expect(page.locator("#variation-region-table tbody tr")).to_have_count(13)
        expect(page.locator("#variation-few-table tbody tr").first).to_contain_text("Exempelvårdcentralen 12")
        expect(page.locator("#variation-mark")).to_contain_text("Exempeldata")
        expect(page.locator("#variation-outside li").first).to_contain_text("Exempelvårdcentralen 12")


def test_a_choice_of_kind_leads_back_to_municipalities(reading):
    with reading(1280) as reader:
        page = reader.open(FUNNEL).page
        reader.picker("kommuner").check()
        expect(page.locator("#variation-empty")).to_contain_text("Visa vårdcentraler")
        expect(page.locator("#variation-strip-host")).to_be_hidden()
        page.locator("#variation-empty a").click()
        expect(page.locator("#variation-strip-caption")).to_contain_text("vårdcentraler med värden")


def test_the_year_is_followed(reading):
    with reading(1280) as reader:
        page = reader.open("/variation?indicator=obesity").page
        before = page.locator("#variation-strip-caption").inner_text()
        reader.picker("Period").select_option("2020")
        expect(page.locator("#variation-strip-caption")).not_to_have_text(before)
        reader.settled().at("/variation?indicator=obesity&period=2020")


@pytest.mark.parametrize(("width", "language", "theme"), [(320, "en", "dark"), *at_night((1280, "sv", "light"))])
def test_nothing_is_too_wide_and_axe_is_content(width, language, theme, reading):
    with reading(width) as reader:
        reader.open(f"{FUNNEL}&lang={language}")
        for summary in reader.page.locator("details.as-table > summary").all():
            if summary.is_visible():
                summary.click()
        assert reader.too_wide() == []
        reader.page.evaluate(THIN)
        reader.page.evaluate(AXE)
        assert violations(reader, (theme,)) == []
