"""The region page in the browser, from a click on a filter to the last change of the page, against 80 graphs."""

import shutil
import statistics
import threading
from contextlib import contextmanager

from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from dashboard.factory import create_app
from dashboard.services import Services
from indicators import Pictures
from tests.bench import peers
from tests.bench.figures import Figure

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
QUIET_MS, PEER_QUIET_MS = 400, 2500
# Each click asks what has not been asked before, so that no answer is ready.
CLICKS = [f"#region-sex input[value={sex}]" for sex in "FMTFMTFMTFM"]
LAST_CHANGE = """([selector, quiet]) => new Promise((done) => {
  let last = 0;
  const watch = new MutationObserver(() => { last = performance.now(); });
  watch.observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
  const started = performance.now();
  document.querySelector(selector).click();
  const timer = setInterval(() => {
    if (!last || performance.now() - Math.max(last, started) < quiet) return;
    clearInterval(timer);
    watch.disconnect();
    done(last - started);
  }, 20);
})"""


@contextmanager
def served(app):
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()


def _ours(page, address):
    taken = []
    for code in ("14", "01"):
        page.goto(f"{address}/region/{code}")
        page.wait_for_selector("tr.row")
        page.wait_for_timeout(500)
        taken += [page.evaluate(LAST_CHANGE, [click, QUIET_MS]) for click in CLICKS[: 3 if code == "14" else 2]]
        for period in ("2024", "2023", "2022"):
            page.locator("#region-period").select_option(period)
            page.wait_for_timeout(800)
            taken += [page.evaluate(LAST_CHANGE, [click, QUIET_MS]) for click in CLICKS[:2]]
    return taken


def _graphs(page, address):
    page.goto(address)
    page.wait_for_function(f"document.querySelectorAll('.js-plotly-plot .main-svg').length >= {peers.GRAPHS}")
    page.wait_for_timeout(2000)
    return [page.evaluate(LAST_CHANGE, ["#next", PEER_QUIET_MS]) for _ in range(9)]


def chromium():
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for path in map(shutil.which, names) if path), None)


def measure():
    if chromium() is None:
        print("browser: not measured, no Chromium was found (Debian: apt-get install chromium)")
        return []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        with served(create_app()) as address:
            ours = _ours(browser.new_page(viewport={"width": 1280, "height": 900}), address)
        with served(peers.graph_page(Services(Pictures()))) as address:
            theirs = _graphs(browser.new_page(viewport={"width": 1280, "height": 900}), address)
        browser.close()
    medians = statistics.median(ours), statistics.median(theirs)
    return [Figure("region page settled after a filter", *medians, most=100, times_faster=10)]
