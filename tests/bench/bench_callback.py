"""The region page's callback on the server, against the same page as 80 graphs of plotly.express."""

import itertools
import random
import statistics
import time

from dashboard.factory import create_app
from dashboard.pages.region import Ids
from dashboard.services import CACHED_VIEWS, Services
from indicators import FRAMEWORK, Pictures
from tests.bench import peers
from tests.bench.figures import Figure
from tests.dashboard.asking import body

ROUNDS, PEER_ROUNDS = 60, 5
PICKERS = (Ids.SEX, Ids.PERIOD, Ids.AREA, Ids.SHOW)


OUTPUTS = (f"{Ids.VIEW}.data", f"{Ids.BRIEF}.children", f"{Ids.PEOPLE}.children", f"{Ids.STATUS}.children")


def region_body(code, sex, period, area, show):
    """Return what the browser posts when a picker of the region page has changed."""
    asked = [(i, "value", value) for i, value in zip(PICKERS, (sex, period, area, show), strict=True)]
    base = (Ids.BASE, "data", {"code": code, "lang": "sv", "dimension": ""})
    return body(f"..{'...'.join(OUTPUTS)}..", asked, [base])


PEER_BODY = body("graphs.children", [("next", "n_clicks", 1)])


def _post(client, asked):
    """Post one callback as the browser does; return the processor's milliseconds, which other programs leave alone."""
    started = time.process_time()
    reply = client.post("/_dash-update-component", json=asked)
    taken = (time.process_time() - started) * 1000
    if reply.status_code != 200 or not reply.data:
        raise SystemExit(f"{asked['output']}: {reply.status_code}")
    return taken


def _ask(client, *question):
    return _post(client, region_body(*question))


def _filters(picture):
    """What a reader asks of the region on the screen: another sex, year, area, only these rows. No question twice."""
    areas = ["all", *[area.code for _, area in FRAMEWORK.areas]]
    questions = itertools.product(("T", "F", "M"), ("newest", *picture.edition.years[:1]), areas, ([], ["deviating"]))
    return [("14", *question) for question in random.Random(14).sample(list(questions), ROUNDS)]


def _regions(picture):
    """The first question about each region and sex: every row must be made."""
    return [(code, sex, "newest", "all", []) for sex in "TFM" for code in picture.areas.region_codes]


def measure():
    client, services = create_app().server.test_client(), Services(Pictures())
    filtered = [_ask(client, *question) for question in _filters(services.pictures.current())]
    first = [_ask(client, *question) for question in _regions(services.pictures.current())]
    again = [_ask(client, *question) for question in _regions(services.pictures.current())[-CACHED_VIEWS // 2 :]]
    lines = peers.series(services, "14", "T")
    graphs = peers.page(lambda _: peers.with_plotly_express(lines)).server.test_client()
    theirs = [_post(graphs, PEER_BODY) for _ in range(PEER_ROUNDS + 1)][1:]
    slow = statistics.median(theirs)
    return [
        Figure("region callback, another filter", statistics.median(filtered), slow, most=5, times_faster=20),
        Figure("region callback, asked before", statistics.median(again), slow, most=5, times_faster=20),
        Figure("region callback, first of a region", statistics.median(first), slow, times_faster=20),
    ]
