"""The data to take home: GET /data/ladda-ner/<edition>/<file>, each file with its digest as ETag."""

from flask import Flask, Response, request

from dashboard.files import Kept, Shelf
from dashboard.services import Services
from dashboard.viewmodels.data.dcat import DOWNLOADS
from dashboard.viewmodels.data.package import DESCRIPTION, WHOLE, download_name, files_of
from dashboard.web.refusals import refusal
from indicators import EditionDamagedError


def add_downloads(server: Flask, services: Services) -> None:
    """Add the downloads of every edition. What is not there is 404, never a failure."""
    shelf = Shelf()

    @server.get(f"{DOWNLOADS}/<number>/<name>")
    def download(number: str, name: str) -> Response:
        # A name is looked up among those there are; nothing of an address is ever used as a path.
        if number not in services.pictures.library.numbers():
            return refusal(404, "downloads.unknown_edition", found=number)
        if name not in (*files_of(), DESCRIPTION, WHOLE):
            return refusal(404, "downloads.unknown_file", found=name, allowed=", ".join((*files_of(), DESCRIPTION)))
        try:
            picture = services.pictures.of(number)
        except EditionDamagedError:
            return refusal(404, "downloads.damaged", number=number)
        return _sent(shelf.of(picture).get(name), number)


def _sent(kept: Kept, number: str) -> Response:
    response = Response(kept.pieces(), content_type=kept.mime)
    response.content_length = kept.facts.bytes
    response.headers.set("Content-Disposition", "attachment", filename=download_name(number, kept.name))
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.set_etag(kept.facts.sha256)
    # An edition never changes, but what a newer program tells of it may: ask, and be told that it is the same.
    response.cache_control.public = True
    response.cache_control.no_cache = True
    response.make_conditional(request)
    return response
