"""A reader of the running program, with what they can do and what they notice."""

import time
from contextlib import contextmanager

from playwright.sync_api import expect

NOWHERE = "/finns-inte"
# How long a loaded machine is given. What is wrong is wrong after it too, so only a failing test waits so long.
SETTLES_WITHIN = 30
FOLLOWS_WITHIN = 5
# So often a context is lent: what its pages leave in the browser's memory grows, and only slowly goes.
LENT_AT_MOST = 20
expect.set_options(timeout=SETTLES_WITHIN * 1000)

TOO_WIDE = """() => {
  if (document.documentElement.scrollWidth <= document.documentElement.clientWidth) return [];
  const over = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1);
  return over.slice(0, 5).map((e) => `${e.localName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`);
}"""
IS_SETTLED = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(
  document.getElementById('main') !== null && document.querySelector('.loading-state') === null
    && ![...document.querySelectorAll('.dash-graph--pending')].some((e) => e.checkVisibility())
    && !window.halsodialog.arrival.pending()))))"""


class Reader:
    """Someone at the screen: opens addresses, waits until a view is whole, and notes everything that goes wrong."""

    def __init__(self, page, address):
        self.page, self.address, self.faults = page, address, []
        self.nowhere, self._under_way = set(), set()
        # Parts of what the console may say, where a test brings about what it speaks of.
        self.expected = ()
        self._heard = []
        self.page.set_default_timeout(SETTLES_WITHIN * 1000)
        self._watch()

    def _watch(self):
        self.hear("console", self._said)
        self.hear("pageerror", lambda error: self.faults.append(f"script failed: {error}"))
        self.hear("request", self._asked)
        self.hear("requestfinished", self._answered)
        self.hear("requestfailed", self._answered)

    def hear(self, event, told):
        """Be told of an event of the page until this reader leaves it."""
        self.page.on(event, told)
        self._heard.append((event, told))

    def leave(self):
        for event, told in self._heard:
            self.page.remove_listener(event, told)

    def _said(self, message):
        # The browser reports a document that is not found; that is what an address that leads nowhere must give.
        is_expected = message.location["url"] in self.nowhere or any(part in message.text for part in self.expected)
        if message.type in ("error", "warning") and not is_expected:
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
        """What makes the page scroll sideways, once the charts have followed the window."""
        end = time.monotonic() + FOLLOWS_WITHIN
        while (found := self.page.evaluate(TOO_WIDE)) and time.monotonic() < end:
            self.page.wait_for_timeout(100)
        return found

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


def _entered(room):
    """The page that stays in a context, which is the first it ever had."""
    return room.pages[0] if room.pages else room.new_page()


def _alone(room):
    page = _entered(room)
    for other in room.pages[1:]:
        other.close()
    page.unroute_all()
    room.unroute_all()
    room.set_offline(False)
    return page


def _left(room, address):
    """Make a context as it was before anyone used it, but for what the browser keeps of the program's scripts.

    It waits at a bare text of the same site: at a blank page the browser would forget the scripts.
    """
    page = _alone(room)
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
    page.mouse.move(0, 0)
    page.goto(f"{address}/healthz")
    page.evaluate("() => sessionStorage.clear()")
    room.clear_cookies()
    session = room.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": "all"})
    session.send("Page.resetNavigationHistory")
    session.detach()


def guests(browser, address):
    """Make a reader with a screen of its own; when it leaves it may not have met a fault.

    A context that a reader has left is lent to the next one, with its page: to fetch and compile every script anew
    takes longer than most tests. A reader with a device of another kind gets a context that nobody else has.
    """
    free = []

    @contextmanager
    def guest(width=1280, height=900, **options):
        kept = bool(free) and not options
        room, times = free.pop() if kept else (browser.new_context(locale="sv-SE", **options), 1)
        reader = Reader(_entered(room), address)
        reader.page.set_viewport_size({"width": width, "height": height})
        try:
            yield reader
        finally:
            reader.leave()
            if options or times == LENT_AT_MOST:
                room.close()
            else:
                _left(room, address)
                free.append((room, times + 1))
        assert not reader.faults, "\n".join(reader.faults)

    return guest
