"""Every page in both languages, each opened once: what holds for all of them, whoever reads them and however."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.e2e import names, own_settings, stops
from tests.e2e.engines import checked
from tests.e2e.places import PARTS, address_of, places
from tests.tiers import some

SEEN = (Path(__file__).resolve().parent / "seen.js").read_text(encoding="utf-8")
VISIBLE = "(parts) => parts.filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80))"
HIDDEN = "(parts) => parts.filter((e) => !e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80))"
# Every other page has axe wide and light, the rest narrow and dark, as they are made of the same parts. At night each
# has both, and English (test_axe.py).
LOOKS = ((1280, "light"), (320, "dark"))
# Equal Access is slow, and looks mostly at what every page has: these are one of each kind. At night it has them all.
EQUAL_ACCESS = ("/", "/region/14", "/indikator/daily-smoking", "/variation", "/data/enheter", "/presentera")

# The words of a page are the same for each of its codes: in English it is one.
SECOND = ("/dimension/equal-care", "/region/09", "/indikator/beds")
CASES = [
    *((place, "sv") for place in places()),
    *some([(place, "en") for place in places()], kept=[(place, "en") for place in places() if place not in SECOND]),
]


def as_it_stands(guest):
    """What an open page says of itself on a screen, and what is wrong with it on a phone and on paper."""
    page = guest.page
    found = {"too_wide_on_a_phone": guest.too_wide()}
    page.set_viewport_size(own_settings.WIDE)
    seen = guest.settled().page.evaluate(SEEN) | {"tree": guest.tree()}
    page.emulate_media(media="print")
    for_screen = page.locator(".site-nav, .site-tools, .skip-link, .filters, .tabs")
    found["printed_though_for_the_screen"] = for_screen.evaluate_all(VISIBLE)
    found["lost_in_print"] = page.locator("h1, tr.row, .source-line").evaluate_all(HIDDEN)
    page.emulate_media(media="null")
    return seen, found


@pytest.mark.parametrize(("path", "language"), CASES)
def test_what_holds_for_every_page(guest_of, path, language):
    with guest_of(320, 640) as guest:
        guest.open(address_of(path, language))
        assert urlsplit(guest.page.url).path == path
        seen, found = as_it_stands(guest)
        found |= names.faults(seen | {"language": language})
        # What does not hang on the words is asked once, of the page in Swedish.
        if language == "sv":
            found["on_paper"] = own_settings.on_paper(guest, path)
            if path in PARTS:
                guest.open(address_of(path, language, part=True))
            found |= own_settings.faults(guest)
            found |= stops.faults(guest)
            found |= checked(guest, [LOOKS[places().index(path) % 2]], equal_access=path in EQUAL_ACCESS)
    assert {check: faults for check, faults in found.items() if faults} == {}


def test_what_stands_for_others_is_walked():
    assert {*EQUAL_ACCESS, *PARTS, *SECOND} <= set(places())


def test_what_is_wrong_on_a_phone_and_on_paper_is_found(reader_of):
    reader = reader_of(320, 640)
    page = reader.open("/tillganglighet").page
    page.evaluate("() => document.getElementById('main').insertAdjacentHTML('beforeend', '<p class=tabs>Flikar</p>')")
    page.add_style_tag(
        content="h1 { width: 400px } @media print { h1 { display: none } .tabs { display: block !important } }"
    )
    _, found = as_it_stands(reader)
    assert all(found.values()), found
