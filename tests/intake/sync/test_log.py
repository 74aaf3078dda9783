"""The log of refusals and runs: whole lines of JSON, never large, never in the way."""

import datetime as dt
import json

from indicators.data_folder import DataFolder
from intake.sync.log import MOST_BYTES, MOST_FILES, log_run
from intake.sync.outcome import SyncOutcome, SyncRefusal, SyncTally

NOW = dt.datetime(2026, 11, 21, 3, 0, tzinfo=dt.UTC)
HOSTILE = 'a "quoted"\n\x1b[31mline\u202e'
OUTCOME = SyncOutcome(
    "2026-11",
    (SyncTally("kolada", "partly", 1, refused=1),),
    (SyncRefusal("kolada", ("N1", "N2"), "https://example.org/a", HOSTILE, "status"),),
    (),
    (),
)


def lines(folder):
    return [json.loads(line) for line in (folder.log / "sync.jsonl").read_text("utf-8").split("\n") if line]


def test_a_refusal_and_a_run_are_a_line_each(tmp_path):
    folder = DataFolder(tmp_path).make()
    log_run(folder, OUTCOME, NOW)
    refusal, run = lines(folder)
    assert refusal == {
        "what": "refusal",
        "time": "2026-11-21T03:00:00+00:00",
        "source": "kolada",
        "address": "https://example.org/a",
        "reason": HOSTILE,
        "code": "status",
        "series": ["N1", "N2"],
    }
    assert (run["what"], run["edition"], run["sources"][0]["status"]) == ("run", "2026-11", "partly")


def test_a_full_log_is_turned_and_the_oldest_goes(tmp_path):
    folder = DataFolder(tmp_path).make()
    for n in range(MOST_FILES + 3):
        (folder.log / "sync.jsonl").write_bytes(b"%d " % n + b" " * MOST_BYTES)
        log_run(folder, OUTCOME, NOW)
        assert len(lines(folder)) == 2
    kept = sorted(path.name for path in folder.log.iterdir())
    assert kept == ["sync.jsonl", *(f"sync.jsonl.{n}" for n in range(1, MOST_FILES))]
    first = [int((folder.log / f"sync.jsonl.{n}").read_bytes()[:2]) for n in range(1, MOST_FILES)]
    assert first == [7, 6, 5, 4], "the newest first"


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path, caplog):
    log_run(DataFolder(tmp_path / "nowhere"), OUTCOME, NOW)
    assert "log/sync.jsonl cannot be written (No such file or directory)" in caplog.text
