"""Two hundred pieces of markup through every text that comes from outside: each is shown as text, and nothing runs."""

import json

import pytest
from playwright.sync_api import expect

from tests.dashboard.web.guard.hostile import PAYLOADS
from tests.e2e.presenting import opened, presentation, slide
from tests.e2e.reader import Reader
from tests.e2e.test_uploads import UNITS, desk, hand_in, visitor
from tests.intake.uploads.making import csv, row

__all__ = ["desk", "visitor"]

# What a file may hold no part of: control characters.
TEXTS = [payload for payload in PAYLOADS if "\u0000" not in payload]
HAS_RUN = "() => window.__x !== undefined || document.title === 'taken'"
# Elements that no page of ours makes, and no attribute of ours.
FOREIGN = """() => [...document.querySelectorAll(
  'iframe, object, embed, base, marquee, video, math, template, [onload], [onerror], [onclick], [ontoggle],' +
  ' [onfocus], [onbegin], [onstart], a[href^="javascript:"], a[href^="data:text"], form[action^="javascript:"]')]
  .map((e) => e.localName)"""


def is_untouched(reader):
    # A dialog that was opened would have stopped everything; a request to another host is a fault of the reader's.
    assert reader.page.evaluate(HAS_RUN) is False
    assert reader.page.evaluate(FOREIGN) == []


@pytest.fixture
def noting(reader):
    reader.hear("dialog", lambda dialog: (reader.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    return reader


def test_the_canary_sings(noting):
    noting.open("/finns-inte")
    noting.page.evaluate("document.body.append(document.createElement('iframe')); window.__x = 1")
    with pytest.raises(AssertionError):
        is_untouched(noting)


def test_a_presentation_of_hostile_slides_is_shown_as_text(noting):
    noting.open("/presentera")
    shares = [TEXTS[start : start + 4] for start in range(0, len(TEXTS), 4)]
    slides = [slide(heading=a[:240], question=b[:400], notes=c + d) for a, b, c, d in shares]
    assert len(slides) <= 60
    assert "öppnad" in opened(noting, json.dumps(presentation(*slides, title=TEXTS[0][:100])).encode())
    is_untouched(noting)
    shown = noting.page.locator("[id^=present-slide-][id$=-heading]").evaluate_all("(all) => all.map((e) => e.value)")
    assert shown == [a[:240] for a, *_ in shares]


def test_hostile_words_in_addresses_are_shown_as_text(noting):
    """Eight at a time stand in a notice, cut; the others are names of parameters."""
    for start in range(0, 24, 8):
        names = ("lang", "sex", "period", "dimension", "area", "order", "peers", "sort")
        asked = dict(zip(names, TEXTS[start * 8 : start * 8 + 8], strict=True))
        query = noting.page.evaluate("(asked) => String(new URLSearchParams(asked))", asked)
        noting.open(f"/region/14?{query}")
        is_untouched(noting)
        notice = noting.page.locator(".notice").inner_text()
        assert asked["sex"][:20].split("\u202e")[-1][:10] in notice


def test_hostile_words_in_fields_of_search_and_forms_are_shown_as_text(noting):
    noting.open("/jamlikhet")
    noting.page.locator("#equality-draft-author").evaluate("(e) => { e.closest('details').open = true; }")
    noting.page.locator("#equality-draft-author").fill(TEXTS[0][:150])
    for name in ("unwarranted_sv", "unwarranted_en", "grave_sv", "grave_en"):
        noting.page.locator(f"#equality-draft-{name}").fill("\n".join(TEXTS)[:3_900])
    noting.page.locator("#equality-draft-make").click()
    expect(noting.page.locator("#equality-draft-made")).not_to_be_empty()
    is_untouched(noting.settled())
    noting.open("/ordlista")
    for text in TEXTS[::20]:
        noting.page.locator("input[type=search]").first.fill(text)
    is_untouched(noting.settled())


def test_an_upload_of_hostile_names_and_cells_is_shown_as_text(visitor, tmp_path):
    """The file's name, every column, and a header; the review names each value that it could not follow."""
    file = tmp_path / "<img src=x onerror=window.__x=1>.csv"
    cells = [text.replace('"', '""') for text in TEXTS]
    rows = [row(enhet=f'"{cell}"', enhetstyp=f'"{cell}"', period=f'"{cell}"') for cell in cells]
    file.write_bytes(csv(*rows))
    with visitor(1280) as guest:
        guest.hear("dialog", lambda dialog: (guest.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        hand_in(guest, file, "14")
        assert isinstance(guest, Reader)
        assert guest.page.url.startswith(f"{guest.address}{UNITS}")
        is_untouched(guest)
        assert "<" in guest.page.locator("main").inner_text()
