"""What was refused and what each run came to: a line of JSON each in `<data>/log/sync.jsonl`, which stays small."""

import datetime as dt
import logging
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson

from indicators.data_folder import DataFolder
from intake.sync.outcome import SyncOutcome, SyncRefusal

logger = logging.getLogger(__name__)

FILE = "sync.jsonl"
MOST_BYTES, MOST_FILES = 1_000_000, 5


def log_run(folder: DataFolder, outcome: SyncOutcome, now: dt.datetime) -> None:
    """Add a line for each refusal and one for the run. A log that cannot be written is told of, and stops nothing."""
    time = now.isoformat(timespec="seconds")
    lines = [*(_refusal(item, time) for item in outcome.refused), _run(outcome, time)]
    path = folder.log / FILE
    try:
        _turn(path)
        with path.open("ab") as stream:
            stream.writelines(_encoded(lines))
    except OSError as error:
        logger.warning("log/%s cannot be written (%s)", FILE, error.strerror)


def _refusal(item: SyncRefusal, time: str) -> dict[str, Any]:
    told = {"what": "refusal", "time": time, "source": item.source, "address": item.address, "reason": item.reason}
    return {**told, "code": item.code, "series": item.series}


def _run(outcome: SyncOutcome, time: str) -> dict[str, Any]:
    told = {"what": "run", "time": time, "edition": outcome.edition, "is_staged": outcome.is_staged}
    return {**told, "sources": [asdict(tally) for tally in outcome.tallies]}


def _encoded(lines: Iterable[dict[str, Any]]) -> Iterable[bytes]:
    return (orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE) for line in lines)


def _turn(path: Path) -> None:
    """Number a full log and begin another; the oldest goes."""
    if not path.exists() or path.stat().st_size < MOST_BYTES:
        return
    for place in range(MOST_FILES - 1, 0, -1):
        earlier = path if place == 1 else path.with_name(f"{path.name}.{place - 1}")
        if earlier.exists():
            earlier.replace(path.with_name(f"{path.name}.{place}"))
