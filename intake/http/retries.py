"""What is tried again, and after how long."""

import datetime as dt
import random
from email.utils import parsedate_to_datetime

from intake.http.refusals import IncompleteError, RefusedError, StatusError, TooLateError, UnreachableError

AGAIN_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})
LONGEST_HEADER = 64
LONGEST_BACKOFF_S = 30.0
LONGEST_COUNT = 9


def is_passing(error: RefusedError) -> bool:
    """Return whether a refusal may be gone at the next attempt."""
    if isinstance(error, StatusError):
        return error.status in AGAIN_STATUSES
    return isinstance(error, (UnreachableError, TooLateError, IncompleteError))


def retry_after(header: str | None, now: dt.datetime) -> float | None:
    """Return the seconds a Retry-After header asks for; None when it is missing or cannot be understood."""
    text = (header or "").strip()
    if not text or len(text) > LONGEST_HEADER:
        return None
    if text.isascii() and text.isdigit():
        return float(text[:LONGEST_COUNT]) if len(text) <= LONGEST_COUNT else float("inf")
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return max(0.0, (_in_utc(when) - now).total_seconds())


def backoff(attempt: int, first_s: float, chance: random.Random) -> float:
    """Return the wait after an attempt (the first is 1): doubled each time, bounded, and spread by chance."""
    longest = min(LONGEST_BACKOFF_S, first_s * float(2 ** (attempt - 1)))
    return longest * (0.5 + chance.random() / 2)


def _in_utc(when: dt.datetime) -> dt.datetime:
    return when.replace(tzinfo=dt.UTC) if when.tzinfo is None else when.astimezone(dt.UTC)
