"""What stands at the head of /data: which edition it is, and how much it holds."""

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.choices import Choice
from dashboard.viewmodels.contract import Fact
from indicators import FRAMEWORK, Picture, format_number


def data_facts(picture: Picture, question: Question) -> tuple[Fact, ...]:
    """Return the edition's number, date and counts."""
    say, manifest = words(question.lang), picture.edition.manifest
    counts = {name: format_number(n, 0, question.lang) for name, n in manifest["counts"].items()}
    told = {
        "edition": picture.edition.number,
        "published": str(manifest["published"]),
        "values": counts["observations"],
        "series": counts["series"],
        "regions": counts.get("region", "0"),
    }
    return tuple(Fact(say(f"data.head.{name}"), text) for name, text in told.items())


def dimension_choices(question: Question, none: str) -> tuple[Choice, ...]:
    """Return all four dimensions, and before them none in particular."""
    say = words(question.lang)
    named = tuple(Choice(item.code, item.name.in_(question.lang)) for item in FRAMEWORK.dimensions)
    return (Choice(none, say("filters.dimension_all")), *named)
