"""A page without script, for when there is nothing else to show: the same looks, a heading, and what is said."""

from html import escape
from pathlib import Path

from dashboard.i18n import words
from indicators import Language

ASSETS = Path(__file__).resolve().parents[2] / "assets"
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
{parts}
</main>
</body>
</html>"""


def bare_page(language: Language, title: str, parts: str) -> str:
    """Return the document. `title` is text; `parts` is markup, whose texts its maker has escaped."""
    sheets = "\n".join(f'<link rel="stylesheet" href="/assets/{path.name}">' for path in sorted(ASSETS.glob("*.css")))
    product = escape(words(language)("product"))
    return TEMPLATE.format(lang=language, title=escape(title), product=product, css=sheets, parts=parts)
