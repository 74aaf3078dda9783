"""Whether the program is well, for whoever watches it: it lives, it is ready, and what it has counted."""

import datetime as dt
import hmac
from collections.abc import Callable

from flask import Flask, Response, jsonify, request

from dashboard.services import Services
from dashboard.web.refusals import refusal
from dashboard.web.same_origin import is_local
from indicators import unready

# What a proxy adds: a request with one of these has come from somewhere else, whatever address it has here.
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via")
PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


def add_health(server: Flask, services: Services) -> None:
    """Add GET /healthz, which says that the process lives, and GET /readyz: that it can show what it should."""

    @server.get("/healthz")
    def healthz() -> Response:
        return _fresh(jsonify(status="ok", edition=services.pictures.current().edition.number))

    @server.get("/readyz")
    def readyz() -> Response:
        faults = unready(services.pictures)
        if faults:
            response = jsonify(status="not ready", reasons=[{"code": one.code, "found": one.found} for one in faults])
            response.status_code = 503
            return _fresh(response)
        return _fresh(jsonify(status="ready", **_edition(services)))


def _edition(services: Services) -> dict[str, object]:
    edition = services.pictures.current().edition
    published = dt.date.fromisoformat(edition.manifest["published"])
    days = (dt.datetime.now(dt.UTC).date() - published).days
    fetched = services.pictures.library.fetched()
    # What is shown is whole though nothing newer can be fetched: a reason to look into it, none to stop asking us.
    store = {"store": {"looked": fetched.at, "fault": fetched.fault, "since": fetched.since}} if fetched else {}
    return {"edition": edition.number, "days": days, "stands_in": edition.fallback, **store}


def add_metrics(server: Flask, text: Callable[[], bytes], token: str) -> None:
    """Add GET /metrics: for this machine itself, or for who knows the token. Anybody else is told of no such page."""

    @server.get("/metrics")
    def metrics() -> Response:
        if not (_is_this_machine() or _knows(token)):
            return refusal(403, "watching.refused") if token else refusal(404, "watching.not_here")
        return _fresh(Response(text(), content_type=PROMETHEUS))


def _is_this_machine() -> bool:
    """A proxy on this machine asks from here too: what it passes on bears its mark, or another host's name."""
    address = request.remote_addr or ""
    is_passed_on = any(name in request.headers for name in FORWARDED)
    return not is_passed_on and is_local(f"[{address}]" if ":" in address else address) and is_local(request.host)


def _knows(token: str) -> bool:
    kind, _, given = request.headers.get("Authorization", "").partition(" ")
    return bool(token) and kind.casefold() == "bearer" and hmac.compare_digest(given.encode(), token.encode())


def _fresh(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
