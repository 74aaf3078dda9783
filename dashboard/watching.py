"""The settings of whoever watches the program: counts, who may read them, and the form of the log."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.setting_error import SettingsError

METRICS, METRICS_TOKEN, LOG = "HALSODIALOG_METRICS", "HALSODIALOG_METRICS_TOKEN", "HALSODIALOG_LOG"
PLAIN, JSON = "plain", "json"
SHORTEST_TOKEN = 32


@dataclass(frozen=True, slots=True)
class Watching:
    """Whether requests are counted, the token that opens the counts to other machines, and whether the log is JSON."""

    metrics: bool = False
    token: str = ""
    json_log: bool = False


UNWATCHED = Watching()


def read_watching(environment: Mapping[str, str]) -> Watching:
    """Return the settings of an environment. Raises SettingsError."""
    metrics, form = environment.get(METRICS, ""), environment.get(LOG, "") or PLAIN
    if metrics not in ("", "0", "1"):
        raise SettingsError(f"{METRICS}: found '{metrics}'; must be 0 or 1")
    if form not in (PLAIN, JSON):
        raise SettingsError(f"{LOG}: found '{form}'; must be {PLAIN} or {JSON}")
    return Watching(metrics == "1", _token(environment.get(METRICS_TOKEN, "")), form == JSON)


def _token(text: str) -> str:
    # What was found is a secret, or meant as one: only its length is told.
    if text and (len(text) < SHORTEST_TOKEN or not re.fullmatch(r"[!-~]+", text)):
        allowed = f"must be at least {SHORTEST_TOKEN} printable characters without spaces"
        raise SettingsError(f"{METRICS_TOKEN}: found {len(text)} characters; {allowed}")
    return text
