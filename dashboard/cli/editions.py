"""`halsodialog edition …`: publish, list, show, compare, verify and choose frozen editions."""

import argparse
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dashboard.cli import correcting
from dashboard.cli.form import add_language, listing
from dashboard.i18n import Words, words
from dashboard.settings import Settings
from indicators import (
    Edition,
    EditionDamagedError,
    Library,
    Pictures,
    compare_editions,
    current_judges,
    open_edition,
    read_catalogue,
    read_reference,
)

ORDER = 30
CURRENT = "current"
COMMANDS = {
    "publish": "publish what was read as a new edition and make it current",
    "list": "list the editions, newest first",
    "show": "tell of an edition: its date, counts, sources and changes",
    "diff": "say in words what differs between two editions",
    "verify": "verify every file of an edition",
    "use": "make an earlier edition the current one",
    "correct": correcting.HELP,
    "build": "build one from a folder of figures, or from an edition's, and make it current",
}


def add(commands: Any) -> list[str]:
    """Add the commands; return a line for each."""
    parser = commands.add_parser("edition", help="publish, list, compare, verify and choose frozen editions")
    group = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    added = {name: group.add_parser(name, help=text) for name, text in COMMANDS.items()}
    runs = dict(zip(COMMANDS, (_publish, _list, _show, _diff, _verify, _use, correcting.run, _build), strict=True))
    for name, command in added.items():
        command.set_defaults(run=runs[name])
    _options(added)
    return listing("edition", COMMANDS)


def _options(added: Mapping[str, argparse.ArgumentParser]) -> None:
    correcting.options(added["correct"])
    for name in ("show", "verify"):
        added[name].add_argument("number", nargs="?", help="the edition's number (default: the current one)")
    added["use"].add_argument("number", help="the edition's number")
    for name, text in (("older", "the number to compare from"), ("newer", "the number to compare to")):
        added["diff"].add_argument(name, help=text)
    for name, command in added.items():
        # A correction adds its own, beside what it asks for in both languages.
        if name != "correct":
            add_language(command)
    made_of = added["build"].add_mutually_exclusive_group(required=True)
    made_of.add_argument("--from", dest="figures", type=Path, help="the folder of figures")
    again = "an edition whose observations are judged anew (default: the store's current one)"
    made_of.add_argument("--from-edition", dest="edition", nargs="?", const=CURRENT, metavar="NUMBER", help=again)
    added["build"].add_argument("--store", type=Path, help="the folder of editions (default: the data folder's)")
    for name in ("publish", "build"):
        added[name].add_argument("--number", help="the edition's number (default: this month, like 2026-11)")
        added[name].add_argument("--published", type=dt.date.fromisoformat, help="its date (default: today)")


def _publish(chosen: argparse.Namespace, settings: Settings) -> int:
    # Publishing brings pandas, pyarrow and scipy; serving does not need them.
    from intake import Judges, Order, publish

    order = Order(settings.folder, settings.own_library, chosen.published or dt.date.today(), chosen.number or "")
    publication = publish(order, Judges(read_catalogue(), read_reference()), print)
    say, edition = words(chosen.lang), publication.edition
    if not publication.is_new:
        print(say("cli.unpublished", edition=edition.number))
        return 0
    changes = edition.manifest["changes"]
    told = ", ".join(say(f"cli.changed.{what}", n=n) for what, n in changes.items() if n)
    print(say("cli.published", edition=edition.number, told=told or say("cli.same")))
    print(say("cli.differs", older=edition.manifest["previous"], newer=edition.number))
    return 0


def _build(chosen: argparse.Namespace, settings: Settings) -> int:
    from intake import Again, Judges, Plan, build_again, build_edition

    say, published = words(chosen.lang), chosen.published or dt.date.today()
    store = chosen.store or settings.folder.make().editions
    number = chosen.number or f"{published:%Y-%m}"
    if chosen.figures:
        plan = Plan(chosen.figures, store, number, published)
        edition = build_edition(plan, read_catalogue(), read_reference(), print)
    else:
        library = Library((store, *settings.library.stores))
        previous = library.current() if chosen.edition == CURRENT else library.open(chosen.edition)
        again = Again(previous, store, number, published)
        edition = build_again(again, Judges(read_catalogue(), read_reference()), print)
        print(say("cli.differs", older=previous.number, newer=edition.number))
    print(say("cli.built", edition=edition.number))
    return 0


def _list(chosen: argparse.Namespace, settings: Settings) -> int:
    library, say = settings.library, words(chosen.lang)
    shown = library.current()
    mark = say("cli.shown_instead") if shown.fallback else say("cli.current")
    for number in library.numbers():
        print(f"{number} ({mark})" if number == shown.number else number)
    return 0


def _use(chosen: argparse.Namespace, settings: Settings) -> int:
    from intake import Order, use

    edition = use(Order(settings.folder, settings.own_library, dt.date.today()), chosen.number)
    print(words(chosen.lang)("cli.used", edition=edition.number))
    return 0


def _diff(chosen: argparse.Namespace, settings: Settings) -> int:
    from dashboard.viewmodels.editions.changes import changes_view

    older, newer = (settings.library.open(number) for number in (chosen.older, chosen.newer))
    picture = Pictures(settings.library).current()
    changes = compare_editions(older, newer, current_judges(picture.catalogue, picture.reference))
    view = changes_view(changes, picture, chosen.lang)
    print(f"{view.older} → {view.newer}: {view.summary}")
    for group in view.groups:
        more = [group.more] if group.more else []
        print("\n".join(["", group.title, *(f"  {line}" for line in (*group.sentences, *more))]))
        for cause in group.causes:
            print(f"  {cause.title}")
            print("\n".join(f"    {line}" for part in cause.parts for line in (part.title, *_indented(part.sentences))))
    return 0


def _indented(sentences: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in sentences)


def _verify(chosen: argparse.Namespace, settings: Settings) -> int:
    edition = _edition(chosen, settings.library)
    if edition.fallback:
        raise EditionDamagedError(edition.fallback)
    print(words(chosen.lang)("cli.verified", edition=edition.number, n=len(edition.manifest["files"])))
    return 0


def _show(chosen: argparse.Namespace, settings: Settings) -> int:
    edition = _edition(chosen, settings.library)
    manifest, say = edition.manifest, words(chosen.lang)
    made = {name: manifest[name] for name in ("published", "program")}
    print(say("cli.edition", edition=edition.number, **made))
    if edition.fallback:
        print(f"  {say('cli.instead', reason=edition.fallback)}")
    for name, n in manifest["counts"].items():
        print(f"  {say(f'cli.count.{name}')}: {n}")
    for source in manifest["sources"]:
        facts = {name: source[name] for name in ("source", "series", "rows")} | {"read": _read(source, say)}
        print(f"  {say('cli.source', **facts, vintages=', '.join(source['vintages']))}")
    for name, n in manifest["changes"].items():
        print(f"  {say('cli.since', what=say(f'cli.changed.{name}', n=n), previous=manifest['previous'])}")
    return 0


def _read(source: Mapping[str, Any], say: Words) -> str:
    return say("cli.read", **{name: source[name] for name in ("read_on", "address")}) if source["read_on"] else ""


def _edition(chosen: argparse.Namespace, library: Library) -> Edition:
    """The edition with the number that was given; without one, what the program would show now."""
    return open_edition(library.folder(chosen.number)) if chosen.number else library.current()
