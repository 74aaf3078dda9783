"""Reports to take home: GET /export/region/<code>.<form> and /export/dimension/<dimension>/<code>.<form>."""

from collections.abc import Mapping
from dataclasses import dataclass
from threading import BoundedSemaphore

from flask import Flask, Response, request

from dashboard.exports.report import FORMS
from dashboard.query import EDITION, Question, parse
from dashboard.services import Services
from dashboard.settings import Settings
from dashboard.viewmodels.report.forms import FORMS_OF_ONE_PAGE
from dashboard.viewmodels.report.make import report
from dashboard.viewmodels.report.records import Scope
from dashboard.web.attachment import attachment
from dashboard.web.own_address import own_address
from dashboard.web.refusals import refusal
from indicators import FRAMEWORK, LANGUAGES, MOST_ON_SHEET, NATION, EditionDamagedError, Picture

FILTERS = ("dimension", "area", "deviating", "target")
CHOICE = "indicators"
# Files are made by few at a time: who comes then waits, and pages are still served.
MOST_AT_ONCE = 2


class _RefusedError(Exception):
    """Why nothing is made, as a response."""

    def __init__(self, response: Response) -> None:
        super().__init__(response.status)
        self.response = response


def add_exports(server: Flask, services: Services, settings: Settings) -> None:
    """Add the exports of regions, the nation and dimensions. Whatever cannot be made is refused in both languages."""
    queue = BoundedSemaphore(MOST_AT_ONCE)

    def made(kind: str, name: str, dimension: str = "") -> Response:
        # The edition is chosen once: what is published while a file is made does not get into it.
        try:
            picture = _picture(services, request.args)
            found = _asked(picture, request.args, kind, name, dimension)
        except _RefusedError as refused:
            return refused.response
        with queue:
            whole = found.form not in FORMS_OF_ONE_PAGE
            view = report(picture, found.question, found.scope, own_address(settings, request.host), whole=whole)
            return attachment(FORMS[found.form].write(view), f"{view.name}.{found.form}", FORMS[found.form].MIME)

    @server.get("/export/region/<name>")
    def export_region(name: str) -> Response:
        return made("region", name)

    @server.get("/export/dimension/<dimension>/<name>")
    def export_dimension(dimension: str, name: str) -> Response:
        return made("dimension", name, dimension)


@dataclass(frozen=True)
class _Asked:
    question: Question
    scope: Scope
    form: str


def _refuse(status: int, key: str, **facts: object) -> _RefusedError:
    return _RefusedError(refusal(status, key, **facts))


def _picture(services: Services, given: Mapping[str, str]) -> Picture:
    number, numbers = given.get(EDITION, ""), services.pictures.library.numbers()
    if number and number not in numbers:
        raise _refuse(400, "api.bad_parameter", name=EDITION, found=number, allowed=", ".join(numbers))
    try:
        return services.pictures.of(number) if number else services.pictures.current()
    except EditionDamagedError as error:
        raise _refuse(404, "downloads.damaged", number=number) from error


def _asked(picture: Picture, given: Mapping[str, str], kind: str, name: str, dimension: str) -> _Asked:
    code, _, form = name.rpartition(".")
    if form not in FORMS:
        raise _refuse(404, "downloads.unknown_form", found=form, allowed=", ".join(FORMS))
    if code not in (NATION, *picture.areas.region_codes):
        raise _refuse(404, "api.unknown_area", found=code)
    if kind == "dimension" and dimension not in FRAMEWORK.by_code:
        raise _refuse(404, "export.unknown_dimension", found=dimension, allowed=", ".join(FRAMEWORK.by_code))
    _check(picture, given)
    question, _ = parse({key: text for key, text in given.items() if key != CHOICE}, picture)
    chosen = _chosen(picture, given.get(CHOICE, ""))
    scope = Scope("dimension", code, dimension, chosen) if kind == "dimension" else Scope("region", code, "", chosen)
    return _Asked(question, scope, form)


def _check(picture: Picture, given: Mapping[str, str]) -> None:
    """Refuse the first parameter that is unknown or cannot be followed: a file must be what was asked for."""
    allowed = _allowed(picture)
    for name, value in given.items():
        if name not in (*allowed, EDITION, CHOICE):
            known = ", ".join((*allowed, EDITION, CHOICE))
            raise _refuse(400, "api.unknown_parameter", name=name, allowed=known)
        if value and name in allowed and value not in allowed[name]:
            raise _refuse(400, "api.bad_parameter", name=name, found=value, allowed=", ".join(allowed[name]))


def _allowed(picture: Picture) -> dict[str, tuple[str, ...]]:
    areas = tuple(area.code for _, area in FRAMEWORK.areas)
    filters = dict(zip(FILTERS, (tuple(FRAMEWORK.by_code), areas, ("0", "1"), ("0", "1")), strict=True))
    return {"lang": LANGUAGES, "sex": ("T", "F", "M"), "period": picture.edition.years, **filters}


def _chosen(picture: Picture, text: str) -> tuple[str, ...]:
    """A reader's own choice of indicators, at most as many as a sheet holds."""
    codes = tuple(dict.fromkeys(code for code in text.split(",") if code))
    known = {item.id for item in picture.catalogue.indicators}
    unknown = next((code for code in codes if code not in known), None)
    if unknown is not None:
        raise _refuse(400, "api.unknown_indicator", found=unknown)
    if len(codes) > MOST_ON_SHEET:
        raise _refuse(400, "export.too_many", n=len(codes), most=MOST_ON_SHEET)
    return codes
