"""The colours of the screens, for files: read from where they have their names, assets/00-tokens.css."""

import re
from functools import cache
from pathlib import Path

CSS = Path(__file__).parents[2] / "assets" / "00-tokens.css"
LIGHT = re.compile(r":root \{(.*?)\}", re.DOTALL)
TOKEN = re.compile(r"--([a-z-]+): ([^;]+);")
USED = re.compile(r"var\(--([a-z-]+)\)")


@cache
def tokens() -> dict[str, str]:
    """Return the tokens of light paper, by name."""
    found = LIGHT.search(CSS.read_text(encoding="utf-8"))
    return dict(TOKEN.findall(found.group(1))) if found else {}


def coloured(css: str) -> str:
    """Return a style sheet with every token in the place of its name. Raises KeyError for a name that is none."""
    return USED.sub(lambda name: tokens()[name.group(1)], css)
