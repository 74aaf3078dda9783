"""A data folder with an edition after the embedded one: one value changed, one verdict turned, and a story to tell."""

import hashlib
from dataclasses import asdict, replace

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from indicators import (
    DataFolder,
    Edition,
    Quarantined,
    Revision,
    compare_editions,
    current_judges,
    open_current,
    read_catalogue,
    read_reference,
)
from indicators.editions.changes import CHANGES, dump_changes
from indicators.editions.edition import (
    EMBEDDED,
    MANIFEST,
    OBSERVATIONS,
    QUARANTINE,
    READINGS,
    REVISIONS,
    SCORECARD,
    seal,
)
from indicators.scorecard import Scorecard, dump_scorecard, load_scorecard

OLD, NEW = open_current().number, "2027-02"
BEDS = "overcrowding-somatic"
SKANE, GOTLAND = "12", "09"


def quarantined(**changes):
    """A value that was read ten times too large."""
    raw = {
        "indicator": BEDS, "source": "kolada", "source_key": "U70425", "area": SKANE, "level": "region",
        "period": "2025", "sex": "T", "value": 29.0, "held": 2.9, "reason": "no-such-reason", "facts": {"factor": 10.0},
        "read_on": "2026-12-01",
    }  # fmt: skip
    return Quarantined(**{**raw, **changes})


def revision(**changes):
    """A value that its publisher changed."""
    raw = {
        "indicator": BEDS, "source": "kolada", "source_key": "U70425", "area": SKANE, "level": "region",
        "period": "2025", "sex": "T", "old": 2.9, "new": 3.4, "date": "2026-12-01", "edition": NEW,
    }  # fmt: skip
    return Revision(**{**raw, **changes})


def reading(**changes):
    """A reading of Kolada in which one series was refused."""
    refused = {
        "series": ["U70425"],
        "code": "status",
        "sentence": "kolada: said 500",
        "address": "https://api.kolada.se/v3",
    }
    raw = {
        "module": "kolada", "address": "https://api.kolada.se/v3", "read_at": "2026-12-01T03:00:00+00:00",
        "status": "partly", "series": 115, "rows": 144000, "new": 3, "changed": 1, "withdrawn": 0, "quarantined": 1,
        "refused": [refused], "bodies": [],
    }  # fmt: skip
    return {**raw, **changes}


def later_store(root, held=(), revised=(), readings=(), current=True, kept=True):
    """Make a data folder whose own store has the edition NEW, which follows the newest embedded one.

    Not `kept` is an edition from before what differs was kept with it.
    """
    data = DataFolder(root)
    folder = data.make().editions / NEW
    folder.mkdir()
    for path in (EMBEDDED / OLD).iterdir():
        if path.name != CHANGES:
            (folder / path.name).write_bytes(path.read_bytes())
    _write(folder / QUARANTINE, [{**asdict(item), "facts": orjson.dumps(item.facts).decode()} for item in held])
    _write(folder / REVISIONS, [asdict(item) for item in revised])
    (folder / READINGS).write_bytes(orjson.dumps(list(readings)))
    _change_value(folder)
    _turn(folder)
    if kept:
        _keep(folder)
    _tell(folder, len(held), len(revised))
    if current:
        (data.editions / "current.json").write_bytes(orjson.dumps({"number": NEW}))
    return data


def _write(path, rows):
    if rows:
        pq.write_table(pa.Table.from_pylist(rows), path)


def _change_value(folder):
    """Skåne's newest value of overcrowding becomes 0.5 higher."""
    table = pq.read_table(folder / OBSERVATIONS)
    rows = {name: table[name].to_pylist() for name in ("indicator", "area", "sex", "period", "value")}
    own = [i for i, pair in enumerate(zip(rows["indicator"], rows["area"], strict=True)) if pair == (BEDS, SKANE)]
    place = max((i for i in own if rows["sex"][i] == "T"), key=lambda i: rows["period"][i])
    values = rows["value"]
    values[place] += 0.5
    at = table.schema.get_field_index("value")
    pq.write_table(table.set_column(at, "value", pa.array(values)), folder / OBSERVATIONS)


def _turn(folder):
    """Skåne's verdict against the target turns, and Gotland no longer reports."""
    stored = load_scorecard((folder / SCORECARD).read_bytes())
    rows = dict(stored.rows)
    own = rows[BEDS, "T", SKANE]
    verdict = "met" if own.target.verdict != "met" else "not-met"
    rows[BEDS, "T", SKANE] = replace(own, value=own.value + 0.5, target=replace(own.target, verdict=verdict))
    rows[BEDS, "T", GOTLAND] = replace(rows[BEDS, "T", GOTLAND], value=None)
    changed = Scorecard(stored.digest, stored.as_of, dict(stored.comparisons), dict(stored.international), rows)
    (folder / SCORECARD).write_bytes(dump_scorecard(changed))


def _keep(folder):
    """Write what differs from the edition before, as publishing does."""
    before, after = (Edition(place, {"number": place.name}) for place in (EMBEDDED / OLD, folder))
    changes = compare_editions(before, after, current_judges(read_catalogue(), read_reference()))
    (folder / CHANGES).write_bytes(dump_changes(changes))


def _tell(folder, held, revised):
    manifest = orjson.loads((folder / MANIFEST).read_bytes())
    counts = {"new": 0, "changed": 1, "withdrawn": 0, "headlines": 0, "gained": 0, "lost": 1, "turned": 1}
    manifest |= {"number": NEW, "published": "2026-12-01", "previous": OLD, "changes": counts}
    manifest["counts"] |= {"quarantined": held, "revisions": revised}
    for source in manifest["sources"]:
        if source["source"] == "kolada":
            source |= {"read_on": "2026-12-01", "address": "https://api.kolada.se/v3"}
    manifest["files"] = {
        path.name: {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "bytes": path.stat().st_size}
        for path in sorted(folder.iterdir())
        if path.name != MANIFEST
    }
    (folder / MANIFEST).write_bytes(orjson.dumps(seal(manifest)))
