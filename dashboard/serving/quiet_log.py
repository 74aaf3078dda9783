"""gunicorn's own log, told through the program's: one line of JSON each, without readers' addresses."""

from typing import Any

from gunicorn.glogging import Logger


class QuietLog(Logger):  # type: ignore[misc]  # gunicorn carries no types
    """Writes nothing by itself; what the server has to say goes to the log of the whole process."""

    def setup(self, cfg: Any) -> None:
        """Hand on what is said from a level upwards."""
        self.loglevel = self.LOG_LEVELS[cfg.loglevel.lower()]
        self.error_log.handlers.clear()
        self.error_log.setLevel(self.loglevel)
        self.error_log.propagate = True
