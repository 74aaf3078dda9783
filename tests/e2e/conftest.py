"""The running program in a real Chromium. A console error, failed script or request to another host fails the test."""

import shutil
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from dashboard.factory import page_modules
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
NOWHERE = "/finns-inte"
# How long a loaded machine is given. What is wrong is wrong after it too, so only a failing test waits so long.
SETTLES_WITHIN = 30
expect.set_options(timeout=SETTLES_WITHIN * 1000)

SEEN = (HERE / "seen.js").read_text(encoding="utf-8")
TOO_WIDE = """() => {
  if (document.documentElement.scrollWidth <= document.documentElement.clientWidth) return [];
  const over = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1);
  return over.slice(0, 5).map((e) => `${e.localName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`);
}"""
VISIBLE = "(parts) => parts.filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80))"
HIDDEN = "(parts) => parts.filter((e) => !e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80))"
IS_SETTLED = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(
  document.getElementById('main') !== null && document.querySelector('.loading-state') === null
    && !window.halsodialog.arrival.pending()))))"""


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


class Reader:
    """Someone at the screen: opens addresses, waits until a view is whole, and notes everything that goes wrong."""

    def __init__(self, context, address):
        self.address, self.faults = address, []
        self.nowhere, self._under_way = set(), set()
        self.page = context.new_page()
        self.page.set_default_timeout(SETTLES_WITHIN * 1000)
        self._watch()

    def _watch(self):
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(f"script failed: {error}"))
        self.page.on("request", self._asked)
        self.page.on("requestfinished", self._answered)
        self.page.on("requestfailed", self._answered)

    def _said(self, message):
        # The browser reports a document that is not found; that is what an address that leads nowhere must give.
        if message.type in ("error", "warning") and message.location["url"] not in self.nowhere:
            self.faults.append(f"console {message.type}: {message.text}")

    def _asked(self, request):
        self._under_way.add(request)
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"request to another host: {request.url}")

    def _answered(self, request):
        self._under_way.discard(request)

    def open(self, path, status=None):
        status = status or (404 if path.startswith(NOWHERE) else 200)
        if status == 404:
            self.nowhere.add(self.address + path)
        response = self.page.goto(self.address + path)
        assert response.status == status, f"{path} answered {response.status}"
        return self.settled()

    def settled(self):
        """Wait until nothing is under way and nothing says that it is loading."""
        end = time.monotonic() + SETTLES_WITHIN
        while time.monotonic() < end:
            if not self._under_way and self.page.evaluate(IS_SETTLED) and not self._under_way:
                return self
            self.page.wait_for_timeout(15)
        raise AssertionError(f"{self.page.url} did not come to rest within {SETTLES_WITHIN} s")

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def tab_to(self, selector, most=80):
        """Press Tab until the focus is on what the selector finds."""
        for _ in range(most):
            self.press("Tab")
            if self.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return self
        raise AssertionError(f"{selector} was not reached by {most} presses of Tab")

    def back(self):
        self.page.evaluate("history.back()")
        return self._stepped()

    def forward(self):
        self.page.evaluate("history.forward()")
        return self._stepped()

    def _stepped(self):
        # The step itself is a task of the browser's: give it its turn before asking whether all is at rest.
        self.page.wait_for_timeout(60)
        return self.settled()

    def at(self, path):
        expect(self.page).to_have_url(self.address + path)
        return self

    def rows(self):
        return self.page.locator("tr.row").evaluate_all("(rows) => rows.map((row) => row.id.replace('row-', ''))")

    def focus(self):
        """The focused element: its tag and a way to know it by."""
        return self.page.evaluate(
            "() => { const e = document.activeElement; return e.localName + (e.id ? '#' + e.id : ''); }"
        )

    def too_wide(self):
        """What makes the page scroll sideways."""
        return self.page.evaluate(TOO_WIDE)

    def tree(self):
        """The accessibility tree as the browser gives it to a screen reader: pairs of role and name."""
        session = self.page.context.new_cdp_session(self.page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        session.detach()
        shown = [node for node in nodes if not node.get("ignored")]
        return [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in shown]

    def picker(self, label):
        return self.page.locator(".filters").get_by_label(label, exact=True)

    def filters(self):
        """What each picker that stands in the address shows, by its parameter."""
        return self.page.evaluate("""() => Object.fromEntries([...document.querySelectorAll('[data-param]')].map((p) =>
            [p.dataset.param, [...p.querySelectorAll('select, input:checked')].map((one) => one.value).join('+')]))""")


def guests(browser, address):
    """Make a reader with a screen of its own; when it leaves it may not have met a fault."""

    @contextmanager
    def guest(width=1280, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, locale="sv-SE", **options)
        reader = Reader(context, address)
        try:
            yield reader
        finally:
            context.close()
        assert not reader.faults, "\n".join(reader.faults)

    return guest


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
def look(guest_of):
    """What one page holds in one language: looked at once, asked about by many tests."""
    seen = {}

    def at(place, language):
        if (place, language) not in seen:
            with guest_of(320, 640) as guest:
                seen[place, language] = _looked(guest.open(f"{place}?lang={language}"))
        return seen[place, language]

    return at


@pytest.fixture(params=["sv", "en"])
def seen(request, place, look):
    return look(place, request.param) | {"language": request.param}
