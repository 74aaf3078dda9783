"""The page that lists an archive's files: plain HTML that needs nothing but the archive."""

from collections.abc import Iterator
from html import escape

from dashboard.viewmodels.bulk import IndexGroup, IndexView

NAME, MIME = "index", "text/html; charset=utf-8"
META = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;"
    "color-scheme:light dark}li{margin:.25rem 0}"
)


def write(view: IndexView) -> Iterator[bytes]:
    """Yield the page. What is missing stands first."""
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(view.title)}</title>'
    )
    missing = "".join(f"<li>{escape(text)}</li>" for text in view.missing)
    parts = [
        f'<!doctype html><html lang="{view.lang}"><head>{head}<style>{STYLE}</style></head><body><main>',
        f"<h1>{escape(view.title)}</h1><p>{escape(view.text)}</p>",
        f"<h2>{escape(view.missing_title)}</h2><ul>{missing}</ul>" if missing else "",
        *map(_group, view.groups),
        "</main></body></html>\n",
    ]
    yield "".join(parts).encode()


def _group(group: IndexGroup) -> str:
    items = "".join(f'<li><a href="{escape(name)}">{escape(title)}</a></li>' for name, title in group.files)
    return f"<h2>{escape(group.name)}</h2><ul>{items}</ul>"
