"""A short page that says why a form was not followed, with the way back."""

from html import escape

from flask import Response, request

from dashboard.i18n import words
from dashboard.web.bare_page import bare_page
from dashboard.web.watching.seen import request_id
from indicators import Language

PARTS = """<p class="lede" role="alert">{text}</p>
<p><a class="btn" href="{href}">{back}</a></p>
<p class="small">{id}</p>"""


def told_page(status: int, language: Language, title: str, text: str, back: tuple[str, str]) -> Response:
    """Return the page; `back` is a link's words and address."""
    said = {"text": text, "back": back[0], "href": back[1]}
    said["id"] = words(language)("guard.id", id=request_id(request.environ))
    parts = PARTS.format(**{name: escape(value) for name, value in said.items()})
    return Response(bare_page(language, title, parts), status=status, mimetype="text/html")
