"""What goes wrong on a page under a reader's own settings: enlarged, larger or wider text, own colours, on paper."""

import io
from pathlib import Path

import pikepdf

FOUND = (Path(__file__).resolve().parent / "settings.js").read_text(encoding="utf-8")
WIDE = {"width": 1280, "height": 900}
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
    found = guest.settled().page.evaluate(FOUND, "cut") + guest.too_wide()
    added.evaluate("(node) => node.remove()")
    return found


def on_paper(guest, place):
    """What is wrong with a page's length on paper."""
    with pikepdf.open(io.BytesIO(guest.page.pdf(format="A4"))) as document:
        n = len(document.pages)
    most = SHEETS.get("/" + place.split("/")[1], FEW)
    return [] if 1 <= n <= most else [f"{n} sheets, {most} at most"]


def faults(guest):
    """What is wrong under each setting, by its name; the page is left as it was."""
    page = guest.page
    page.set_viewport_size(WIDE)
    guest.settled()
    found = {"larger_text": styled(guest, LARGER), "wider_text": styled(guest, WIDER)}
    page.emulate_media(reduced_motion="reduce")
    found["without_motion"] = page.evaluate(FOUND, "moving")
    page.emulate_media(reduced_motion="no-preference", forced_colors="active")
    found["own_colours"] = page.evaluate(FOUND, "lost")
    page.emulate_media(reduced_motion="null", forced_colors="null")
    page.set_viewport_size(ENLARGED)
    found["enlarged"] = guest.settled().too_wide() + page.evaluate(FOUND, "cut")
    found["wider_text_on_a_phone"] = styled(guest, WIDER)
    page.set_viewport_size(WIDE)
    guest.settled()
    return found
