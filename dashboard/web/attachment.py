"""A made file as an answer: saved and not opened, checked again by its content each time it is asked for."""

import hashlib
from collections.abc import Iterable
from urllib.parse import quote

from flask import Response, request


def attachment(pieces: Iterable[bytes], name: str, mime: str) -> Response:
    """Return the pieces as one file called `name`, which is plain ASCII without quotation marks.

    A browser may keep it, but asks each time: a newer program may write another file of the same edition.
    """
    body = b"".join(pieces)
    response = Response(body, content_type=mime)
    # Saved and not opened: nothing that a file could hold is run in the program's own place.
    # Plain for old programs, and as RFC 5987 for those that read it.
    response.headers["Content-Disposition"] = f"attachment; filename=\"{name}\"; filename*=UTF-8''{quote(name)}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.set_etag(hashlib.sha256(body).hexdigest())
    response.cache_control.no_cache = True
    if request.method in ("GET", "HEAD"):
        response.make_conditional(request)
    return response
