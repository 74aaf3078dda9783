"""Many files at once in a real browser: chosen, watched, stopped in the middle, and what failed and why."""

import io
import re
import urllib.request
import zipfile
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.e2e.engines import AXE, violations
from tests.tiers import at_night, some

RUN, START, TEXT = "#export-run", "#export-start", "#export-text"
FILES = ("region/09.csv", "region/09.json", "region/14.csv", "region/14.json")


def chosen(reader, *regions, forms=("CSV", "JSON")):
    """A reader who has asked for the whole page of some regions in small forms."""
    page = reader.open("/export").page
    page.locator("#export-whom").get_by_label("Eget val").check()
    for region in regions:
        page.locator("#export-areas").get_by_label(region, exact=True).check()
    for form in forms:
        page.locator("#export-forms").get_by_label(form).check()
    page.locator("#export-forms").get_by_label("PDF").uncheck()
    expect(page.locator(TEXT)).to_contain_text(f"{len(regions) * len(forms)} fil")
    return reader.settled()


@pytest.fixture
def asking(reader):
    """A reader before four files."""
    return chosen(reader, "Region Gotland", "Västra Götalandsregionen")


def held(page):
    """Hold every file back; the returned list fills with what waits for its answer, as (path, route)."""
    waiting = []
    page.route(
        "**/export/region/**",
        lambda route: waiting.append((urlsplit(route.request.url).path.removeprefix("/export/"), route)),
    )
    return waiting


def let(page, waiting, n):
    """Let the next files come, and wait until the bar has heard of them."""
    for _ in range(n):
        for _ in range(200):
            if waiting:
                break
            page.wait_for_timeout(20)
        before = page.locator(f"{RUN} progress").evaluate("(bar) => bar.value")
        waiting.pop(0)[1].continue_()
        page.wait_for_function(f"(n) => document.querySelector('{RUN} progress')?.value !== n", arg=before)


def saved(reader, act):
    """What a press hands out: its name, and the archive."""
    with reader.page.expect_download() as waited:
        act()
    return waited.value.suggested_filename, zipfile.ZipFile(io.BytesIO(waited.value.path().read_bytes()))


def own(archive):
    return [name for name in archive.namelist() if name != "index.html"]


def index_of(archive):
    return archive.read("index.html").decode()


def is_whole(archive):
    """The index leads to each file of the archive, and to nothing else."""
    return re.findall(r'href="([^"]+)"', index_of(archive)) == own(archive) and archive.testzip() is None


def test_what_was_chosen_comes_in_one_archive_with_an_index_by_keyboard_alone(asking):
    asking.page.locator("#page-heading").focus()
    name, archive = saved(asking, lambda: asking.tab_to(START).press("Enter"))
    files = own(archive)
    assert re.fullmatch(r"halsodialog-\d{4}-\d\d\.zip", name)
    assert len(files) == len(FILES)
    assert is_whole(archive)
    expect(asking.page.locator(f"{RUN} [role=status]")).to_have_text("Klart. Filer: 4 av 4.")
    expect(asking.page.locator(f"{RUN} [role=status]")).to_be_focused()
    number = name.removeprefix("halsodialog-").removesuffix(".zip")
    for path, file in zip(FILES, files, strict=True):
        with urllib.request.urlopen(f"{asking.address}/export/{path}?utgava={number}") as answer:
            assert archive.read(file) == answer.read(), file


def test_the_bar_shows_how_many_have_come(asking):
    page = asking.page
    waiting = held(page)
    page.locator(START).click()
    bar = page.locator(f"{RUN} progress")
    expect(bar).to_have_attribute("max", "4")
    page.evaluate(AXE)
    for done in range(4):
        assert bar.evaluate("(bar) => bar.value") == done
        expect(page.locator(f"{RUN} .export-run > p").first).to_have_text(f"Filer som är klara: {done} av 4")
        if done == 1:
            assert violations(asking) == []
        if done < 3:
            let(page, waiting, 1)
    _, archive = saved(asking, lambda: waiting.pop()[1].continue_())
    assert len(own(archive)) == 4


def test_it_is_stopped_in_the_middle_and_what_was_ready_can_be_saved(asking):
    page = asking.page
    waiting = held(page)
    page.locator(START).click()
    let(page, waiting, 2)
    cancel = page.get_by_role("button", name="Avbryt")
    cancel.press("Enter")
    status = page.locator(f"{RUN} [role=status]")
    expect(status).to_have_text("Avbrutet. Filer som hann bli klara: 2 av 4.")
    expect(status).to_be_focused()
    expect(cancel).to_have_count(0)
    page.evaluate(AXE)
    assert violations(asking) == []
    _, archive = saved(asking, page.get_by_role("link", name="Spara arkivet (filer: 2)").click)
    assert len(own(archive)) == 2
    assert is_whole(archive)
    page.unroute_all(behavior="ignoreErrors")


def test_stopped_before_anything_came_there_is_nothing_to_save_and_it_can_be_begun_again(asking):
    page = asking.page
    waiting = held(page)
    page.locator(START).click()
    page.get_by_role("button", name="Avbryt").click()
    expect(page.locator(f"{RUN} [role=status]")).to_have_text("Avbrutet. Filer som hann bli klara: 0 av 4.")
    expect(page.locator(f"{RUN} a")).to_have_count(0)
    assert waiting
    page.unroute_all(behavior="ignoreErrors")
    _, archive = saved(asking, page.locator(START).click)
    assert len(own(archive)) == 4


# What a file's address answers, and what the reader is told.
FAULTS = {
    "told by the server": (
        {"status": 404, "json": {"message": {"sv": "Pennan gick av.", "en": "x"}}},
        "Pennan gick av.",
    ),
    "an answer without words": ({"status": 500, "body": "<h1>oj</h1>"}, "Servern svarade med fel 500."),
    "no answer": (None, "Servern gick inte att nå."),
}


@pytest.mark.parametrize("fault", some(FAULTS, kept=["told by the server"]))
def test_one_that_fails_is_told_of_with_its_reason_and_stops_no_other(fault, asking):
    answer, why = FAULTS[fault]
    page = asking.page
    asking.hear("request", lambda request: asking.nowhere.add(request.url) if "14.json" in request.url else None)
    page.route("**/export/region/14.json**", lambda route: route.fulfill(**answer) if answer else route.abort())
    _, archive = saved(asking, page.locator(START).click)
    expect(page.locator(f"{RUN} [role=status]")).to_have_text("Klart. Filer: 3 av 4.")
    told = f"Västra Götalandsregionen, Data (JSON): {why}"
    expect(page.locator(f"{RUN} .fault")).to_have_text("Filer som inte gick att göra: 1")
    expect(page.locator(f"{RUN} li")).to_have_text([told])
    assert len(own(archive)) == 3
    assert is_whole(archive)
    assert f"<li>{told}</li>" in index_of(archive)
    page.evaluate(AXE)
    assert violations(asking) == []


def test_a_server_that_asks_for_patience_is_asked_again(asking):
    page, asked = asking.page, []

    def busy_once(route):
        asked.append(route.request.url)
        asking.nowhere.add(route.request.url)
        route.fulfill(status=429, headers={"Retry-After": "1"}) if len(asked) == 1 else route.continue_()

    page.route("**/export/region/09.csv**", busy_once)
    _, archive = saved(asking, page.locator(START).click)
    assert len(asked) == 2
    assert len(own(archive)) == 4


def test_who_stops_while_a_server_asks_for_patience_waits_no_longer(asking):
    page = asking.page
    asking.hear(
        "request", lambda request: asking.nowhere.add(request.url) if "/export/region/" in request.url else None
    )
    page.route("**/export/region/**", lambda route: route.fulfill(status=429, headers={"Retry-After": "30"}))
    with page.expect_response("**/export/region/09.json**"):
        page.locator(START).click()
    page.get_by_role("button", name="Avbryt").click()
    expect(page.locator(f"{RUN} [role=status]")).to_have_text("Avbrutet. Filer som hann bli klara: 0 av 4.")


def test_the_same_choice_gives_the_same_archive(asking):
    contents = []
    for _ in range(2):
        with asking.page.expect_download() as waited:
            asking.page.locator(START).click()
        contents.append(waited.value.path().read_bytes())
    assert contents[0] == contents[1]


def test_a_choice_of_nothing_is_told_and_cannot_be_begun(reader):
    page = reader.open("/export").page
    page.locator("#export-forms").get_by_label("PDF").uncheck()
    expect(page.locator(TEXT)).to_have_text("Inga filer: välj minst en region, ett slags faktablad och en form.")
    expect(page.locator(START)).to_be_disabled()


@pytest.mark.parametrize("width", [320, *at_night(1280)])
def test_no_violations_with_every_choice_opened(reader_of, width):
    reader = reader_of(width)
    page = reader.open("/export").page
    for group in ("#export-whom", "#export-set"):
        page.locator(group).get_by_label("Eget val").check()
    expect(page.locator("#export-indicators")).to_be_visible()
    reader.settled()
    page.evaluate(AXE)
    assert violations(reader) == []
    assert reader.too_wide() == []
