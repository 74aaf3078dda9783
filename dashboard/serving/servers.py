"""The servers: gunicorn with threads, waitress where there is no gunicorn, and Flask's own for one's own machine."""

import logging
import sys
from collections.abc import Callable
from typing import Any

from werkzeug.serving import WSGIRequestHandler

from dashboard.settings import Settings

Program = Callable[..., Any]
# The guard says no to longer ones in its own words; these are what is read at all.
LONGEST_LINE, LARGEST_FIELD, MOST_FIELDS = 8_190, 8_190, 64
LARGEST_BODY = 12 * 1024 * 1024
SECONDS_TO_END, SECONDS_KEPT = 10, 15


def serve(program: Program, settings: Settings) -> None:
    """Serve a WSGI program until it is told to stop: by gunicorn, on Windows by waitress."""
    if sys.platform == "win32":
        serve_by_waitress(program, settings)
    else:
        serve_by_gunicorn(program, settings)


def gunicorn_options(settings: Settings) -> dict[str, Any]:
    """Return how gunicorn serves: the program is made once and shared by the workers, each with its threads."""
    host = f"[{settings.host}]" if ":" in settings.host and "[" not in settings.host else settings.host
    return {
        "bind": f"{host}:{settings.port}",
        "worker_class": "dashboard.serving.patient_worker.PatientWorker",
        "workers": settings.front.workers,
        "threads": settings.front.threads,
        "timeout": settings.front.timeout,
        "graceful_timeout": SECONDS_TO_END,
        "keepalive": SECONDS_KEPT,
        "worker_connections": 2_000,
        "preload_app": True,
        "limit_request_line": LONGEST_LINE,
        "limit_request_field_size": LARGEST_FIELD,
        "limit_request_fields": MOST_FIELDS,
        "control_socket_disable": True,
        # Who the client is, and whether it came by https, is the guard's to say from its own settings.
        "forwarded_allow_ips": "",
        "logger_class": "dashboard.serving.server_log.ServerLog",
        "loglevel": "warning",
    }


def serve_by_gunicorn(program: Program, settings: Settings) -> None:
    """Serve by gunicorn until it is told to stop."""
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
        def load_config(self) -> None:
            for name, value in gunicorn_options(settings).items():
                self.cfg.set(name, value)

        def load(self) -> Program:
            return program

    Server().run()


def serve_by_waitress(program: Program, settings: Settings) -> None:
    """Serve by waitress, one process with threads, until it is told to stop."""
    import waitress

    waitress.serve(
        program,
        host=settings.host,
        port=settings.port,
        threads=settings.front.threads,
        ident="",
        max_request_header_size=4 * LARGEST_FIELD,
        max_request_body_size=LARGEST_BODY,
        channel_timeout=SECONDS_KEPT,
        clear_untrusted_proxy_headers=False,
    )


class _Quiet(WSGIRequestHandler):
    """Says nothing of versions, and logs no addresses of readers."""

    def version_string(self) -> str:
        return "halsodialog"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Log nothing: what is worth a line the program itself says."""


def serve_here(app: Any, settings: Settings) -> None:
    """Serve a Dash app on one's own machine: one process that stops with Ctrl+C."""
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    app.run(host=settings.host, port=settings.port, debug=False, request_handler=_Quiet)
