"""The replicas answer by the contract, also where no source of ours asks."""

import http.client
import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from intake.sources import SITES
from tests.replicas import FAULTS, PUBLISHERS, Fault, serve

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def replicas():
    with serve() as every:
        yield every


def ask(server, target, method="GET", body=None):
    connection = http.client.HTTPConnection(*server.server_address[:2])
    connection.request(method, quote(target, safe="/?&=,()*[]%.+@:"), body)
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response.status, json.loads(content.decode("utf-8-sig")) if content[:1] in b"\xef{[" else content.decode()


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/v2/kpi", 410),
        ("/v3/nothing", 404),
        ("/v3/kpi/" + ",".join(f"N{n:05}" for n in range(26)), 400),
        ("/v3/data/kpi/N79187/year/" + ",".join(map(str, range(2000, 2026))), 400),
        ("/v3/data/kpi/N79187", 400),
        ("/v3/data/kpi", 404),
    ],
)
def test_kolada_refuses_what_it_refuses(replicas, target, status):
    assert ask(replicas["kolada"], target)[0] == status


@pytest.mark.parametrize(
    "target",
    [
        "/v3/kpi/N00001",
        "/v3/data/?kpi=N79187&municipality=0013",
        "/v3/ou",
        "/v3/oudata/ou/V1/year/2024",
        "/v3/kpi?title=xyzzy",
    ],
)
def test_kolada_answers_with_nothing_and_no_error(replicas, target):
    assert ask(replicas["kolada"], target) == (200, {"values": [], "next_url": None, "previous_url": None, "count": 0})


def test_kolada_pages_forward_and_back(replicas):
    status, page = ask(replicas["kolada"], "/v3/municipality?per_page=100&page=2")
    assert (status, page["count"], len(page["values"])) == (200, 100, 100)
    assert page["next_url"].endswith("/v3/municipality?per_page=100&page=3")
    assert page["previous_url"].endswith("page=1")
    assert ask(replicas["kolada"], "/v3/municipality?per_page=100&page=4")[1]["next_url"] is None
    assert ask(replicas["kolada"], "/v3/municipality?region_type=L")[1]["count"] == 22


def test_two_parts_of_the_path_are_enough(replicas):
    by_year = ask(replicas["kolada"], "/v3/data/kpi/N79187/year/2021")[1]
    by_place = ask(replicas["kolada"], "/v3/data/kpi/N79187/municipality/0013")[1]
    all_three = ask(replicas["kolada"], "/v3/data/kpi/N79187/municipality/0013/year/2021")[1]["values"]
    assert [member for member in by_year["values"] if member["municipality"] == "0013"] == all_three
    assert [member for member in by_place["values"] if member["period"] == 2021] == all_three
    assert ask(replicas["kolada"], "/v3/data/municipality/0013/year/2021")[1]["count"] > 50


@pytest.mark.parametrize(
    ("expressions", "years"),
    [
        ("2023,2024", ["2023", "2024"]),
        ("TOP(2)", ["2023", "2024"]),
        ("BOTTOM(1)", ["2011"]),
        ("FROM(2023)", ["2023", "2024"]),
        ("TO(2012)", ["2011", "2012"]),
        ("RANGE(2012,2013)", ["2012", "2013"]),
        ("201?", [str(year) for year in range(2011, 2020)]),
    ],
)
def test_statistics_sweden_understands_selections(replicas, expressions, years):
    target = (
        f"/api/v2/tables/TAB638/data?valueCodes[Region]=13&valueCodes[ContentsCode]=*&valueCodes[Tid]={expressions}"
    )
    status, cube = ask(replicas["scb"], target)
    assert (status, list(cube["dimension"]["Tid"]["category"]["index"])) == (200, years)


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/api/v2/tables/TAB999/metadata", 404),
        ("/api/v2/tables/BefolkningNy", 404),
        ("/api/v2/tables/TAB638/data?valueCodes[Region]=13", 400),
        ("/api/v2/tables/TAB638/data?valueCodes[Nothing]=13", 400),
        ("/api/v2/tables/TAB638/data?valueCodes[Region]=99&valueCodes[ContentsCode]=*&valueCodes[Tid]=*", 400),
    ],
)
def test_statistics_sweden_refuses_what_it_refuses(replicas, target, status):
    found, problem = ask(replicas["scb"], target)
    assert (found, problem["status"]) == (status, status)


def test_statistics_sweden_lists_its_tables_and_takes_questions_with_a_body(replicas):
    assert ask(replicas["scb"], "/api/v2/config")[1]["maxDataCells"] == 150000
    assert [table["id"] for table in ask(replicas["scb"], "/api/v2/tables")[1]["tables"]] == ["TAB638"]
    assert ask(replicas["scb"], "/api/v2/tables/TAB638")[1]["lastPeriod"] == "2024"
    chosen = {"Region": ["13"], "ContentsCode": ["BE0101N1"], "Tid": ["2024"]}
    selection = [{"variableCode": name, "valueCodes": codes} for name, codes in chosen.items()]
    status, cube = ask(replicas["scb"], "/api/v2/tables/TAB638/data", "POST", json.dumps({"selection": selection}))
    assert (status, cube["size"]) == (200, [1, 1, 1])


def test_faults_can_be_set_and_cleared_by_hand(replicas):
    server = replicas["fk"]
    told = [{"name": "status-503", "times": 1, "settings": {"retry_after": 5}}]
    assert ask(server, "/faults", "PUT", json.dumps(told))[1][0]["name"] == "status-503"
    assert ask(server, f"{PUBLISHERS['fk'][1]}/ohm-sjptal/SJPsjptal.json")[0] == 503
    assert ask(server, f"{PUBLISHERS['fk'][1]}/ohm-sjptal/SJPsjptal.json")[0] == 200
    assert ask(server, "/faults", "DELETE")[1] == []


def test_an_unknown_fault_is_named():
    with pytest.raises(ValueError, match="no fault 'nothing'; there are bomb"):
        Fault("nothing")
    assert len(FAULTS) >= 40


def test_they_are_served_from_the_command_line():
    command = [
        sys.executable,
        "-m",
        "tests.replicas",
        "--port",
        "0",
        "--latency",
        "1",
        "--fault",
        'kolada=status-503:{"retry_after":1}',
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as served:
        lines = [served.stdout.readline() for _ in PUBLISHERS]
        served.terminate()
    assert [line.partition("=")[0] for line in lines] == [f"export {SITES[name].setting}" for name in PUBLISHERS]
    assert all("=http://127.0.0.1:" in line for line in lines)


def test_kolada_can_be_told_to_change_a_value():
    target, change = "/v3/data/kpi/N79187/municipality/0014", {"kpi": "N79187", "place": "0014", "year": 2022}
    with serve() as every:
        kolada = every["kolada"]
        told = json.dumps([{**change, "gender": "T", "value": 12.5, "day": "2026-12-01"}])
        assert ask(kolada, "/changes", "POST", told) == (200, {"changed": 1})
        values = {member["period"]: member["values"] for member in ask(kolada, target)[1]["values"]}
        assert [item["value"] for item in values[2022] if item["gender"] == "T"] == [12.5]
        assert ask(every["scb"], "/changes", "POST", "[]")[0] == 405
