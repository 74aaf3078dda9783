"""What may ask for a callback: recorded bodies do, spoiled ones get our 400; every control of every page is known."""

import pytest

from dashboard import services as served
from dashboard.factory import page_modules
from dashboard.page import controls_of
from dashboard.web.guard.callbacks import signatures
from dashboard.web.guard.offered import offered
from tests.dashboard.asking import page, parts
from tests.dashboard.web.guard.fuzzing import UPDATE, fuzz
from tests.dashboard.web.guard.mutations import outputs, recorded

PAGES = [module.PAGE for module in page_modules()]
CONTROLS = controls_of(PAGES)
BODIES = recorded()
CHOICES = ("Select", "RadioItems", "Checklist")


@pytest.fixture(scope="module")
def known(app):
    return signatures(app.callback_map)


def places_of(known):
    return {f"{control}.{prop}" for item in known.values() for control, prop in (*item.inputs, *item.state)}


def test_every_control_that_a_callback_reads_has_its_rule_and_no_rule_is_left_over(known):
    assert places_of(known) == set(CONTROLS), "a new callback or control: say in the page's `controls` what it may hold"


def test_a_callback_was_recorded_of_every_kind_but_what_two_pages_share(known):
    missing = set(known) - {body["output"] for body in BODIES}
    assert {output.split("-")[0].strip(".") for output in missing} <= {"overview"}


def test_the_outputs_are_those_that_dash_itself_tells_the_browser(known, client):
    told = {item["output"] for item in client.get("/_dash-dependencies").get_json() if not item["clientside_function"]}
    assert told == set(known)
    assert all(item.outputs == outputs(output) for output, item in known.items())


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body["output"][:30])
def test_what_browsers_have_asked_is_answered(body, client):
    assert client.post(UPDATE, json=body).status_code == 200


@pytest.mark.parametrize("found", PAGES, ids=lambda found: found.name)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_choice_a_page_offers_is_one_its_control_can_hold(found, lang, client, picture):
    path = f"{found.path}/{found.example}" if found.knows else found.path
    seen = 0
    for part in parts(page(client, path, f"?lang={lang}")):
        props = part["props"]
        rule = CONTROLS.get(f"{props.get('id')}.value")
        if part["type"] in CHOICES and rule:
            seen += 1
            for choice in props["options"]:
                value = [choice["value"]] if part["type"] == "Checklist" else choice["value"]
                assert rule(value, offered(picture)), (props["id"], value)
        kept = CONTROLS.get(f"{props.get('id')}.data")
        assert kept is None or kept(props["data"], offered(picture)), props["id"]
    assert seen or not any(name.startswith(f"{found.name}-") for name in CONTROLS)


WRONG = [None, 1, 1.5, True, "nothing of ours", ["nothing of ours"], {"a": "b"}, [["14"]], "x" * 9_000, "\ud800", -1]


@pytest.mark.parametrize("name", sorted(CONTROLS))
def test_every_rule_refuses_what_its_control_cannot_hold(name, picture):
    refused = [value for value in WRONG if not CONTROLS[name](value, offered(picture))]
    # A field may be empty, hold any words, or count clicks; everything else on the list is nobody's.
    assert len(refused) >= len(WRONG) - 2, [value for value in WRONG if value not in refused]


def spoiled(**change):
    return {**next(body for body in BODIES if body["output"].startswith("..region-view")), **change}


REGION = spoiled()
SPOILED = {
    "another output": {"output": "..nowhere.children.."},
    "an output of a script": {"output": "region-rows-drawn.data"},
    "outputs of another callback": {"outputs": outputs("..data-coverage.data...data-tables.data..")},
    "an input left out": {"inputs": REGION["inputs"][1:]},
    "inputs in another order": {"inputs": REGION["inputs"][::-1]},
    "another input's id": {"inputs": [{**REGION["inputs"][0], "id": "nowhere"}, *REGION["inputs"][1:]]},
    "a key of no use": {"extra": 1},
    "a change of what is no input": {"changedPropIds": ["region-base.data"]},
    "no state": {"state": []},
    "state that is altered": {"state": [{**REGION["state"][0], "value": {"code": "../14"}}]},
}


@pytest.mark.parametrize("change", SPOILED.values(), ids=SPOILED)
def test_a_body_that_no_page_sends_is_refused_in_our_words(change, client):
    answer = client.post(UPDATE, json=spoiled(**change))
    assert answer.status_code == 400
    assert answer.get_json()["message"]["en"].startswith("The page asked for something that does not exist")
    assert answer.get_json()["id"] == answer.headers["X-Request-Id"]


def test_a_page_drawn_from_an_older_edition_may_still_ask(client, picture):
    base = {**REGION["state"][0]["value"], "shown": "1999-01"}
    body = spoiled(state=[{**REGION["state"][0], "value": base}])
    assert client.post(UPDATE, json=body).status_code == 200


def test_a_thousand_spoiled_bodies_get_no_failure_no_reflection_and_leave_nothing_behind(client):
    statuses, faults = fuzz(client, 1_000, seed=6)
    assert faults == []
    assert statuses[400] > 500, statuses
    assert statuses[200] > 20, "some changes are harmless: the guard lets them through"
    for kept in (served._made, served._as_json):
        assert kept.cache_info().currsize <= kept.cache_info().maxsize
    assert offered.cache_info().currsize <= 3
