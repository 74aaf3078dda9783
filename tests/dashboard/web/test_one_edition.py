"""An edition is swapped while answers are made: every answer is of the one or of the other, never of both."""

import itertools
import json
import threading
from contextlib import contextmanager

import dash
import pytest

from dashboard.factory import create_app
from dashboard.pages.region import Ids
from dashboard.settings import Settings
from indicators import Library, Pictures
from tests.dashboard.asking import ROUTER, callback
from tests.dashboard.stores import BEDS, NEW, OLD, SKANE, later_store
from tests.tiers import at_night

PAGES = ("/", f"/region/{SKANE}", f"/indikator/{BEDS}", "/jamfor/12", "/data/utgavor")
FILES = (f"/api/v1/scorecard/{SKANE}", f"/api/v1/signals/{SKANE}", f"/export/region/{SKANE}.json", "/dcat")
VIEW = f"..{Ids.VIEW}.data...{Ids.BRIEF}.children...{Ids.PEOPLE}.children...{Ids.STATUS}.children.."
# How often each asks, and how many ask at once.
ROUNDS = pytest.mark.parametrize("rounds", [1, *at_night(2)])
LOAD = pytest.mark.parametrize(("rounds", "threads"), [(1, 2), *at_night((2, 3))])


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return later_store(tmp_path_factory.mktemp("data"), kept=False)


@pytest.fixture(scope="module")
def server(data):
    pages = dict(dash.page_registry)
    yield create_app(Settings(data=data, address="http://localhost")).server
    dash.page_registry.clear()
    dash.page_registry.update(pages)


def point(data, number):
    (data.editions / "next.json").write_text(json.dumps({"number": number}))
    (data.editions / "next.json").replace(data.editions / "current.json")


def page(client, path):
    return callback(client, ROUTER, [("_pages_location", "pathname", path), ("_pages_location", "search", "")])


def rows(client, shown):
    """What the region page's pickers ask, of a page drawn from one edition, or of one that says nothing of it."""
    pickers = ((Ids.SEX, "T"), (Ids.PERIOD, "newest"), (Ids.AREA, "all"), (Ids.SHOW, []))
    base = {"code": SKANE, "lang": "sv", "dimension": "", **({"shown": shown} if shown else {})}
    return callback(client, VIEW, [(i, "value", value) for i, value in pickers], [(Ids.BASE, "data", base)])


def answers(client):
    """Every answer's bytes by what was asked. The error page of a broken view would be the same twice: none may be."""
    asked = {path: page(client, path) for path in PAGES}
    asked |= {path: client.get(path) for path in FILES}
    asked |= {f"rows {shown}": rows(client, shown) for shown in ("", OLD, NEW)}
    assert {name: answer.status_code for name, answer in asked.items() if answer.status_code != 200} == {}
    return {name: answer.data for name, answer in asked.items()}


@pytest.fixture(scope="module")
def known(server, data):
    """What is answered in peace while the one edition is current, and while the other is."""
    found = {}
    for number in (OLD, NEW):
        point(data, number)
        found[number] = answers(server.test_client())
    return found


def test_the_two_editions_answer_differently(known):
    alike = [name for name in known[OLD] if known[OLD][name] == known[NEW][name]]
    assert alike == []


@ROUNDS
def test_an_answer_is_of_one_edition_though_the_pointer_moves_at_every_look(server, known, monkeypatch, rounds):
    turns = itertools.cycle((OLD, NEW))
    monkeypatch.setattr(Library, "pointed_at", lambda _: next(turns))
    seen = {}
    for _ in range(rounds):
        for name, body in answers(server.test_client()).items():
            seen.setdefault(name, []).append(body)
    mixed = {n: len(b) for n, bodies in seen.items() for b in bodies if b not in (known[OLD][n], known[NEW][n])}
    assert mixed == {}


@contextmanager
def swapping(data):
    """The pointer goes to and fro meanwhile, as fast as editions can be opened."""
    done = threading.Event()

    def swap():
        for number in itertools.cycle((NEW, OLD)):
            if done.wait(0.2):
                return
            point(data, number)

    thread = threading.Thread(target=swap)
    thread.start()
    yield
    done.set()
    thread.join()


@LOAD
def test_answers_under_load_are_of_one_edition(server, data, known, rounds, threads):
    given = []

    def ask():
        client = server.test_client()
        given.extend(pair for _ in range(rounds) for pair in answers(client).items())

    asking = [threading.Thread(target=ask) for _ in range(threads)]
    with swapping(data):
        for thread in asking:
            thread.start()
        for thread in asking:
            thread.join()
    assert [name for name, body in given if body not in (known[OLD][name], known[NEW][name])] == []
    assert len(given) == threads * rounds * len(known[OLD])


def test_a_picture_that_is_held_stays_and_is_let_go(data):
    point(data, OLD)
    pictures = Pictures(Settings(data=data).library)
    with pictures.held() as first:
        point(data, NEW)
        assert pictures.current() is first
        with pictures.held() as second:
            assert second is first
        assert pictures.current() is first
        elsewhere = []
        other = threading.Thread(target=lambda: elsewhere.append(pictures.current()))
        other.start()
        other.join()
        assert elsewhere[0].edition.number == NEW
    assert pictures.current().edition.number == NEW
