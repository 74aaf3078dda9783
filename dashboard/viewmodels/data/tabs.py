"""The parts of /data as links that look like tabs."""

from dashboard.i18n import words
from dashboard.query import Question, link
from dashboard.viewmodels.region import TabLink

DATA, EDITIONS, UNITS = "/data", "/data/utgavor", "/data/enheter"
PARTS = {"sources": DATA, "editions": EDITIONS, "units": UNITS}


def data_tabs(question: Question, path: str) -> tuple[TabLink, ...]:
    """Return the parts of /data, the one at `path` as the current one."""
    say = words(question.lang)
    fresh = Question(lang=question.lang, edition=question.edition)
    return tuple(TabLink(say(f"data.tab.{name}"), "", link(to, fresh), to == path) for name, to in PARTS.items())
