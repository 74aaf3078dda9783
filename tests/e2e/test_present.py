"""The presenter's screen: a presentation made, kept, shared and shown with keys only, also without network."""

import json

import pytest
from playwright.sync_api import expect

from tests.e2e.engines import AXE, violations
from tests.e2e.presenting import WAIT, heading, kept, made, opened, place, presentation, showing, slide
from tests.tiers import at_night, some


def blanked_noted_and_helped(reader):
    reader.press("b")
    expect(reader.page.locator(".stage-blank")).to_be_visible()
    reader.press(".")
    expect(reader.page.locator(".stage-blank")).to_be_hidden()
    reader.press("n")
    expect(reader.page.locator(".stage-notes")).to_be_visible()
    reader.press("n", "?")
    expect(reader.page.locator(".stage-help")).to_be_visible()
    reader.press("ArrowLeft", "Escape")
    expect(reader.page.locator(".stage-help")).to_be_hidden()


def test_a_presentation_is_shown_with_keys_only_and_goes_on_when_the_network_is_cut(reader):
    made(reader).page.locator("#page-heading").focus()
    reader.tab_to("[data-part=show]").press("Enter")
    expect(reader.page.locator(".stage-foot")).to_be_visible(timeout=WAIT)
    n = len(kept(reader)["slides"])
    assert place(reader) == f"Bild 1 av {n}"
    walk = (("ArrowRight", 2), ("PageDown", 3), (" ", 4), ("ArrowLeft", 3), ("PageUp", 2), ("End", n), ("Home", 1))
    for key, at in walk:
        assert place(reader.press(key)) == f"Bild {at} av {n}", key
    reader.page.context.set_offline(True)
    seen = set()
    for at in range(1, n + 1):
        reader.press(*str(at), "Enter")
        assert place(reader) == f"Bild {at} av {n}"
        assert "Utgåva" in reader.page.locator(".stage-foot").inner_text()
        assert (
            reader.page.locator(".stage-figure").inner_text().strip() or reader.page.locator(".stage-chart svg").count()
        )
        assert not reader.page.locator(".stage .notice").count()
        seen.add(heading(reader))
    assert len(seen) == n
    status = reader.page.locator(".stage [role=status]")
    expect(status).to_have_text(f"Bild {n} av {n}. {heading(reader)}")
    blanked_noted_and_helped(reader)
    assert place(reader) == f"Bild {n} av {n}"
    reader.press("f")
    reader.page.evaluate("document.fullscreenElement && document.exitFullscreen()")
    reader.page.wait_for_timeout(100)
    reader.press("Escape")
    expect(reader.page.locator(".stage")).to_have_count(0)
    expect(reader.page.locator("[data-part=show]")).to_be_focused()
    reader.page.context.set_offline(False)


def test_the_numbers_on_a_slide_are_those_of_the_live_view(reader):
    reader.open("/region/14?area=quality")
    row = reader.page.locator("#row-treatable-mortality")
    value = row.locator(".number").inner_text()
    row.locator(".disclosure").click()
    reader.page.locator("#row-treatable-mortality-more .present-add").click()
    expect(reader.page.locator(".present-said")).to_contain_text("Tillagd som bild 1")
    (found,) = kept(reader)["slides"]
    assert found["picture"] == "rows:region-rows/row/treatable-mortality"
    assert "utgava=" in found["view"]
    assert value in found["heading"]
    reader.page.locator(".present-said a").click()
    showing(reader.settled())
    assert reader.page.locator(".stage-one .number").inner_text() == value


PLACES = {
    "/": {"rug:overview-rug-host", "map:overview-map-host", "message:findings"},
    "/dimension/service-quality": {"rug:dimension-rug-host", "map:dimension-map-host"},
    "/region/14": {"message:findings", "rows:region-rows/dimension/service-quality"},
    "/indikator/daily-smoking": {"chart:indicator-regions", "chart:indicator-lines", "map:indicator-map-host"},
    "/jamfor/14": {"compare:compare-rows-host", "chart:compare-scatter"},
    "/variation": {"chart:variation-strip"},
    "/jamlikhet": {"chart:equality-fifths"},
}


@pytest.mark.parametrize("path", some(PLACES, kept=("/", "/region/14", "/indikator/daily-smoking")))
def test_every_view_has_the_button_and_the_slide_it_promises(path, reader):
    reader.open(path)
    reader.page.wait_for_timeout(100)
    buttons = reader.page.locator(".present-add:visible")
    names = set(buttons.evaluate_all("(found) => found.map((one) => one.dataset.picture)"))
    assert PLACES[path] <= names, names
    answers = reader.page.evaluate(
        """async ([view, names]) => Promise.all(names.map(async (picture) => [picture,
            (await fetch('/presentera/bild?' + new URLSearchParams({ view, picture }))).status]))""",
        [path, sorted(names)],
    )
    assert [answer for answer in answers if answer[1] != 200] == []


def test_slides_are_moved_renamed_removed_and_all_of_it_undone(reader):
    made(reader)
    page, before = reader.page, kept(reader)["slides"]
    page.locator("[data-place='1'] [data-act=up]").click()
    assert kept(reader)["slides"][:2] == [before[1], before[0]]
    assert page.evaluate("document.activeElement.closest('[data-place]').dataset.place") == "0"
    page.locator("#present-slide-0-heading").fill("Min egen rubrik")
    assert kept(reader)["slides"][0]["heading"] == "Min egen rubrik"
    page.locator("[data-place='0'] [data-act=remove]").click()
    assert kept(reader)["slides"][0] == before[0]
    for _ in range(3):
        page.locator("[data-part=undo]").click()
    assert kept(reader)["slides"] == before
    page.locator("[data-part=clear]").click()
    expect(page.locator(".empty-state")).to_be_visible()
    page.locator("[data-part=undo]").click()
    assert kept(reader)["slides"] == before


def test_a_view_that_is_gone_says_so_and_the_rest_is_shown(reader):
    reader.open("/presentera")
    gone = slide(picture="chart:no-such-chart", heading="Borta")
    opened(reader, json.dumps(presentation(gone, slide())).encode())
    reader.nowhere.add(f"{reader.address}/presentera/bild?view=%2Fregion%2F14&picture=chart%3Ano-such-chart")
    showing(reader)
    expect(reader.page.locator(".stage .notice")).to_contain_text("ingen sådan bild")
    reader.press("ArrowRight")
    expect(reader.page.locator(".stage-findings li")).not_to_have_count(0)


def test_the_presenters_window_follows_and_leads(reader):
    showing(made(reader))
    with reader.page.expect_popup() as waiting:
        reader.press("p")
    speaker = waiting.value
    expect(speaker.locator(".speaker-now")).to_contain_text(heading(reader))
    first = heading(reader)
    speaker.locator("[data-act=next]").click()
    expect(reader.page.locator(".stage-foot")).to_contain_text("Bild 2 av")
    expect(speaker.locator(".speaker-at")).to_contain_text("Bild 2 av")
    assert heading(reader) != first
    speaker.evaluate(AXE)
    speaker.wait_for_timeout(50)
    assert speaker.evaluate("axe.run(document).then((found) => found.violations.map((one) => one.id))") == []
    speaker.keyboard.press("ArrowLeft")
    expect(reader.page.locator(".stage-foot")).to_contain_text("Bild 1 av")


# Notes, blank and help: test_present_states.py.
@pytest.mark.parametrize(("width", "height", "step"), [(320, 640, 3), *at_night((320, 640, 1), (1280, 800, 1))])
def test_no_violations_in_any_state(reader_of, width, height, step):
    reader = reader_of(width, height)
    reader.open("/presentera").page.evaluate(AXE)
    assert violations(reader) == []
    made(reader).page.evaluate(AXE)
    reader.page.locator(".present-slide summary").first.click()
    assert violations(reader) == []
    assert reader.too_wide() == []
    showing(reader)
    for at in range(1, len(kept(reader)["slides"]) + 1, step):
        reader.press(*str(at), "Enter")
        assert violations(reader, ("light",) if at % 2 else ("dark",)) == [], place(reader)


def test_no_violations_in_a_map_a_rug_and_a_table(reader):
    reader.open("/presentera").page.evaluate(AXE)
    pictures = {
        "map:overview-map-host": "/",
        "rug:dimension-rug-host": "/dimension/equal-care",
        "rows:region-rows/row/treatable-mortality": "/region/14",
        "table:equality-every-table": "/jamlikhet",
    }
    slides = [slide(view=view, picture=picture) for picture, view in pictures.items()]
    opened(reader, json.dumps(presentation(*slides)).encode())
    showing(reader)
    for at in range(len(slides)):
        assert violations(reader) == [], at
        reader.press("ArrowRight")


def test_a_slide_fits_its_screen(reader):
    showing(made(reader))
    for width, height in ((1280, 720), (1920, 1080), (3840, 2160)):
        reader.page.set_viewport_size({"width": width, "height": height})
        for at in range(1, len(kept(reader)["slides"]) + 1):
            reader.press(*str(at), "Enter")
            over = reader.page.evaluate(
                """() => { const figure = document.querySelector('.stage-figure'), drawn = figure.firstChild;
                    return [drawn.getBoundingClientRect().bottom - figure.getBoundingClientRect().bottom,
                            document.querySelector('.stage-foot').getBoundingClientRect().bottom - innerHeight]; }"""
            )
            assert max(over) <= 1, (width, at, over)
            size = reader.page.locator(".stage h1").evaluate("(h) => parseFloat(getComputedStyle(h).fontSize)")
            assert size >= height / 25
