"""Reading a presentation that somebody hands over. Nothing of it is believed before it has been read here."""

import json
import re
from typing import Any

from dashboard.viewmodels.present.limits import LIMITS
from dashboard.viewmodels.present.records import FORMAT, VERSION, Presentation, Slide

# Letters of every language, line ends and tabs; no other control characters, and no half of a pair.
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
PICTURE = re.compile(r"(?:message|rows|chart|map|rug|compare|pairs|table):[a-z0-9-]+(?:/[a-z0-9-]+){0,2}", re.ASCII)
VIEW = re.compile(r"/(?:[a-z0-9-]+(?:/[a-z0-9-]+)*)?(?:\?[^#\s\\]*)?", re.ASCII)
TEXTS = ("heading", "question", "notes")


class PresentationError(ValueError):
    """A presentation that is refused: `key` names the words that say why, `facts` fill them."""

    def __init__(self, key: str, **facts: object) -> None:
        """Keep why, in words' own terms."""
        super().__init__(key, facts)
        self.key, self.facts = key, facts


def read_presentation(content: bytes) -> Presentation:
    """Return the presentation in a file. Raises PresentationError with what is wrong first."""
    if len(content) > LIMITS.file:
        raise PresentationError("present.refused.large", most=LIMITS.file // 1000)
    try:
        raw = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise PresentationError("present.refused.json") from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise PresentationError("present.refused.format")
    if raw.get("version") != VERSION or isinstance(raw.get("version"), bool):
        raise PresentationError("present.refused.version", version=VERSION)
    return Presentation(_text(raw, "title", 0), _slides(raw.get("slides")))


def _slides(raw: Any) -> tuple[Slide, ...]:
    if not isinstance(raw, list):
        raise PresentationError("present.refused.format")
    if len(raw) > LIMITS.slides:
        raise PresentationError("present.refused.slides", most=LIMITS.slides, n=len(raw))
    return tuple(_slide(item, place) for place, item in enumerate(raw, 1))


def _slide(raw: Any, place: int) -> Slide:
    if not isinstance(raw, dict):
        raise PresentationError("present.refused.slide", place=place)
    view, picture = _text(raw, "view", place), _text(raw, "picture", place)
    if not is_slide(view, picture):
        raise PresentationError("present.refused.address", place=place)
    return Slide(view, picture, *(_text(raw, name, place) for name in TEXTS))


def is_slide(view: str, picture: str) -> bool:
    """Return whether a view is an address of this program's own, and a picture is named as pictures are."""
    within = len(view) <= LIMITS.view and len(picture) <= LIMITS.picture
    return within and VIEW.fullmatch(view) is not None and PICTURE.fullmatch(picture) is not None


def _text(raw: dict[str, Any], name: str, place: int) -> str:
    text = raw.get(name, "")
    if not isinstance(text, str) or FORBIDDEN.search(text):
        raise PresentationError("present.refused.text", place=place, name=name)
    most = getattr(LIMITS, name)
    if len(text) > most:
        raise PresentationError("present.refused.long", place=place, name=name, most=most)
    return text
