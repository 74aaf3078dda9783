"""The open interface: the contract others rely on, and what it refuses."""

import json

import pytest

from dashboard.i18n import words
from indicators import NATION
from tests.dashboard.asking import page, props
from tests.tiers import at_night

NUMBER, TEXT = (int, float), (str,)
NONE = (type(None),)
# The contract of GET /api/v1/scorecard/<area>, field by field.
ROW = {
    "indicator": TEXT,
    "dimension": TEXT,
    "area": TEXT,
    "name": TEXT,
    "unit": TEXT,
    "period": TEXT,
    "value": NUMBER + NONE,
    "value_text": TEXT,
    "direction": TEXT,
    "target": (dict,),
    "position": TEXT,
    "trend": (dict,),
    "nation": NUMBER + NONE,
    "regions": (list,),
    "inside": (dict,),
    "international": (dict,),
    "source": TEXT,
    "derived": (bool,),
}
INNER = {
    "target": {
        "value": NUMBER + NONE,
        "operator": TEXT + NONE,
        "kind": TEXT + NONE,
        "status": TEXT + NONE,
        "verdict": TEXT,
    },
    "trend": {"verdict": TEXT, "points": (list,)},
    "inside": {**dict.fromkeys(("min", "q1", "median", "q3", "max"), NUMBER + NONE), "n": (int,)},
    "international": {"value": NUMBER + NONE, "label": TEXT, "year": TEXT + NONE, "grade": TEXT},
}
SCORECARD = "/api/v1/scorecard"


def faults(row):
    """Return the fields of the contract that a row lacks or has in another type."""
    wrong = [name for name, types in ROW.items() if not isinstance(row.get(name, ...), types)]
    for outer, fields in INNER.items():
        inner = row[outer]
        wrong += [f"{outer}.{name}" for name, types in fields.items() if not isinstance(inner.get(name, ...), types)]
    return wrong


@pytest.mark.parametrize(
    ("lang", "sex"), [("sv", "T"), ("en", "F"), *at_night(("en", "T"), ("sv", "F"), ("sv", "M"), ("en", "M"))]
)
def test_every_area_gives_the_fields_of_the_contract(lang, sex, client, picture):
    for area in (NATION, *picture.areas.region_codes):
        answer = client.get(f"{SCORECARD}/{area}?lang={lang}&sex={sex}")
        assert (answer.status_code, answer.mimetype) == (200, "application/json")
        view = answer.get_json()
        assert (view["edition"], view["area"], view["lang"], view["sex"]) == (picture.edition.number, area, lang, sex)
        assert view["rows"]
        for row in view["rows"]:
            assert faults(row) == [], row["indicator"]
            for point in row["trend"]["points"]:
                assert set(point) >= {"period", "value"}
            for mark in row["regions"]:
                assert mark["code"] in picture.areas.region_codes
                assert isinstance(mark["value"], NUMBER)
            five = [row["inside"][name] for name in ("min", "q1", "median", "q3", "max")]
            assert five == [None] * 5 if row["inside"]["n"] == 0 else five == sorted(five)


def test_the_interface_gives_the_same_bytes_as_the_page(client):
    for address, query in (("14", ""), ("09", "lang=en"), ("01", "lang=en&sex=F&period=2022")):
        store = props(page(client, f"/region/{address}", f"?{query}"), "region-view")["data"]
        assert client.get(f"{SCORECARD}/{address}?{query}").get_data(as_text=True) == store


def test_a_value_is_the_editions_own(client, picture):
    rows = {row["indicator"]: row for row in client.get(f"{SCORECARD}/14").get_json()["rows"]}
    for indicator, row in rows.items():
        stored = picture.scorecard().row(row["series"], "T", "14")
        assert (row["value"], row["period"]) == (stored.value, stored.period or ""), indicator


def test_an_earlier_period_looks_no_further(client, picture):
    for year in picture.edition.years:
        view = client.get(f"{SCORECARD}/14?period={year}").get_json()
        assert view["period"] == year
        assert max(row["period"][:4] for row in view["rows"]) <= year


@pytest.mark.parametrize("area", ["99", "0114", "riket", "1", "14 ", "%3Cb%3E", "x" * 500])
def test_an_unknown_area_is_refused_in_both_languages(area, client):
    answer = client.get(f"{SCORECARD}/{area}")
    assert (answer.status_code, answer.mimetype) == (404, "application/json")
    message = answer.get_json()["message"]
    assert message["sv"].startswith("Okänt område")
    assert message["en"].startswith("Unknown area")


@pytest.mark.parametrize("path", [f"{SCORECARD}/14", "/api/v1/indicators"])
@pytest.mark.parametrize(("query", "told"), [("lang=fi", "fi"), ("colour=red", "colour"), ("lang=%00", "lang")])
def test_a_bad_parameter_is_refused_in_both_languages(path, query, told, client):
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 400
    message = answer.get_json()["message"]
    assert set(message) == {"sv", "en"}
    assert all(told in text for text in message.values())
    assert message["sv"] != message["en"]


@pytest.mark.parametrize("query", ["sex=X", "period=1984", "period=2024-05", "area=mortality"])
def test_what_only_the_page_or_nobody_knows_is_refused(query, client):
    assert client.get(f"{SCORECARD}/14?{query}").status_code == 400


def test_the_refusal_says_what_is_allowed(client, picture):
    message = client.get(f"{SCORECARD}/14?period=1984").get_json()["message"]
    assert all(year in text for text in message.values() for year in picture.edition.years)


def test_an_empty_parameter_is_the_default(client):
    assert client.get(f"{SCORECARD}/14?sex=&period=&lang=").data == client.get(f"{SCORECARD}/14").data


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_catalogue_tells_of_every_definition(lang, client, picture):
    view = client.get(f"/api/v1/indicators?lang={lang}").get_json()
    assert view["edition"] == picture.edition.number
    assert [entry["indicator"] for entry in view["indicators"]] == [d.id for d in picture.catalogue.definitions]
    for entry in view["indicators"]:
        own = picture.catalogue.by_id[entry["indicator"]]
        assert entry["name"] == own.name.in_(lang)
        assert entry["direction_text"] == words(lang)(f"direction.{own.direction}")
        assert entry["weight"] in (None, 0, 1, 2, 3)
        assert list(entry["criteria"]) == ["measurable", "valid", "relevant", "interpretable", "actionable"]
        assert all(text for text in (*entry["criteria"].values(), entry["measures"], entry["source"], entry["period"]))
        assert entry["twin_of"] == (own.twin.of if own.twin else None)


def test_the_answer_is_json_that_any_reader_can_read(client):
    text = client.get(f"{SCORECARD}/14").get_data(as_text=True)

    def refuse(name):
        raise AssertionError(f"{name} is not JSON")

    assert json.loads(text, parse_constant=refuse)["area"] == "14"


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v2/indicators", "/api"])
def test_an_address_the_interface_does_not_have_is_404(path, client):
    assert client.get(path).status_code == 404


FLAG = (bool,)
SIGNAL = {
    "group": TEXT,
    "kind": TEXT,
    "theme": TEXT,
    "theme_name": TEXT,
    "indicator": TEXT,
    "series": TEXT,
    "area": TEXT,
    "focus_rank": (int, *NONE),
    "with": FLAG,
    "period": TEXT,
    "value": NUMBER,
    "previous": (dict, *NONE),
    "companions": (list,),
    "change": (dict, *NONE),
    "facts": (dict,),
    "points": NUMBER + NONE,
    "factors": (dict, *NONE),
    "yardsticks": (dict,),
    "sure": (dict,),
    "why": TEXT,
    "objections": (list,),
    "sentence": TEXT,
}
SUBJECT = {
    "theme": TEXT,
    "name": TEXT,
    "basis": TEXT,
    "rank": (int,),
    "points": NUMBER + NONE,
    "counts": (dict,),
    "indicators": (list,),
    "objections": (list,),
    "why": TEXT,
    "sentence": TEXT,
    "with": (dict, *NONE),
}
OF_REGION = ("focus", "shared", "check", "improving", "strengths", "other")
OF_NATION = ("rights", "goals", "worsening", "improving", "check", "spread")


def wrong(found, contract):
    """Return the fields that lack, are too many, or have another type than the contract’s."""
    other = set(found) ^ set(contract)
    return [*other, *(name for name in set(found) - other if not isinstance(found[name], contract[name]))]


@pytest.mark.parametrize("asked", ["", "?lang=en&sex=F", "?period=2023"])
def test_every_area_gives_its_signals(asked, client, picture):
    for area in (NATION, *picture.areas.region_codes):
        answer = client.get(f"/api/v1/signals/{area}{asked}")
        assert (answer.status_code, answer.mimetype) == (200, "application/json")
        found = answer.get_json()
        assert (found["area"], found["edition"]) == (area, picture.edition.number)
        assert found["method"]["sentence"]
        groups = OF_NATION if area == NATION else OF_REGION
        assert {signal["group"] for signal in found["signals"]} <= set(groups)
        for signal in found["signals"]:
            assert wrong(signal, SIGNAL) == []
            assert signal["indicator"] in picture.catalogue.by_id or signal["kind"] == "rights"
            assert set(signal["yardsticks"]) == {"nation", "nation_is_middle", "best_quarter", "target", "peers"}


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_subjects_stand_in_order_with_their_signals(lang, client, picture):
    for area in picture.areas.region_codes:
        found = client.get(f"/api/v1/signals/{area}?lang={lang}").get_json()
        assert [subject["rank"] for subject in found["focus"]] == list(range(1, len(found["focus"]) + 1))
        for group in ("focus", "shared"):
            subjects = [part for subject in found[group] for part in (subject, subject["with"]) if part]
            assert [wrong(subject, SUBJECT) for subject in subjects] == [[]] * len(subjects)
            told = [signal["indicator"] for signal in found["signals"] if signal["group"] == group]
            assert told == [indicator for subject in subjects for indicator in subject["indicators"]], area


def test_no_level_is_given_for_a_statutory_right(client, picture):
    levels = [
        signal["yardsticks"]["target"]
        for area in picture.areas.region_codes
        for signal in client.get(f"/api/v1/signals/{area}").get_json()["signals"]
    ]
    rights = [level for level in levels if level and level["kind"] == "statutory"]
    assert rights
    assert {level["value"] for level in rights} == {None}


def test_signals_refuse_what_they_do_not_know(client):
    assert client.get("/api/v1/signals/99").status_code == 404
    assert client.get("/api/v1/signals/1401").status_code == 404
    assert client.get("/api/v1/signals/14?sex=X").status_code == 400
    assert client.get("/api/v1/signals/14?order=rank").status_code == 400
