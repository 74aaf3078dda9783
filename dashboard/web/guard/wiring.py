"""The guard put together: the door in front of Flask, its refusals, and the checks of what Dash serves."""

from functools import cache

from dash import Dash
from dash.fingerprint import check_fingerprint
from flask import Response

from dashboard.front import EVERYWHERE
from dashboard.settings import Settings
from dashboard.web.guard.clients import RATES, Rates
from dashboard.web.guard.door import Door
from dashboard.web.guard.failures import add_failures
from dashboard.web.guard.headers import page_policy
from dashboard.web.guard.limits import LARGEST_BODY, RefusedError, host_name
from dashboard.web.guard.places import SUITES, is_suite_file
from dashboard.web.guard.security_txt import add_security_txt

LOOPBACK = ("127.0.0.1", "localhost", "::1")
SUITE_RULE = f"{SUITES}<string:package_name>/<path:fingerprinted_path>"


def add_guard(app: Dash, settings: Settings) -> None:
    """Put the guard in front of everything the app serves. What is added after it is in front of the guard."""
    app.server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    add_failures(app.server)
    add_security_txt(app.server, settings)
    _check_suites(app)
    # Scripts within the document are known when the last callback is; nothing is served before that.
    policy = cache(lambda: page_policy(app.csp_hashes()))
    app.server.wsgi_app = Door(
        inner=app.server.wsgi_app,
        policy=policy,
        hosts=answered_as(settings),
        proxies=settings.front.proxies,
        rates=Rates(RATES, settings.front.rates if settings.is_public else 0),
        https=settings.address.startswith("https://"),
    )


def answered_as(settings: Settings) -> frozenset[str]:
    """Return the names the program answers as: this machine's own, the public address's and those of the setting."""
    public = host_name(settings.address.partition("://")[2].partition("/")[0])
    listens = settings.host.strip("[]").lower()
    named = (*LOOPBACK, *settings.front.hosts, public, listens)
    return frozenset(name for name in named if name not in ("", *EVERYWHERE))


def _check_suites(app: Dash) -> None:
    inner = app.server.view_functions[SUITE_RULE]

    def suite(package_name: str, fingerprinted_path: str) -> Response:
        if not is_suite_file(package_name, check_fingerprint(fingerprinted_path)[0], app.registered_paths):
            raise RefusedError(404)
        found: Response = inner(package_name, fingerprinted_path)
        return found

    app.server.view_functions[SUITE_RULE] = suite
