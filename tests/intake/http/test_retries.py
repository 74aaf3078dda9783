"""What is tried again, and after how long."""

import datetime as dt
import random
from email.utils import format_datetime

import pytest

from intake.http.refusals import CsvError, IncompleteError, StatusError, TooLargeError, UnreachableError
from intake.http.retries import backoff, is_passing, retry_after

NOW = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0),
        ("1", 1),
        ("3600", 3600),
        ("86400", 86400),
        ("9" * 30, float("inf")),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("1, 2", None),
        ("5" * 5000, None),
        (None, None),
        ("", None),
        ("٣", None),
        (format_datetime(NOW + dt.timedelta(seconds=90), usegmt=True), 90),
        (format_datetime(NOW - dt.timedelta(days=1), usegmt=True), 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", (dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=dt.UTC) - NOW).total_seconds()),
        ("Sat, 21 Nov 2026 12:01:00", 60),
        ("Sat, 99 Nov 2026 12:01:00 GMT", None),
    ],
)
def test_retry_after_is_understood_or_left_out(header, seconds):
    assert retry_after(header, NOW) == seconds


@pytest.mark.parametrize("status", range(400, 512))
def test_of_the_clients_faults_only_three_are_tried_again(status):
    again = is_passing(StatusError("scb", "x", "x", status))
    assert again == (status in {408, 425, 429, 500, 502, 503, 504})


def test_what_cannot_pass_is_not_tried_again():
    assert is_passing(UnreachableError("a", "b", "c"))
    assert is_passing(IncompleteError("a", "b", "c"))
    assert not is_passing(TooLargeError("a", "b", "c"))
    assert not is_passing(CsvError("a", "b", "c"))


def test_the_wait_grows_is_spread_and_is_bounded():
    chance = random.Random(3)
    waits = [[backoff(attempt, 1.0, chance) for _ in range(200)] for attempt in range(1, 12)]
    assert all(0.5 <= wait <= 1.0 for wait in waits[0])
    assert all(1.0 <= wait <= 2.0 for wait in waits[1])
    assert max(waits[-1]) <= 30
    assert len(set(waits[0])) > 100
