"""The presenter's screen in every state it can be in: readable for everyone, by touch, and the two windows in step."""

import json

import pytest
from playwright.sync_api import expect

from tests.e2e.engines import AXE, violations, violations_in
from tests.e2e.presenting import heading, kept, opened, place, presentation, showing, slide
from tests.tiers import at_night

SMALL = (slide(heading="Ett", notes="Säg ett."), slide(heading="Två", question="Varför?"), slide(heading="Tre"))


def small(reader):
    """A reader with three light slides before them."""
    reader.open("/presentera").page.evaluate(AXE)
    assert "öppnad" in opened(reader, json.dumps(presentation(*SMALL)).encode())
    return reader


def speaker_of(reader):
    """The presenter's own window, opened by its key; another window's requests and words are watched as well."""
    with reader.page.expect_popup() as waiting:
        reader.press("p")
    return waiting.value


@pytest.mark.parametrize("language", ["sv", *at_night("en")])
def test_no_violations_when_it_is_empty_and_when_a_file_is_refused(language, reader):
    page = reader.open(f"/presentera?lang={language}").page
    page.evaluate(AXE)
    expect(page.locator(".empty-state")).to_be_visible()
    assert violations(reader) == []
    assert "JSON" in opened(reader, b"{")
    assert violations(reader) == []


def test_no_violations_with_notes_blank_and_help_in_either_light(reader):
    showing(small(reader))
    for key, seen in (("n", ".stage-notes"), ("b", ".stage-blank"), ("b", ".stage-notes"), ("?", ".stage-help")):
        reader.press(key)
        expect(reader.page.locator(seen)).to_be_visible()
        assert violations(reader) == [], key


def test_no_violations_in_the_presenters_window_waiting_showing_and_left(reader):
    small(reader)
    with reader.page.expect_popup() as waiting:
        reader.page.locator("[data-part=speaker]").click()
    speaker = waiting.value
    expect(speaker.locator(".empty-state")).to_be_visible()
    speaker.evaluate(AXE)
    assert violations_in(speaker) == []
    showing(reader)
    expect(speaker.locator(".speaker-now")).to_contain_text("Ett")
    assert violations_in(speaker) == []
    reader.press("End", "b")
    expect(speaker.locator(".speaker-at")).to_contain_text("Skärmen är släckt")
    assert violations_in(speaker) == []
    reader.press("b", "Escape")
    expect(speaker.locator(".empty-state")).to_be_visible()
    assert violations_in(speaker) == []


def test_the_two_windows_stay_in_step_whichever_leads_and_without_network(reader):
    speaker = speaker_of(showing(small(reader)))
    at, now = speaker.locator(".speaker-at"), speaker.locator(".speaker-now")
    expect(now).to_contain_text("Ett")
    expect(speaker.locator(".speaker-notes")).to_contain_text("Säg ett.")
    expect(speaker.locator(".speaker-next")).to_contain_text("Varför?")
    reader.page.context.set_offline(True)
    for key, n in (("End", 3), ("Home", 1), ("PageDown", 2)):
        reader.press(key)
        expect(at).to_have_text(f"Bild {n} av 3")
    expect(speaker.locator(".speaker-notes")).not_to_contain_text("Säg ett.")
    reader.press("3", "Enter")
    expect(at).to_have_text("Bild 3 av 3")
    expect(speaker.locator(".speaker-next")).to_contain_text("sista")
    for key, n in (("Home", 1), (" ", 2), ("PageUp", 1), ("End", 3)):
        speaker.keyboard.press(key)
        expect(reader.page.locator(".stage-foot")).to_contain_text(f"Bild {n} av 3")
        expect(at).to_contain_text(f"Bild {n} av 3")
    speaker.keyboard.press("b")
    expect(reader.page.locator(".stage-blank")).to_be_visible()
    speaker.keyboard.press("b")
    expect(reader.page.locator(".stage-blank")).to_be_hidden()
    reader.page.context.set_offline(False)


def test_a_presenters_window_that_is_opened_again_catches_up(reader):
    speaker = speaker_of(showing(small(reader)))
    reader.press("End")
    speaker.reload()
    expect(speaker.locator(".speaker-at")).to_have_text("Bild 3 av 3")
    expect(speaker.locator(".speaker-now")).to_contain_text("Tre")


def swipe(reader, start, end, y=400):
    """A finger drawn over the screen, as the browser hears it from a touch screen."""
    session = reader.page.context.new_cdp_session(reader.page)
    points = [start + (end - start) * step / 8 for step in range(9)]
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": start, "y": y}]})
    for x in points[1:]:
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


@pytest.mark.parametrize(("width", "height"), [(390, 700), *at_night((1280, 800))])
def test_a_finger_drawn_across_goes_on_and_back(width, height, reader_of):
    reader = showing(small(reader_of(width, height, has_touch=True)))
    far, near = width * 0.8, width * 0.2
    for start, end, n in ((far, near, 2), (far, near, 3), (near, far, 2), (far, far - 20, 2)):
        swipe(reader, start, end)
        expect(reader.page.locator(".stage-foot")).to_contain_text(f"Bild {n} av 3")


def test_a_pointer_that_is_no_finger_does_not_swipe(reader):
    showing(small(reader))
    reader.page.mouse.move(900, 400)
    reader.page.mouse.down()
    reader.page.mouse.move(200, 400, steps=4)
    reader.page.mouse.up()
    assert place(reader) == "Bild 1 av 3"


def test_numbers_beyond_the_last_and_keys_that_mean_nothing_lose_no_slide(reader):
    showing(small(reader))
    for *keys, n in (("9", "9", "Enter", 3), ("0", "Enter", 1), ("x", 1), ("2", "Enter", 2), ("Enter", 3)):
        assert place(reader.press(*keys)) == f"Bild {n} av 3", keys
    reader.press("ArrowLeft", "ArrowLeft", "ArrowLeft")
    assert (place(reader), heading(reader)) == ("Bild 1 av 3", "Ett")


def test_what_is_written_while_the_network_is_gone_is_kept(reader):
    page = small(reader).page
    page.context.set_offline(True)
    page.locator("#present-slide-0-heading").fill("Min rubrik")
    reader.hear("request", lambda request: reader.nowhere.add(request.url))
    page.locator("[data-part=visit]").click()
    expect(page.locator(".present-status")).to_contain_text("Ingenting är ändrat")
    page.context.set_offline(False)
    reader.open("/presentera")
    assert [one["heading"] for one in kept(reader)["slides"]] == ["Min rubrik", "Två", "Tre"]


def test_under_reduced_motion_nothing_moves(reader_of):
    reader = reader_of(reduced_motion="reduce")
    speaker = speaker_of(showing(small(reader)))
    reader.press("n", "?")
    for window in (reader.page, speaker):
        moving = window.evaluate(
            """() => [...document.querySelectorAll('*')].filter((e) => {
                const s = getComputedStyle(e);
                const times = [s.transitionDuration, s.animationDuration].flatMap((all) => all.split(', '));
                return times.some((one) => parseFloat(one) > 0.01);
            }).map((e) => `${e.localName}.${e.className}`)"""
        )
        assert moving == []
