"""Every page under a reader's own settings: enlarged, larger or wider text, own colours, without motion, printed."""

import io

import pikepdf

from tests.e2e.conftest import HERE

FOUND = (HERE / "settings.js").read_text(encoding="utf-8")
# 1280 pixels enlarged four times, as the criterion of reflow has it.
ENLARGED = {"width": 320, "height": 256}
# What the criterion of text spacing lets a reader set.
WIDER = """*:not(svg *) {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
LARGER = "html { font-size: 200% !important; }"
# Most pages are one or two sheets; lists of every indicator or every value are longer, and are meant to be.
SHEETS = {
    **{"/": 8, "/region": 12, "/om": 12, "/ordlista": 8},
    **{"/indikator": 8, "/jamfor": 12, "/data": 12, "/internationellt": 10},
}
FEW = 6


def styled(guest, style):
    """What is wrong with another style sheet on top, which is taken away again."""
    added = guest.page.add_style_tag(content=style)
    found = guest.settled().page.evaluate(FOUND)["cut"] + guest.too_wide()
    added.evaluate("(node) => node.remove()")
    return found


def sheets(guest):
    with pikepdf.open(io.BytesIO(guest.page.pdf(format="A4"))) as document:
        return len(document.pages)


def looked(guest):
    page = guest.page
    found = {"sheets": sheets(guest), "larger": styled(guest, LARGER), "wider": styled(guest, WIDER)}
    page.emulate_media(reduced_motion="reduce")
    found["moving"] = page.evaluate(FOUND)["moving"]
    page.emulate_media(reduced_motion="no-preference", forced_colors="active")
    found["lost"] = page.evaluate(FOUND)["lost"]
    page.emulate_media(forced_colors="none")
    page.set_viewport_size(ENLARGED)
    found["enlarged"] = guest.settled().too_wide() + page.evaluate(FOUND)["cut"]
    found["wider_on_a_phone"] = styled(guest, WIDER)
    return found


def test_nothing_is_cut_hidden_or_moving_and_paper_is_no_book(guest_of, place):
    with guest_of(1280, 900) as guest:
        found = looked(guest.open(place))
    most = SHEETS.get("/" + place.split("/")[1], FEW)
    assert 1 <= found.pop("sheets") <= most
    assert {setting: faults for setting, faults in found.items() if faults} == {}


# Put into a page that nothing is found on: what these tests are there to find.
FAULTS = {
    "cut": "overflow: hidden; width: 30px; white-space: nowrap",
    "moving": "transition: color 1s",
    "lost": "color: rgb(1, 2, 3); background: rgb(1, 2, 3)",
}


def test_what_is_wrong_is_found(reader):
    page = reader.open("/tillganglighet").page
    for kind, style in FAULTS.items():
        page.evaluate("() => document.getElementById('main').append(document.createElement('p'))")
        part = "document.getElementById('main').lastChild"
        page.evaluate(
            f"(style) => {{ {part}.textContent = 'Ett prov av texten'; {part}.style.cssText = style; }}", style
        )
        assert any("Ett prov" in one for one in page.evaluate(FOUND)[kind]), kind
        page.evaluate(f"() => {part}.remove()")
        assert not any("Ett prov" in one for one in page.evaluate(FOUND)[kind])
