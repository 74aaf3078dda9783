"""A short page that says why a form was not followed: the same looks, no script, and the way back."""

from html import escape
from pathlib import Path

from flask import Response, request

from dashboard.i18n import words
from dashboard.web.watching.seen import request_id
from indicators import Language

ASSETS = Path(__file__).resolve().parent.parent.parent / "assets"
TEMPLATE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title} – {product}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
{css}
</head>
<body>
<header class="site-header"><div class="site-bar"><a class="brand" href="/">{product}</a></div></header>
<main id="main">
<h1>{title}</h1>
<p class="lede" role="alert">{text}</p>
<p><a class="btn" href="{href}">{back}</a></p>
<p class="small">{id}</p>
</main>
</body>
</html>"""


def told_page(status: int, language: Language, title: str, text: str, back: tuple[str, str]) -> Response:
    """Return the page; `back` is a link's words and address."""
    sheets = "\n".join(f'<link rel="stylesheet" href="/assets/{path.name}">' for path in sorted(ASSETS.glob("*.css")))
    said = {"title": title, "text": text, "back": back[0], "href": back[1], "product": words(language)("product")}
    said["id"] = words(language)("guard.id", id=request_id(request.environ))
    escaped = {name: escape(value) for name, value in said.items()}
    return Response(TEMPLATE.format(lang=language, css=sheets, **escaped), status=status, mimetype="text/html")
