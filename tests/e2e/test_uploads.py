"""A region hands in its units in a real browser: a good file to publication and back, and a bad one to its faults."""

import pytest
from playwright.sync_api import expect

from tests.e2e.engines import AXE, violations
from tests.e2e.reader import guests
from tests.e2e.serving import serving
from tests.intake.uploads.making import OTHER, ROW, THIRD, csv, row, xlsx
from tests.tiers import at_night

UNITS = "/data/enheter"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """The program with a data folder of its own."""
    with serving(HALSODIALOG_DATA=str(tmp_path_factory.mktemp("data"))) as found:
        yield found


@pytest.fixture(scope="module")
def visitor(browser, desk):
    """Make a visitor of that program, by the width of their screen."""
    return guests(browser, desk)


def hand_in(reader, path, region):
    reader.open(UNITS)
    reader.page.get_by_label("Region").select_option(region)
    reader.page.get_by_label("Fil (xlsx eller csv, högst 10 MB)").set_input_files(path)
    reader.page.get_by_role("button", name="Granska filen").click()
    expect(reader.page.locator(".upload-verdict")).to_be_visible(timeout=60_000)
    return reader.settled()


def is_sound(reader):
    reader.page.evaluate(AXE)
    assert violations(reader) == []
    assert reader.too_wide() == []


@pytest.mark.parametrize(("width", "region"), [(320, "09"), *at_night((1280, "14"))])
def test_a_good_file_is_published_and_undone(visitor, tmp_path, width, region):
    path = tmp_path / "enheter.xlsx"
    path.write_bytes(xlsx(ROW, OTHER, THIRD))
    with visitor(width) as reader:
        page = hand_in(reader, path, region).page
        expect(page.locator(".upload-verdict h2")).to_have_text("Filen kan publiceras")
        is_sound(reader)
        page.get_by_label("Vem publicerar (funktion eller enhet)").fill("Dataenheten")
        page.get_by_role("button", name="Publicera dessa uppgifter").click()
        expect(page.locator(".upload-verdict h2")).to_have_text("Publicerat som version 1")
        reader.settled()
        is_sound(reader)
        reader.open(UNITS)
        expect(page.locator(".upload-published")).to_contain_text("Dataenheten")
        is_sound(reader)
        page.get_by_role("button", name="Ångra: visa inget").click()
        expect(page.locator("#published")).to_contain_text("är ångrad")
        reader.settled()
        is_sound(reader)


@pytest.mark.parametrize("width", [1280, *at_night(320)])
def test_a_bad_file_is_told_fault_by_fault(visitor, tmp_path, width):
    path = tmp_path / "fel.csv"
    path.write_bytes(
        csv(ROW, row(enhet="<img src=x onerror=alert(1)>", kön="X"), row(enhet="B", värde="101", täljare=""))
    )
    with visitor(width) as reader:
        page = hand_in(reader, path, "14").page
        expect(page.locator(".upload-verdict h2")).to_have_text("Filen kan inte publiceras")
        expect(page.locator("[data-tone=stop] .findings")).to_contain_text("Rad 3, kolumn Kön")
        expect(page.locator("[data-tone=held] .findings")).to_contain_text("0 till 100")
        assert page.get_by_role("button", name="Publicera dessa uppgifter").count() == 0
        is_sound(reader)


def test_the_template_is_fetched_and_the_way_is_walked_by_keyboard(visitor):
    with visitor(1280) as reader:
        page = reader.open(UNITS).page
        with page.expect_download() as download:
            page.get_by_role("link", name="Mall för Excel (xlsx)").click()
        assert download.value.suggested_filename == "mall-enhetsdata.xlsx"
        for control in ("#upload-region", "#upload-file", ".upload-form button"):
            reader.tab_to(control)
