"""The glossary: words and abbreviations in the order of the language's alphabet."""

from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question
from indicators import METHOD_SETTINGS, Abbreviation, Language, Picture, Term, read_glossary

GLOSSARY = "/ordlista"
# In Swedish these come after z, in this order.
LAST = {"å": "{", "ä": "|", "ö": "}"}


@dataclass(frozen=True, slots=True)
class SeeAlso:
    """Another entry of the glossary, by anchor."""

    id: str
    term: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or abbreviation; `whole` is what an abbreviation stands for."""

    id: str
    term: str
    whole: str
    meaning: str
    see: tuple[SeeAlso, ...]


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries under one heading."""

    code: str
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """All entries, with the words that the drawn list needs."""

    lang: Language
    groups: tuple[EntryGroup, ...]
    labels: dict[str, str]


def glossary_view(_: Picture, question: Question) -> GlossaryView:
    """Return the glossary in one language."""
    say, found = words(question.lang), read_glossary()
    shorts = [_short(item, say) for item in found.abbreviations if item.short.in_(say.language)]
    names = {item.id: item.term.in_(say.language) for item in found.terms} | {item.id: item.term for item in shorts}
    terms = [_term(item, names, say) for item in found.terms]
    groups = {"terms": terms, "abbreviations": shorts}
    labels = {name: say(f"glossary.{name}") for name in ("search", "shown", "nothing", "see")}
    return GlossaryView(
        say.language,
        tuple(EntryGroup(code, say(f"glossary.{code}"), _in_order(entries, say)) for code, entries in groups.items()),
        labels,
    )


def abbreviations(language: Language) -> tuple[tuple[str, str, str], ...]:
    """Return each abbreviation of one language with what it stands for and its anchor, in alphabetical order."""
    say = words(language)
    shorts = [_short(item, say) for item in read_glossary().abbreviations if item.short.in_(language)]
    return tuple((item.term, item.whole, item.id) for item in _in_order(shorts, say))


def _term(item: Term, names: dict[str, str], say: Words) -> Entry:
    settings = {"enough": METHOD_SETTINGS.enough, "regions": METHOD_SETTINGS.regions}
    see = tuple(SeeAlso(other, names[other]) for other in item.see if other in names)
    return Entry(item.id, names[item.id], "", item.meaning.in_(say.language).format(**settings), see)


def _short(item: Abbreviation, say: Words) -> Entry:
    short, whole, meaning = (text.in_(say.language) for text in (item.short, item.whole, item.meaning))
    return Entry(item.id, short, whole, meaning, ())


def _in_order(entries: list[Entry], say: Words) -> tuple[Entry, ...]:
    def place(entry: Entry) -> str:
        text = entry.term.lower().removeprefix("the ")
        return "".join(LAST.get(letter, letter) for letter in text) if say.language == "sv" else text

    return tuple(sorted(entries, key=place))
