"""The parts of /data as links that look like tabs."""

from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.query import Question, link

DATA, EDITIONS, UNITS = "/data", "/data/utgavor", "/data/enheter"
PARTS = {"sources": DATA, "editions": EDITIONS, "units": UNITS}


@dataclass(frozen=True, slots=True)
class PageTab:
    """One part: its name, its address, and whether it is the one on the screen."""

    text: str
    href: str
    current: bool


def data_tabs(question: Question, path: str) -> tuple[PageTab, ...]:
    """Return the parts of /data, the one at `path` as the current one."""
    say = words(question.lang)
    fresh = Question(lang=question.lang, edition=question.edition)
    return tuple(PageTab(say(f"data.tab.{name}"), link(to, fresh), to == path) for name, to in PARTS.items())
