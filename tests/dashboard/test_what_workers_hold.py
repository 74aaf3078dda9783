"""A worker holds nothing that would be missed: emptied of what it has kept, it answers as before; nothing grows."""

import io
import sys

import pytest

from dashboard import services as kept_views
from dashboard.i18n import words
from dashboard.pages.region import Ids
from tests.dashboard.asking import ROUTER, callback

OURS = ("dashboard", "indicators", "intake")
KEPT = type(words)
ASKED = (
    "/api/v1/scorecard/14",
    "/api/v1/signals/03",
    "/api/v1/indicators",
    "/export/region/14.json",
    "/export/region/14.csv",
    "/export/sida/jamfor/14.csv",
    "/dcat",
)
PAGES = ("/", "/region/14", "/indikator/daily-smoking", "/jamfor/12", "/variation", "/jamlikhet", "/data", "/om")
VIEW = f"..{Ids.VIEW}.data...{Ids.BRIEF}.children...{Ids.PEOPLE}.children...{Ids.STATUS}.children.."
PICKERS = ((Ids.SEX, "T"), (Ids.PERIOD, "newest"), (Ids.AREA, "all"), (Ids.SHOW, []))


def answers(client):
    """What is asked in every way there is, by what was asked."""
    found = {path: client.get(path) for path in ASKED}
    for path in PAGES:
        inputs = [("_pages_location", "pathname", path), ("_pages_location", "search", "")]
        found[f"page {path}"] = callback(client, ROUTER, inputs)
    base = {"code": "14", "lang": "sv", "dimension": ""}
    found["rows"] = callback(client, VIEW, [(i, "value", v) for i, v in PICKERS], [(Ids.BASE, "data", base)])
    client.post("/data/enheter/granska", data={"region": "14", "fil": (io.BytesIO(b"x"), "a.csv")})
    client.get("/finns-inte?a=1")
    return {name: (answer.status_code, answer.data) for name, answer in found.items()}


def modules():
    return [module for name, module in sys.modules.items() if name.split(".")[0] in OURS]


def caches():
    """Everything of ours that keeps what it has worked out, by name."""
    return {
        f"{module.__name__}.{name}": value
        for module in modules()
        for name, value in vars(module).items()
        if isinstance(value, KEPT) and value.__module__ == module.__name__
    }


def lengths():
    """How much every list, dictionary and set holds that belongs to a module of ours."""
    return {
        f"{module.__name__}.{name}": len(value)
        for module in modules()
        for name, value in vars(module).items()
        if isinstance(value, list | dict | set) and not name.startswith("__")
    }


@pytest.fixture
def warm(client):
    return answers(client)


def test_emptied_of_all_it_has_kept_a_worker_answers_as_before(client, warm):
    assert {name: status for name, (status, _) in warm.items() if status != 200} == {}
    found = caches()
    assert len(found) > 15
    for kept in found.values():
        kept.cache_clear()
    kept_views._TEXTS.clear()
    assert answers(client) == warm


def test_every_cache_has_a_bound_or_no_more_keys_than_the_program_has_parts(warm):
    bounds = {name: kept.cache_info() for name, kept in caches().items()}
    assert {name: info for name, info in bounds.items() if info.maxsize is None and info.currsize > 400} == {}


def test_nothing_else_grows_while_it_answers(client, warm):
    before = lengths()
    answers(client)
    assert {name: (before.get(name), n) for name, n in lengths().items() if before.get(name, n) != n} == {}
