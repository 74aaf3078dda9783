"""The open interface: the same view models as the pages, as JSON."""

from collections.abc import Mapping
from typing import Any

import orjson
from flask import Flask, Response, request

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.services import Services
from dashboard.viewmodels.catalogue import catalogue_view
from dashboard.viewmodels.scorecard import scorecard_view
from indicators import LANGUAGES, NATION

JSON = "application/json"


def add_api(server: Flask, services: Services) -> None:
    """Add GET /api/v1/scorecard/<area> and GET /api/v1/indicators."""

    @server.get("/api/v1/scorecard/<area>")
    def scorecard(area: str) -> Response:
        if area not in (NATION, *services.picture.areas.region_codes):
            return _refusal(404, "api.unknown_area", found=area)
        wrong = _first_fault(request.args, _allowed(services))
        if wrong:
            return wrong
        return Response(services.view_json(scorecard_view, _question(services, request.args), area), mimetype=JSON)

    @server.get("/api/v1/indicators")
    def indicators() -> Response:
        wrong = _first_fault(request.args, {"lang": LANGUAGES})
        if wrong:
            return wrong
        return Response(services.view_json(catalogue_view, _question(services, request.args)), mimetype=JSON)


def _allowed(services: Services) -> dict[str, tuple[str, ...]]:
    return {"lang": LANGUAGES, "sex": ("T", "F", "M"), "period": services.picture.edition.years}


def _question(services: Services, given: Mapping[str, str]) -> Question:
    return services.question(dict(given))


def _first_fault(given: Mapping[str, str], allowed: Mapping[str, tuple[str, ...]]) -> Response | None:
    for name, value in given.items():
        if name not in allowed:
            return _refusal(400, "api.unknown_parameter", name=name, allowed=", ".join(allowed))
        if value not in ("", *allowed[name]):
            return _refusal(400, "api.bad_parameter", name=name, found=value, allowed=", ".join(allowed[name]))
    return None


def _refusal(status: int, key: str, **facts: Any) -> Response:
    message = {language: words(language)(key, **facts) for language in LANGUAGES}
    return Response(orjson.dumps({"status": status, "message": message}), status=status, mimetype=JSON)
