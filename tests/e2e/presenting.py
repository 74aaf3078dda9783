"""What the walks of the presenter's screen have in common."""

import json

from playwright.sync_api import expect

# A visit lays out a dozen pages.
WAIT = 30_000
HOSTILE = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"


def made(reader, region="14"):
    """A reader with a visit to a region before them."""
    reader.open("/presentera").page.select_option("#present-region", region)
    reader.page.locator("[data-part=visit]").click()
    expect(reader.page.locator(".present-slide")).not_to_have_count(0, timeout=WAIT)
    return reader.settled()


def showing(reader):
    reader.page.locator("[data-part=show]").click()
    expect(reader.page.locator(".stage-foot")).to_be_visible(timeout=WAIT)
    return reader


def heading(reader):
    return reader.page.locator(".stage h1").inner_text()


def place(reader):
    return reader.page.locator(".stage-foot p").last.inner_text().rsplit("· ", 1)[1]


def kept(reader):
    return json.loads(reader.page.evaluate("localStorage.getItem('halsodialog-presentation')"))


def opened(reader, content):
    """What is said of a file with this content; what was said before it is wiped, so that the answer is to this one."""
    status = reader.page.locator(".present-status")
    status.evaluate("(element) => { element.textContent = ''; }")
    reader.page.set_input_files("#present-file", {"name": "a.json", "mimeType": "application/json", "buffer": content})
    expect(status).not_to_be_empty()
    return status.inner_text()


def presentation(*slides, **more):
    return {"format": "halsodialog-presentation", "version": 1, "title": "Prov", "slides": list(slides), **more}


def slide(**more):
    return {"view": "/region/14", "picture": "message:findings", "heading": "H", "question": "", "notes": "", **more}
