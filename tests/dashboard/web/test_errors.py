"""The boundary of a view."""

import logging

import pytest

from dashboard.web.errors import guarded


def test_what_works_is_returned_and_nothing_is_logged(caplog):
    assert guarded(lambda: "view", lambda: "failure") == "view"
    assert caplog.records == []


def test_what_fails_is_logged_with_its_trace_and_replaced(caplog):
    with caplog.at_level(logging.ERROR):
        assert guarded(lambda: 1 / 0, lambda: "failure") == "failure"
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert record.exc_info[0] is ZeroDivisionError


def test_a_stop_from_outside_is_not_swallowed():
    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guarded(stop, lambda: "failure")
