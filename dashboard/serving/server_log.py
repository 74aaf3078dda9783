"""What gunicorn says goes where the program's own log goes, in the form that the settings ask for."""

import logging
from typing import Any

from gunicorn.glogging import Logger


class ServerLog(Logger):  # type: ignore[misc]  # gunicorn carries no types
    """gunicorn's log without a stream of its own. Nothing is logged of each request: that holds readers' addresses."""

    def __init__(self, cfg: Any) -> None:
        """Take gunicorn's settings."""
        super().__init__(cfg)
        self.error_log.propagate = True

    def _set_handler(self, log: logging.Logger, *_: Any, **__: Any) -> None:
        """Leave the writing to the program's own log."""
