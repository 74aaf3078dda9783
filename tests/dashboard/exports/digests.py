"""Every form that leaves the program, as the digest of its bytes: run by itself, in a process of its own."""

import hashlib
import json
import sys

from dashboard.exports.pictures import FORMS as PICTURES
from dashboard.exports.presentation import FORMATS as PRESENTED
from dashboard.exports.report import FORMS as REPORTS
from dashboard.exports.tables import FORMS as TABLES
from dashboard.factory import create_app
from dashboard.settings import Settings
from dashboard.viewmodels.data.dcat import DOWNLOADS
from indicators import open_current

EDITION = open_current().number
SLIDES = (
    ("/region/14", "rows:region-rows/row/treatable-mortality"),
    ("/indikator/daily-smoking?regions=14", "chart:indicator-regions"),
    ("/", "map:overview-map-host"),
    ("/jamlikhet", "pairs:equality-dumbbells"),
)


def addresses():
    """One address of each form of each kind of file."""
    yield from (f"/export/region/09.{form}" for form in REPORTS)
    yield from (f"/export/dimension/equal-care/14.{form}?lang=en&sex=F" for form in REPORTS)
    yield from (f"/export/picture/14/daily-smoking.{form}" for form in PICTURES)
    yield from (f"/export/sida/variation.{form}" for form in TABLES)
    yield from (f"{DOWNLOADS}/{EDITION}/{name}" for name in ("areas.csv", "areas.parquet", "datapackage.json"))
    yield from ("/presentera/start/region/09", "/api/v1/scorecard/09")


def presentation():
    slides = [
        {"view": view, "picture": picture, "heading": "", "question": "?", "notes": "n"} for view, picture in SLIDES
    ]
    return {"format": "halsodialog-presentation", "version": 1, "title": "Prov", "slides": slides}


def digests(only=""):
    """Return {address: digest} of all, or of one alone; an answer that is no file is its status instead."""
    client, found = create_app(Settings()).server.test_client(), {}
    for address in [only] if only else addresses():
        found[address] = _digest(client.get(address))
    if only:
        return found
    for form in PRESENTED:
        found[f"presentation.{form}"] = _digest(client.post(f"/export/presentation.{form}", json=presentation()))
    return found


def _digest(answer):
    return hashlib.sha256(answer.data).hexdigest() if answer.status_code == 200 else answer.status


def main(instant="", only=""):
    """Print the digests, as they are at an instant when one is given."""
    if not instant:
        print(json.dumps(digests(only)))
        return
    import time_machine

    with time_machine.travel(instant, tick=True):
        print(json.dumps(digests(only)))


if __name__ == "__main__":
    main(*sys.argv[1:])
