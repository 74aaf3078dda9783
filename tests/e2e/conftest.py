"""The running program in a real Chromium. A console error, failed script or request to another host fails the test."""

import json
import os
import shutil
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import sync_playwright

from dashboard.factory import page_modules
from tests.e2e.reader import NOWHERE, guests
from tests.e2e.serving import serving

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# The first two draw a page of their own for each new window, though no window is shown: half the time it takes to open
# one. The rest are what Playwright leaves out, which a list of ours replaces.
LEFT_OUT = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter",
    "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)  # fmt: skip
FLAGS = (
    f"--disable-features={','.join(LEFT_OUT)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SKIPPED = (
    "BROWSER TESTS SKIPPED: no Chromium was found, so nothing was walked in a real browser. "
    "Debian, Ubuntu: apt-get install chromium. Then run the tests again."
)
# Where a page takes a code, these are walked (of dimensions the fullest and the emptiest); a page that is not named
# here is walked at its own example.
CODES = {"dimension": ("service-quality", "equal-care"), "region": ("14", "09"), "indicator": ("daily-smoking", "beds")}
SEEN = (HERE / "seen.js").read_text(encoding="utf-8")
VISIBLE = "(parts) => parts.filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80))"
HIDDEN = "(parts) => parts.filter((e) => !e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80))"


def chromium():
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for path in map(shutil.which, names) if path), None)


def places():
    """Every page of the program, found as the program finds them, and an address that leads nowhere."""
    found = []
    for module in page_modules():
        page = module.PAGE
        found.append(page.path)
        if page.knows is not None:
            found += [f"{page.path}/{code}" for code in CODES.get(page.name, (page.example,))]
    return [*found, NOWHERE]


def pytest_generate_tests(metafunc):
    if "place" in metafunc.fixturenames:
        metafunc.parametrize("place", places())


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if chromium() is None:
                item.add_marker(pytest.mark.skip(reason=SKIPPED))


def pytest_terminal_summary(terminalreporter):
    skipped = terminalreporter.stats.get("skipped", [])
    if any(SKIPPED in str(report.longrepr) for report in skipped):
        terminalreporter.section("no browser", red=True, bold=True)
        terminalreporter.write_line(SKIPPED, red=True, bold=True)


@pytest.fixture(scope="session")
def address():
    with serving() as found:
        yield found


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def guest_of(browser, address):
    return guests(browser, address)


@pytest.fixture
def reader_of(guest_of):
    """Make readers that stay until the test ends."""
    with ExitStack() as guests:
        yield lambda *size, **options: guests.enter_context(guest_of(*size, **options))


@pytest.fixture
def reader(reader_of):
    return reader_of()


def _looked(guest):
    """What stands on an open page: on a phone, on a screen, and on paper."""
    found = {"too_wide": guest.too_wide()}
    guest.page.set_viewport_size({"width": 1280, "height": 900})
    found |= guest.settled().page.evaluate(SEEN) | {"tree": guest.tree()}
    guest.page.emulate_media(media="print")
    for_screen = guest.page.locator(".site-nav, .site-tools, .skip-link, .filters, .tabs")
    found["printed_though_for_the_screen"] = for_screen.evaluate_all(VISIBLE)
    found["lost_in_print"] = guest.page.locator("h1, tr.row, .source-line").evaluate_all(HIDDEN)
    return found


@pytest.fixture(scope="session")
def look(guest_of, tmp_path_factory):
    """What one page holds in one language: looked at once, by whichever process is first, asked about by many tests."""
    kept = tmp_path_factory.getbasetemp()
    # The processes of one run have their folders side by side.
    kept = (kept.parent if "PYTEST_XDIST_WORKER" in os.environ else kept) / "looked"
    kept.mkdir(exist_ok=True)

    def at(place, language):
        file = kept / f"{quote(place, safe='')}-{language}.json"
        if not file.exists():
            with guest_of(320, 640) as guest:
                found = _looked(guest.open(f"{place}?lang={language}"))
            whole = file.with_suffix(f".{os.getpid()}")
            whole.write_text(json.dumps(found), encoding="utf-8")
            whole.replace(file)
        return json.loads(file.read_text(encoding="utf-8"))

    return at


@pytest.fixture(params=["sv", "en"])
def seen(request, place, look):
    return look(place, request.param) | {"language": request.param}
