"""Pictures to take home: GET /export/picture/<area>/<indicator>.<svg|png>, each with its source and edition in it."""

from flask import Flask, Response, request

from dashboard.exports import Form
from dashboard.exports.pictures import FORMS
from dashboard.services import Services
from dashboard.settings import Settings
from dashboard.viewmodels.exported.picture import RowPicture, row_picture
from dashboard.viewmodels.report.make import report
from dashboard.viewmodels.report.records import Scope
from dashboard.web.attachment import attachment
from dashboard.web.own_address import own_address
from dashboard.web.refusals import refusal
from indicators import NATION

PARAMETERS = ("lang", "sex", "period", "utgava")


def add_pictures(server: Flask, services: Services, settings: Settings) -> None:
    """Add the pictures of indicators. Whatever cannot be made is refused in both languages."""

    @server.get("/export/picture/<code>/<name>")
    def export_picture(code: str, name: str) -> Response:
        indicator, _, form = name.rpartition(".")
        if form not in FORMS:
            return refusal(404, "downloads.unknown_form", found=form, allowed=", ".join(FORMS))
        return _refused() or _made(services, own_address(settings, request.host), code, indicator, FORMS[form])


def _made(services: Services, base: str, code: str, indicator: str, form: Form[RowPicture]) -> Response:
    question, notices = services.read(request.args)
    if notices:
        return refusal(400, "downloads.unusable_parameter", name=notices[0].name, found=notices[0].found)
    picture = services.picture_of(question)
    if code not in (NATION, *picture.areas.region_codes):
        return refusal(404, "api.unknown_area", found=code)
    view = report(picture, question, Scope("region", code), base)
    row = next((row for row in view.rows if row.indicator == indicator), None)
    if row is None:
        return refusal(404, "api.unknown_indicator", found=indicator)
    shown = row_picture(view, row)
    return attachment(form.write(shown), f"{shown.name}.{form.NAME}", form.MIME)


def _refused() -> Response | None:
    unknown = next((name for name in request.args if name not in PARAMETERS), None)
    if unknown is None:
        return None
    return refusal(400, "api.unknown_parameter", name=unknown, allowed=", ".join(PARAMETERS))
