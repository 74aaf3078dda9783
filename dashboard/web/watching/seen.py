"""What is kept of one request when it has been answered: where, how it went and how long it took.

Never what stood after the question mark, never an address of a reader, never a name: nothing that is not in this record
can get into the counts or the log.
"""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from flask import Flask, Response, request
from werkzeug.wsgi import ClosingIterator

ID, ROUTE, CALLBACK, FORM, EDITION = (
    f"halsodialog.{name}" for name in ("request", "route", "callback", "form", "edition")
)
REFUSED_BEFORE = "(before any route)"
METHODS = frozenset(("GET", "HEAD", "POST", "OPTIONS"))
UPDATE = "/_dash-update-component"
EXPORTS, PAGES = ("/export/", "/data/ladda-ner/"), ("/", "/<path:path>")
NO_PAGE = "(no page)"


@dataclass(frozen=True, slots=True)
class Seen:
    """One answered request. `route` is a pattern, never an address; `callback` the first output of a known callback.

    `form` is the form of a file that was made, as "pdf"; empty for what is no file to take home. `edition` is the one
    that was current while it was answered; empty for what was refused before that was asked.
    """

    id: str
    route: str
    method: str
    status: int
    seconds: float
    callback: str = ""
    form: str = ""
    edition: str = ""


Tell = Callable[[Seen], None]
Environment = dict[str, Any]
Application = Callable[[Environment, Any], Iterable[bytes]]


def request_id(environment: Environment) -> str:
    """Return the id of a request, which stands in the log and on an error page: made here, never taken from outside."""
    return str(environment.setdefault(ID, secrets.token_hex(8)))


@dataclass(frozen=True)
class Places:
    """What a request is counted under: the page of a path, and the first output of each callback."""

    page_of: Callable[[str], str | None]
    callbacks: Mapping[str, str]


def first_outputs(registered: Iterable[str]) -> dict[str, str]:
    """Return the first output of each callback by the text that Dash knows it by."""
    return {output: output.strip(".").split("...")[0].partition("@")[0] for output in registered}


def watch(server: Flask, places: Places, tells: tuple[Tell, ...]) -> None:
    """Tell of every request when it has been answered, also of those that no route was found for."""

    @server.after_request
    def place(response: Response) -> Response:
        environment = request.environ
        environment[ROUTE] = _route(places)
        environment[CALLBACK] = _callback(places, response)
        environment[FORM] = _form(response)
        return response

    server.wsgi_app = _Watched(server.wsgi_app, tells)  # type: ignore[assignment]  # Flask's own way to wrap it


def _route(places: Places) -> str:
    rule = request.url_rule.rule if request.url_rule else NO_PAGE
    return places.page_of(request.path) or NO_PAGE if rule in PAGES else rule


def _callback(places: Places, response: Response) -> str:
    # A refused body is not read again: only what Dash has answered has been taken apart already.
    if request.path != UPDATE or response.status_code not in (200, 204):
        return ""
    body = request.get_json(silent=True)
    return places.callbacks.get(str(body.get("output")), "") if isinstance(body, dict) else ""


def _form(response: Response) -> str:
    if response.status_code != 200 or not request.path.startswith(EXPORTS):
        return ""
    form = request.path.rpartition(".")[2]
    return form if form.isalpha() and form.isascii() and len(form) <= 8 else ""


@dataclass(frozen=True)
class _Watched:
    inner: Application
    tells: tuple[Tell, ...]

    def __call__(self, environment: Environment, start_response: Any) -> Iterable[bytes]:
        began, status = perf_counter(), [500]
        request_id(environment)

        def start(line: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            status[0] = int(line[:3])
            return start_response(line, headers, *more)

        def ended() -> None:
            seen = _seen(environment, status[0], perf_counter() - began)
            for tell in self.tells:
                tell(seen)

        try:
            return ClosingIterator(self.inner(environment, start), ended)
        except BaseException:
            ended()
            raise


def _seen(environment: Environment, status: int, seconds: float) -> Seen:
    method = str(environment.get("REQUEST_METHOD", ""))
    return Seen(
        id=request_id(environment),
        route=str(environment.get(ROUTE, REFUSED_BEFORE)),
        method=method if method in METHODS else "other",
        status=status,
        seconds=seconds,
        callback=str(environment.get(CALLBACK, "")),
        form=str(environment.get(FORM, "")),
        edition=str(environment.get(EDITION, "")),
    )
