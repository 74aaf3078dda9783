"""The HTML document of an address: its language and title, and its status when no page lives there."""

from dataclasses import dataclass
from html import escape
from typing import Any, cast

from dash import Dash
from flask import Flask, Response, request

from dashboard.page import Page
from dashboard.services import Services
from dashboard.web.guard.answers import answer, reads_pages
from dashboard.web.watching.seen import request_id
from indicators import Language

TEMPLATE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
{metas}
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{description}">
<meta name="request-id" content="{request}">
<link rel="icon" href="data:,">
{css}
<script src="{theme}"></script>
</head>
<body>
<noscript><p>{noscript}</p></noscript>
{app_entry}
<div>{config}{scripts}{renderer}</div>
</body>
</html>"""
ENTRY = '<div id="react-entry-point"><p class="loading-state" role="status">{loading}</p></div>'


@dataclass(frozen=True)
class Document:
    """Knows which addresses have a page, and what the document there is called."""

    services: Services
    pages: tuple[Page, ...]

    def dash(self, **options: Any) -> Dash:
        """Return a Dash app whose documents are made here."""
        return _Documented(self, options)

    def find(self, path: str) -> tuple[Page, str] | None:
        """Return the page of a path and the code in it; None when no page lives there. A last slash means nothing."""
        path = f"/{path.strip('/')}"
        for page in self.pages:
            if path == page.path:
                return page, ""
            code = path.removeprefix(f"{page.path}/")
            if page.knows is not None and code != path and page.knows(self.services, code):
                return page, code
        return None

    def head(self, path: str, query: dict[str, str]) -> tuple[Language, str]:
        """Return the language and title of the document at an address."""
        found = self.find(path)
        if found is None:
            lang = self.services.question({"lang": query.get("lang", "")}).lang
            return lang, self.services.words(lang)("title.not_found")
        page, code = found
        address = page.address(self.services, code, query)
        return address.question.lang, page.title(self.services, address)


class _Documented(Dash):  # type: ignore[misc]  # Dash carries no types
    def __init__(self, document: Document, options: dict[str, Any]) -> None:
        super().__init__(
            "dashboard",
            use_pages=True,
            pages_folder="",
            serve_locally=True,
            update_title=None,
            # A test finds every callback's ids in some layout. Dash would make all pages at the first request for that.
            suppress_callback_exceptions=True,
            include_pages_meta=False,
            **options,
        )
        self._document = document

    def _config(self) -> dict[str, Any]:
        # Pages need none of this, and who looks for an old version is not helped.
        hidden = dict.fromkeys(("dash_version", "python_version", "plotly_version", "dash_version_url"), "")
        return {**super()._config(), **hidden, "disable_version_check": True}

    def interpolate_index(self, **parts: str) -> str:
        lang, title = self._document.head(request.path, request.args.to_dict())
        words = self._document.services.words(lang)
        kept = {name: parts[name] for name in ("metas", "css", "config", "scripts", "renderer")}
        return TEMPLATE.format(
            **kept,
            # A remembered theme is set before anything is drawn: Dash puts its scripts last.
            theme=self.get_asset_url("theme.js"),
            lang=lang,
            request=request_id(request.environ),
            title=escape(f"{title} – {words('product')}"),
            description=escape(words("tagline")),
            noscript=escape(words("shell.noscript")),
            app_entry=ENTRY.format(loading=escape(words("shell.loading"))),
        )


def add_documents(server: Flask, document: Document) -> None:
    """Give addresses without a page the status 404; the page itself says so too."""

    @server.after_request
    def status(response: Response) -> Response:
        is_page = response.mimetype == "text/html" and "Content-Disposition" not in response.headers
        is_shown = response.status_code == 200 and is_page and request.method in ("GET", "HEAD")
        if not is_shown or document.find(request.path) is not None:
            return response
        if not reads_pages(request.environ):
            return cast("Response", answer(404, request.environ, request_id(request.environ)))
        response.status_code = 404
        return response
