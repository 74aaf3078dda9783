"""GET /dcat: the catalogue's description for the national data portal, as RDF/XML, Turtle or JSON-LD."""

from flask import Flask, Response, request

from dashboard.exports import FORMATS
from dashboard.query import Question
from dashboard.services import Services
from dashboard.settings import Settings
from dashboard.viewmodels.data.dcat import Portal, dcat_view
from dashboard.web.own_address import own_address
from dashboard.web.refusals import refusal
from indicators import edition_facts

# The first is given to who has no wish: the portal reads RDF/XML.
FORMS = ("rdf", "ttl", "jsonld")


def add_dcat(server: Flask, services: Services, settings: Settings) -> None:
    """Add /dcat. Without a public address it answers on this machine only: no stranger's host name gets into it."""

    @server.get("/dcat")
    def dcat() -> Response:
        form = request.args.get("format") or _preferred()
        if form not in FORMS:
            return refusal(400, "downloads.unknown_form", found=form, allowed=", ".join(FORMS))
        address = own_address(settings, request.host)
        if not address:
            return refusal(404, "downloads.no_address")
        return _described(services, Portal(address, settings.publisher, settings.contact), form)


def _described(services: Services, portal: Portal, form: str) -> Response:
    view = dcat_view(services.picture_of(Question()), portal, _first_published(services))
    response = Response(b"".join(FORMATS[form].write(view)), content_type=f"{FORMATS[form].MIME}; charset=utf-8")
    response.vary.add("Accept")
    response.add_etag()
    response.make_conditional(request)
    return response


def _preferred() -> str:
    mimes = {FORMATS[form].MIME: form for form in FORMS}
    return mimes[request.accept_mimetypes.best_match(list(mimes), default=next(iter(mimes)))]


def _first_published(services: Services) -> str:
    """The day of the oldest edition there is."""
    library = services.pictures.library
    days = (edition_facts(library, number).published for number in library.numbers())
    return min(filter(None, days), default="")
