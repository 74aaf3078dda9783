"""The page of all corrections, its answer as JSON, its table among the downloads, and the command that makes one."""

import json

import dash
import pytest

from dashboard.cli import main
from dashboard.factory import create_app
from dashboard.settings import Settings
from dashboard.viewmodels.data.dcat import DOWNLOADS
from indicators import DataFolder
from indicators.corrections import OWN_FILE
from tests.dashboard.asking import page, texts

CORRECT = [
    "edition",
    "correct",
    "--indicator",
    "treatable-mortality",
    "--period",
    "2023",
    "--area",
    "14",
    "--lang",
    "sv",
]
SAID = ["--cause-sv", "Fel rad lästes", "--cause-en", "The wrong row was read"]
SAID += ["--found-by-sv", "Regionen", "--found-by-en", "The region"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HALSODIALOG_DATA", str(tmp_path))
    return DataFolder(tmp_path).make()


@pytest.fixture
def client(folder):
    pages = dict(dash.page_registry)
    yield create_app(Settings(data=folder)).server.test_client()
    dash.page_registry.clear()
    dash.page_registry.update(pages)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", ["Rättelser", "står talet 2021, som är ett årtal", "Hälsodialogs granskning av talen, 2026-11-21"]),
        ("?lang=en", ["Corrections", "has the number 2021, which is a year", "Hälsodialog’s review of the figures"]),
    ],
)
def test_all_corrections_stand_on_a_page(client, query, said):
    told = texts(page(client, "/om/rattelser", query))
    assert all(part in told for part in said)


def test_the_page_is_reached_from_the_foot_of_every_page_and_from_the_one_above_it(client):
    for path in ("/", "/om"):
        assert "/om/rattelser" in json.dumps(page(client, path, ""))


def test_the_open_interface_lists_them(client):
    found = client.get("/api/v1/corrections").get_json()["corrections"]
    (home,) = [item for item in found if item["id"] == "attitude-home-care-2025"]
    assert len(home["figures"]) == 22
    assert {item["right"] for item in home["figures"]} == {None}
    assert client.get("/api/v1/corrections?sex=F").status_code == 400


def test_an_old_address_keeps_the_old_value_with_the_correction_on_top(client, folder):
    number = client.get("/healthz").get_json()["edition"]
    before = client.get(f"/api/v1/scorecard/14?utgava={number}").get_json()["rows"]
    assert main([*CORRECT, "--right", "50.1", *SAID, "--yes"]) == 0
    for query in (f"?utgava={number}", ""):
        after = client.get(f"/api/v1/scorecard/14{query}").get_json()["rows"]
        old, new = (next(r for r in rows if r["indicator"] == "treatable-mortality") for rows in (before, after))
        assert new["value"] == old["value"]
        assert old["corrected"] is None
        assert new["corrected"].startswith("Rättat 20")
        told = texts(page(client, "/region/14", query))
        assert "Rätt tal är 50,1" in told
    csv = client.get(f"{DOWNLOADS}/{number}/corrections.csv")
    assert "treatable-mortality-14-2023" in csv.text
    assert "attitude-home-care-2025" in csv.text


def test_without_a_yes_and_without_an_answer_nothing_is_written(folder, capsys, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda _: "")
    assert main([*CORRECT, *SAID]) == 0
    assert "Ingen rättelse har sparats." in capsys.readouterr().out
    assert not (folder.editions / OWN_FILE).exists()


def test_what_is_not_given_is_asked_for_in_the_reader_s_language(folder, capsys, monkeypatch):
    asked = []
    answers = {"Why": "Because", "Who": "Somebody", "Press": "", "Save": "y"}

    def answer(prompt):
        asked.append(prompt)
        return answers[prompt.split()[0]]

    monkeypatch.setattr("builtins.input", answer)
    assert main([*CORRECT, "--lang", "en"]) == 0
    assert len(asked) == 4 + 6 + 1
    (made,) = json.loads((folder.editions / OWN_FILE).read_bytes())["corrections"]
    assert made["cause"] == {"sv": "Because", "en": "Because"}
    assert made["sentences"][2]["en"] == "The right figure is not known."
    assert "is saved" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--wrong", "1.5", *SAID, "--yes"], "wrong: found 1.5; the edition holds 49.9"),
        (["--sex", "X", *SAID, "--yes"], "--sex: found X; must be T, F or M"),
        (["--edition", "1999-01", *SAID, "--yes"], "1999-01/manifest.json: the file is missing"),
        (["--yes"], "--cause-sv: found nothing; must be said"),
    ],
)
def test_what_cannot_be_corrected_is_refused_and_nothing_is_written(folder, capsys, given, said):
    assert main([*CORRECT, *given]) == 2
    assert said in capsys.readouterr().err
    assert not (folder.editions / OWN_FILE).exists()
