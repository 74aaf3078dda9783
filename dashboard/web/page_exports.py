"""The tables of a page to take home: GET /export/sida/<the page's own address>.<form>, exactly as they are shown."""

from threading import BoundedSemaphore

from flask import Flask, Response, request

from dashboard.exports.tables import FORMS
from dashboard.settings import Settings
from dashboard.viewmodels.exported.page_tables import page_tables
from dashboard.viewmodels.take_home import PAGE
from dashboard.web.attachment import attachment
from dashboard.web.documents import Document
from dashboard.web.own_address import own_address
from dashboard.web.refusals import refusal

# As for reports: files are made by few at a time, and pages are still served.
MOST_AT_ONCE = 2


def add_page_exports(server: Flask, documents: Document, settings: Settings) -> None:
    """Add the exports of every page that names its tables. Whatever cannot be made is refused in both languages."""
    queue, services = BoundedSemaphore(MOST_AT_ONCE), documents.services

    @server.get(f"{PAGE}/<path:name>")
    def export_page(name: str) -> Response:
        path, _, form = name.rpartition(".")
        found = documents.find(f"/{path}") if path else None
        make = found[0].tables(found[1]) if found and found[0].tables else None
        if found is None or make is None:
            return refusal(404, "take_home.unknown_page", found=path)
        if form not in FORMS:
            return refusal(404, "downloads.unknown_form", found=form, allowed=", ".join(FORMS))
        page, code = found
        address = page.address(services, code, request.args)
        if address.notices:
            wrong = address.notices[0]
            return refusal(400, "downloads.unusable_parameter", name=wrong.name, found=wrong.found)
        with queue:
            # The edition is chosen once: what is published while a file is made does not get into it.
            picture = services.picture_of(address.question)
            tables, title = make(picture, address.question, code), page.title(services, address)
            base = own_address(settings, request.host)
            view = page_tables(picture, address.question, tables, title, address.path, base)
            writer = FORMS[form]
            return attachment(writer.write(view), f"{view.name}{writer.SUFFIX}", writer.MIME)
