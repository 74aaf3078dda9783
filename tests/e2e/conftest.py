"""The running program in a real Chromium. A console error, failed script or request to another host fails the test."""

import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.e2e.places import places
from tests.e2e.reader import guests
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


def chromium():
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for path in map(shutil.which, names) if path), None)


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
