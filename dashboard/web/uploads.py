"""Where the forms of /data/enheter go: review, publish, undo; and the files to begin with.

Each POST is answered by leading back to the page (303), or by a short page that says why not.
"""

import datetime as dt
from pathlib import Path
from typing import BinaryIO, cast

from flask import Flask, Request, Response, redirect, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from dashboard.query import Question
from dashboard.services import Services
from dashboard.viewmodels.units.published import (
    ASKED,
    CONFIRM,
    EXAMPLES,
    FILES,
    FORMS,
    REVIEW,
    UNDO,
    page_link,
    template_name,
)
from dashboard.web.attachment import attachment
from dashboard.web.refusals import refusal
from dashboard.web.telling import told_page
from indicators import DataFolder, Language
from intake import (
    BusyError,
    Confirmer,
    UploadedFile,
    UploadError,
    confirm_upload,
    review_upload,
    template_csv,
    template_xlsx,
    undo_upload,
)

EXAMPLE_FOLDER = Path(__file__).resolve().parent.parent.parent / "refdata" / "examples"
MEGABYTE = 1024 * 1024
# The largest file and what a form adds to it.
MOST_BYTES = 10 * MEGABYTE + 64 * 1024
MIMES = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv; charset=utf-8"}
STATUSES = {
    "closed": 403,
    "too-large": 413,
    "review-unknown": 404,
    "changed-since": 409,
    "busy": 503,
}
BAD_REQUEST = 400
# Who undoes is not asked: there is no sign-in yet, and the button names the version.
BY_WEB = "webb"


class RefusedError(Exception):
    """A form was not followed. `code` says why."""

    def __init__(self, code: str) -> None:
        """Take the reason's code."""
        super().__init__(code)
        self.code = code


def add_uploads(server: Flask, services: Services) -> None:
    """Add POST granska, bekrafta and angra, and GET of the templates and examples."""

    def followed(act: str) -> Response:
        language: Language = "sv"
        try:
            folder = _guarded(services, request)
            language = services.question({"lang": request.form.get("lang", "")}).lang
            token = {REVIEW: _review, CONFIRM: _confirm, UNDO: _undo}[act](services, folder)
        except (RefusedError, UploadError, BusyError, HTTPException, OSError) as error:
            return _refused(services, language, error)
        return cast("Response", redirect(page_link(Question(lang=language), token), 303))

    for path in (REVIEW, CONFIRM, UNDO):
        server.add_url_rule(path, path, lambda path=path: followed(path), methods=["POST"])

    @server.get(f"{FILES}/<name>")
    def file(name: str) -> Response:
        return _file(services, name)


def _guarded(services: Services, asked: Request) -> DataFolder:
    """Let a form in before anything of it is read: to an open desk, and no larger than a file.

    That it comes from our own page is the guard's to say, of every request that changes something.
    """
    desk = services.desk
    if desk.closed or desk.folder is None:
        raise RefusedError("closed")
    if (asked.content_length or 0) > MOST_BYTES:
        raise RefusedError("too-large")
    # A body that does not tell its length is counted while it is read.
    asked.max_content_length = MOST_BYTES
    return desk.folder


def _review(services: Services, folder: DataFolder) -> str:
    given, region = request.files.get("fil"), request.form.get("region", "")
    if given is None or not given.filename:
        raise RefusedError("no-file")
    if region not in services.pictures.current().areas.region_codes:
        raise RefusedError("no-region")
    file = UploadedFile(region, given.filename, cast("BinaryIO", given.stream), services.desk.smallest)
    return review_upload(folder, file, services.pictures.current().catalogue, _now())


def _confirm(_: Services, folder: DataFolder) -> str:
    token = request.form.get(ASKED, "")
    confirm_upload(folder, token, Confirmer(request.form.get("av", ""), _now()))
    return token


def _undo(services: Services, folder: DataFolder) -> str:
    region, number = request.form.get("region", ""), request.form.get("version", "")
    if region not in services.pictures.current().areas.region_codes:
        raise RefusedError("no-region")
    undo_upload(folder, region, number, Confirmer(BY_WEB, _now()))
    return ""


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _refused(services: Services, language: Language, error: Exception) -> Response:
    say, (code, facts) = services.words(language), _reason(error)
    text = say(f"upload.error.{code}", **facts)
    back = (say("units.back"), page_link(Question(lang=language)))
    return told_page(STATUSES.get(code, BAD_REQUEST), language, say("upload.error.title"), text, back)


def _reason(error: Exception) -> tuple[str, dict[str, str]]:
    match error:
        case RefusedError() | UploadError():
            return error.code, {}
        case RequestEntityTooLarge():
            return "too-large", {}
        case BusyError():
            return "busy", {}
        case OSError():
            return "not-saved", {"fault": str(error.strerror or error)}
        case _:
            return "bad-form", {}


def _file(services: Services, name: str) -> Response:
    for language in ("sv", "en"):
        for form in FORMS:
            if name == template_name(Question(lang=language), form):
                catalogue = services.pictures.current().catalogue
                make = template_xlsx if form == "xlsx" else template_csv
                words = services.words(language).part("upload.template")
                return attachment([make(catalogue, language, words)], name, MIMES[form])
    if name in EXAMPLES.values():
        return attachment([(EXAMPLE_FOLDER / name).read_bytes()], name, MIMES[name.rsplit(".", 1)[-1]])
    return refusal(404, "upload.error.unknown-file")
