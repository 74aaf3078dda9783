"""One broken view must not take the page with it."""

import logging
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")
log = logging.getLogger(__name__)


def guarded(make: Callable[[], Result], instead: Callable[[], Result]) -> Result:
    """Return what `make` returns; when it fails, log the fault and return what is shown instead."""
    try:
        return make()
    except Exception:
        # The boundary of a view: whatever broke is logged, and the reader is told.
        log.exception("a view could not be shown")
        return instead()
