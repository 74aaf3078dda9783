"""The open interface: the same view models as the pages, as JSON."""

from collections.abc import Callable, Mapping
from typing import Any

import orjson
from flask import Flask, Response, request

from dashboard.i18n import words
from dashboard.query import EDITION, Question
from dashboard.services import Services
from dashboard.viewmodels.catalogue import catalogue_view
from dashboard.viewmodels.earlier_signals.view import signals_view
from dashboard.viewmodels.editions.corrected import corrections_view
from dashboard.viewmodels.glossary import glossary_view
from dashboard.viewmodels.indicator.units import units_view
from dashboard.viewmodels.scorecard import scorecard_view
from dashboard.viewmodels.signals.machine import matters_view
from dashboard.viewmodels.signals.method import is_earlier
from dashboard.web.watching.seen import request_id
from indicators import LANGUAGES, NATION, Picture

JSON = "application/json"


def add_api(server: Flask, services: Services) -> None:
    """Add GET /api/v1/scorecard/<area>, signals/<area>, units/<indicator>, indicators, glossary and corrections."""

    @server.get("/api/v1/scorecard/<area>")
    def scorecard(area: str) -> Response:
        return _of_area(services, scorecard_view, area)

    @server.get("/api/v1/signals/<area>")
    def signals(area: str) -> Response:
        return _of_area(services, _matters, area)

    @server.get("/api/v1/units/<indicator>")
    def units(indicator: str) -> Response:
        return _units(services, indicator, request.args)

    @server.get("/api/v1/indicators")
    def indicators() -> Response:
        return _whole(services, catalogue_view)

    @server.get("/api/v1/glossary")
    def glossary() -> Response:
        return _whole(services, glossary_view)

    @server.get("/api/v1/corrections")
    def corrections() -> Response:
        return _whole(services, corrections_view)


def _matters(picture: Picture, question: Question, area: str) -> Any:
    """What matters in an area; of an edition with the earlier method’s choice that, as it was published."""
    return (signals_view if is_earlier(picture) else matters_view)(picture, question, area)


def _whole(services: Services, make: Callable[..., Any]) -> Response:
    wrong = _first_fault(request.args, allowed(services, request.args, "lang"))
    if wrong:
        return wrong
    return Response(services.view_json(make, _question(services, request.args)), mimetype=JSON)


def _of_area(services: Services, make: Callable[..., Any], area: str) -> Response:
    if area not in (NATION, *services.pictures.current().areas.region_codes):
        return _refusal(404, "api.unknown_area", found=area)
    wrong = _first_fault(request.args, allowed(services, request.args, "lang", "sex", "period"))
    if wrong:
        return wrong
    return Response(services.view_json(make, _question(services, request.args), area), mimetype=JSON)


def _units(services: Services, indicator: str, given: Mapping[str, str]) -> Response:
    wrong = _first_fault(given, allowed(services, given, "lang", "sex", "period", "region"))
    if wrong:
        return wrong
    question = _question(services, given)
    picture = services.picture_of(question)
    known = picture.catalogue.by_id.get(indicator)
    if known is None or known.is_context:
        return _refusal(404, "api.unknown_indicator", found=indicator)
    parts = (indicator, given.get("region", ""), picture.units_version)
    if services.view(units_view, question, *parts) is None:
        return _refusal(404, "api.early_period", found=question.period)
    return Response(services.view_json(units_view, question, *parts), mimetype=JSON)


def allowed(services: Services, given: Mapping[str, str], *names: str) -> dict[str, tuple[str, ...]]:
    """Return the values that parameters may have, the edition's among them."""
    # Only a whole edition is a value: one that is damaged falls away, and is refused as unknown.
    question, _ = services.read({EDITION: given.get(EDITION, "")})
    known: dict[str, tuple[str, ...]] = {
        "lang": LANGUAGES,
        "sex": ("T", "F", "M"),
        "period": services.picture_of(question).edition.years,
        "region": services.picture_of(question).areas.region_codes,
    }
    numbers = services.pictures.library.numbers()
    usable = numbers if question.edition or not given.get(EDITION) else tuple(set(numbers) - {given[EDITION]})
    return {**{name: known[name] for name in names}, EDITION: usable}


def _question(services: Services, given: Mapping[str, str]) -> Question:
    return services.read(dict(given))[0]


def _first_fault(given: Mapping[str, str], allowed: Mapping[str, tuple[str, ...]]) -> Response | None:
    for name, value in given.items():
        if name not in allowed:
            return _refusal(400, "api.unknown_parameter", name=name, allowed=", ".join(allowed))
        if value not in ("", *allowed[name]):
            return _refusal(400, "api.bad_parameter", name=name, found=value, allowed=", ".join(allowed[name]))
    return None


def _refusal(status: int, key: str, **facts: Any) -> Response:
    message = {language: words(language)(key, **facts) for language in LANGUAGES}
    body = {"status": status, "id": request_id(request.environ), "message": message}
    return Response(orjson.dumps(body), status=status, mimetype=JSON)
