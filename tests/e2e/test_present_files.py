"""Presentations in files and links: they come back as they were, and what is none is refused and loses nothing."""

import json

from playwright.sync_api import expect

from tests.e2e.presenting import HOSTILE, heading, kept, made, opened, presentation, showing, slide


def test_a_presentation_goes_through_a_file_and_a_link(reader, reader_of):
    made(reader)
    with reader.page.expect_download() as waiting:
        reader.page.locator("[data-part=save]").click()
    assert waiting.value.suggested_filename == "regionbesok-vastra-gotalandsregionen.json"
    content = waiting.value.path().read_bytes()
    assert json.loads(content) == kept(reader)
    link = reader.page.evaluate(
        "(found) => halsodialog.presentLink.make(location.origin + '/presentera', found)", kept(reader)
    )
    assert len(link) < 6000
    other = reader_of()
    other.page.goto(link)
    expect(other.page.locator(".present-slide")).to_have_count(len(kept(reader)["slides"]))
    assert kept(other) == kept(reader)
    assert "#" not in other.page.url
    third = reader_of().open("/presentera")
    assert "öppnad" in opened(third, content)
    assert kept(third) == kept(reader)


REFUSED = {
    "no json": (b"{", "JSON"),
    "another file": (json.dumps({"a": 1}).encode(), "ingen presentation"),
    "a later version": (json.dumps(presentation(version=2)).encode(), "version 1"),
    "too many": (json.dumps(presentation(*[slide()] * 61)).encode(), "60"),
    "another host": (json.dumps(presentation(slide(view="//example.org/x"))).encode(), "adress"),
    "a script": (json.dumps(presentation(slide(view="javascript:alert(1)"))).encode(), "adress"),
    "a number": (json.dumps(presentation(slide(heading=3))).encode(), "Rubrik"),
    "too long": (json.dumps(presentation(slide(notes="x" * 4001))).encode(), "4000"),
    "too large": (json.dumps(presentation(slide(), extra="x" * 400_000)).encode(), "400 kB"),
    "not a slide": (json.dumps(presentation(None)).encode(), "Bild 1"),
    "control signs": (json.dumps(presentation(slide(heading="a\u0000b"))).encode(), "Rubrik"),
}


def test_a_bad_file_is_refused_with_its_reason_and_loses_nothing(reader):
    made(reader, "09")
    before = kept(reader)
    for name, (content, said) in REFUSED.items():
        message = opened(reader, content)
        assert said in message, f"{name}: {message}"
        assert "Ingenting är ändrat" in message, name
        assert kept(reader) == before, name


def test_a_damaged_link_is_refused_and_a_small_one_that_holds_much_as_well(reader):
    reader.open("/presentera")
    bomb = reader.page.evaluate("(text) => halsodialog.presentLink.make('', text)", "x" * 5_000_000)
    assert len(bomb) < 10_000
    for hash_, said in (("#p=AAAA", "skadad"), ("#p=%%%", "skadad"), (bomb, "för stor")):
        reader.page.goto("about:blank")
        reader.page.goto(f"{reader.address}/presentera{hash_}")
        expect(reader.page.locator(".present-status")).to_contain_text(said)


def test_hostile_text_is_shown_as_text(reader):
    reader.open("/presentera")
    hostile = slide(heading=HOSTILE, question=HOSTILE, notes=HOSTILE)
    assert "öppnad" in opened(reader, json.dumps(presentation(hostile, title=HOSTILE[:100])).encode())
    assert reader.page.locator("#present-slide-0-heading").input_value() == HOSTILE
    showing(reader).press("n")
    assert heading(reader) == HOSTILE
    expect(reader.page.locator(".stage-notes")).to_have_text(HOSTILE)
    assert reader.page.title() != "taken"
    assert reader.page.locator(".stage img, .stage script").count() == 0
