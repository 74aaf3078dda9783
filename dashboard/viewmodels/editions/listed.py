"""The editions there are: each with its date, contents and digest, and what changed since the one before."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.cards import Card, CardLink, CardsView
from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.data.tabs import EDITIONS
from dashboard.viewmodels.editions.changes import changes_summary
from indicators import PUBLISHERS, EditionFacts, format_number

MOST = 20
# Where on the page what changed stands.
CHANGES_PART = "editions-changes"
COUNTED = ("observations", "series", "region", "municipality")


@dataclass(frozen=True, slots=True)
class EditionsView:
    """The newest editions as cards, how many there are, and how many older ones are not shown."""

    text: str
    cards: CardsView
    more: str | None


def editions_view(found: Sequence[EditionFacts], current: str, question: Question) -> EditionsView:
    """Return the editions, newest first; `current` is the number of the one that readers get without asking."""
    say = words(question.lang)
    more = len(found) - MOST
    return EditionsView(
        say.count("editions.count", len(found), current=current),
        CardsView(question.lang, tuple(_card(item, current, question) for item in found[:MOST])),
        say("changes.more", n=more) if more > 0 else None,
    )


def _card(item: EditionFacts, current: str, question: Question) -> Card:
    say = words(question.lang)
    title = say("shell.edition", number=item.number)
    if item.fault is not None:
        return Card(item.number, title, text=say("editions.damaged", fault=item.fault), is_fault=True)
    status = _status(item, current, question, say)
    return Card(
        name=item.number,
        title=title,
        status=status,
        symbol="●" if status else "",
        text=_changed(item, say),
        facts=_facts(item, say),
        links=_links(item, current, question, say),
    )


def _status(item: EditionFacts, current: str, question: Question, say: Words) -> str:
    if item.number == current:
        return say("editions.current")
    return say("editions.shown") if item.number == question.edition else ""


def _links(item: EditionFacts, current: str, question: Question, say: Words) -> tuple[CardLink, ...]:
    asked, fresh = "" if item.number == current else item.number, Question(lang=question.lang)
    read = CardLink(say("editions.read", number=item.number), link("/", fresh, edition=asked), is_button=True)
    if item.previous is None:
        return (read,)
    told = say("editions.changes", number=item.number)
    return (read, CardLink(told, link(EDITIONS, fresh, edition=asked) + f"#{CHANGES_PART}", is_button=True))


def _changed(item: EditionFacts, say: Words) -> str:
    if item.previous is None:
        return say("editions.first")
    return f"{say('editions.since', number=item.previous)} {changes_summary(item.changes, say.language)}"


def _facts(item: EditionFacts, say: Words) -> tuple[Fact, ...]:
    counts = {name: format_number(n, 0, say.language) for name, n in item.counts.items()}
    names = (PUBLISHERS[code].name.in_(say.language) if code in PUBLISHERS else code for code in item.sources)
    told = {
        "published": item.published,
        "holds": say("editions.counts", **{name: counts.get(name, "0") for name in COUNTED}),
        "kept": say("editions.kept", **{name: counts.get(name, "0") for name in ("quarantined", "revisions")}),
        "sources": ", ".join(names),
        "program": item.program,
        "sha256": item.sha256,
    }
    return tuple(Fact(say(f"editions.fact.{name}"), text) for name, text in told.items())
