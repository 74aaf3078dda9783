"""One broken view must not take the page with it."""

import logging
from collections.abc import Callable
from typing import TypeVar

import dash
from flask import has_request_context, request

from dashboard.i18n import words
from dashboard.web.watching.seen import request_id
from indicators import LANGUAGES

Result = TypeVar("Result")
log = logging.getLogger(__name__)


def guarded(make: Callable[[], Result], instead: Callable[[], Result]) -> Result:
    """Return what `make` returns; when it fails, log the fault and return what is shown instead."""
    try:
        return make()
    except Exception:
        # The boundary of a view: whatever broke is logged, and the reader is told.
        log.exception("a view could not be shown: %s", number_asked())
        return instead()


FAILURE = "failure"


def not_updated(error: Exception) -> None:
    """Log why a callback failed, and tell the reader that what is shown is the view before."""
    number = number_asked()
    log.error("a view could not be updated: %s", number, exc_info=error)
    # A callback that failed may not have come as far as its language: both are said.
    told = [words(language)("error.update") for language in LANGUAGES]
    dash.set_props(FAILURE, {"children": " ".join([*told, f"({number})"] if number else told)})


def number_asked() -> str:
    """Return the request's id, which the reader is told too; none outside a request, as when a layout is made alone."""
    return request_id(request.environ) if has_request_context() else ""
