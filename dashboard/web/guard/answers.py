"""What a refused or failed request gets: our own page or JSON, in both languages, with the request's id."""

from collections.abc import Mapping
from html import escape
from typing import Any

import orjson
from werkzeug.wrappers import Response

from dashboard.i18n import words
from dashboard.web.bare_page import bare_page
from indicators import LANGUAGES, Language

# Asked by programs, whatever they say that they read.
FOR_PROGRAMS = ("/_dash", "/_reload", "/_favicon", "/api/", "/dcat", "/healthz", "/readyz", "/metrics", "/static/")
OTHER: dict[Language, Language] = {"sv": "en", "en": "sv"}
KNOWN = (400, 403, 404, 405, 413, 414, 415, 429, 431, 500, 503)
PART = """<section lang="{lang}">
<p class="lede">{text}</p>
<p class="small">{id}</p>
<p><a class="btn" href="/?lang={lang}">{back}</a></p>
</section>"""


def answer(status: int, environment: Mapping[str, Any], request: str, reason: str = "") -> Response:
    """Return the answer of a status: a page for who reads pages, JSON for programs. `reason` is a key of its words."""
    key = f"guard.{reason or (status if status in KNOWN else 400 if status < 500 else 500)}"
    said: dict[Language, str] = {language: words(language)(key) for language in LANGUAGES}
    if reads_pages(environment):
        return Response(_page(said, request), status, mimetype="text/html")
    body = {"status": status, "id": request, "message": said}
    return Response(orjson.dumps(body), status, mimetype="application/json")


def reads_pages(environment: Mapping[str, Any]) -> bool:
    """Return whether who asks reads pages: a browser that goes there, as against a program or a script."""
    is_for_program = str(environment.get("PATH_INFO", "")).startswith(FOR_PROGRAMS)
    return not is_for_program and "text/html" in str(environment.get("HTTP_ACCEPT", ""))


def _page(said: Mapping[Language, str], request: str) -> str:
    first: Language = "sv"
    parts = "\n".join(_part(language, said[language], request) for language in (first, OTHER[first]))
    return bare_page(first, words(first)("guard.title"), parts)


def _part(language: Language, text: str, request: str) -> str:
    say = words(language)
    told = {"text": text, "id": say("guard.id", id=request), "back": say("guard.back")}
    return PART.format(lang=language, **{name: escape(value) for name, value in told.items()})
