"""Saying no to who asks for what is not there: in both languages, as JSON, and never as a failure of the server."""

import orjson
from flask import Response, request

from dashboard.i18n import words
from dashboard.web.watching.seen import request_id
from indicators import LANGUAGES


def refusal(status: int, key: str, **facts: object) -> Response:
    """Return a response that says why in both languages. Facts are shown cut: they may be what a stranger wrote."""
    shown = {name: str(fact)[:80] for name, fact in facts.items()}
    message = {language: words(language)(key, **shown) for language in LANGUAGES}
    body = {"status": status, "id": request_id(request.environ), "message": message}
    return Response(orjson.dumps(body), status=status, mimetype="application/json")
