"""Units on the page of one indicator in a real browser: what is made up is marked, on paper too, and axe is content."""

import pytest

from indicators import DataFolder
from tests.e2e.engines import AXE, violations
from tests.e2e.reader import guests
from tests.e2e.serving import serving
from tests.indicators.units.making import HIDDEN, row, share, upload
from tests.tiers import at_night

PATH = "/indikator/stroke-unit-first"
SECTION = "section[aria-labelledby='indicator-section-units']"
MARK = "Exempeldata – påhittade för att prova"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The program over a data folder in which two regions have confirmed made-up hospitals."""
    folder = DataFolder(tmp_path_factory.mktemp("data")).make()
    for region in ("12", "14"):
        rows = [share(n, 110, unit=f"Exempelsjukhuset {region}-{n}") for n in (61, 73, 82, 90, 99)]
        rows.append(row(unit="Exempelsjukhuset Lilla", **HIDDEN))
        upload(folder.uploads, region, *(item._replace(indicator="stroke-unit-first", example=True) for item in rows))
    with serving(HALSODIALOG_DATA=str(folder.root)) as found:
        yield found


@pytest.fixture(scope="module")
def reading(browser, served):
    """Make a reader of that program; when it leaves it may not have met a fault."""
    return guests(browser, served)


@pytest.mark.parametrize("width", [320, *at_night(1280)])
def test_the_mark_the_picture_and_the_table_stand_and_nothing_is_too_wide(width, reading):
    with reading(width) as reader:
        section = reader.open(PATH).page.locator(SECTION)
        assert section.locator(".example-mark").inner_text().startswith(MARK)
        assert section.locator("[role=img]").get_attribute("aria-label").startswith("Diagram med 10 enheter.")
        section.locator("details > summary").first.click()
        rows = section.locator("table tbody tr")
        assert rows.filter(has_text="Exempelsjukhuset Lilla").first.locator("td").first.inner_text() == "dolt"
        assert section.locator("table").get_by_text(MARK).count() == 2
        assert reader.too_wide() == []


def test_the_mark_is_on_paper_too(reading):
    with reading(1280) as reader:
        page = reader.open(PATH).page
        page.emulate_media(media="print")
        mark = page.locator(f"{SECTION} .example-mark")
        assert mark.is_visible()
        assert mark.evaluate("(e) => getComputedStyle(e).borderTopStyle") == "dashed"


def test_a_chosen_region_is_shown_alone(reading):
    with reading(1280) as reader:
        reader.open(f"{PATH}?regions=14")
        text = reader.page.locator(f"{SECTION} .example-mark").inner_text()
        assert "Västra Götalandsregionen" in text
        assert "Skåne" not in text


@pytest.mark.parametrize(("width", "language", "theme"), [(1280, "sv", "light"), *at_night((320, "en", "dark"))])
def test_no_violations(width, language, theme, reading):
    with reading(width) as reader:
        reader.open(f"{PATH}?lang={language}")
        for summary in reader.page.locator(f"{SECTION} details > summary").all():
            summary.click()
        reader.page.evaluate(AXE)
        assert violations(reader, (theme,)) == []


def test_without_units_the_way_to_add_them_is_a_link(reader):
    link = reader.open(PATH).page.locator(f"{SECTION} .empty-state a")
    assert link.get_attribute("href") == "/data/enheter"
    assert link.inner_text() == "Egna enhetsdata"
