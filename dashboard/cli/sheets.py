"""`halsodialog sheets`: sheets, decks and workbooks for many regions at once, with an index."""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from dashboard.bulk import BulkOrder, Made, make_files, picture_of, write_archive
from dashboard.cli.form import add_language
from dashboard.query import Question
from dashboard.settings import Settings
from dashboard.viewmodels.bulk import KINDS, BulkChoice, bulk_files
from dashboard.viewmodels.report.forms import FORM_NAMES
from dashboard.viewmodels.report.records import Kind
from indicators import AREAS, MOST_ON_SHEET, NATION, Fault, FaultError, Language, read_catalogue

if TYPE_CHECKING:
    from rich.console import Console

ORDER = 60
REFUSED = 2


def add(commands: Any) -> list[str]:
    """Add the command; it has no others under it."""
    parser = commands.add_parser("sheets", help="make sheets, decks and workbooks for many regions at once")
    whom = parser.add_mutually_exclusive_group(required=True)
    whom.add_argument("--all", action="store_true", help="the nation and all regions")
    whom.add_argument("--region", metavar="CODE,…", type=_list, help="some of them by code; 00 is the nation")
    parser.add_argument("--kind", type=_list, default=["region"], help="region, dimension or both (default region)")
    parser.add_argument("--format", type=_list, default=["pdf"], help=f"{', '.join(FORM_NAMES)} (default pdf)")
    parser.add_argument("--indicators", metavar="ID,…", type=_list, default=[], help="an own set for the region's page")
    add_language(parser)
    parser.add_argument("--sex", choices=("T", "F", "M"), default="T", help="everyone, women or men (default T)")
    parser.add_argument("--period", default="", help="the year not to look beyond (default: the newest figures)")
    parser.add_argument("--edition", default="", help="the edition's number (default: the current one)")
    parser.add_argument("--out", type=Path, required=True, help="the folder for the files")
    parser.add_argument("--zip", action="store_true", help="put all of them in one archive as well")
    parser.set_defaults(run=_run)
    return []


def _list(text: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _run(chosen: argparse.Namespace, settings: Settings) -> int:
    # Every command is read to list them; only this one waits for what draws a bar.
    from rich.console import Console

    order = _order(chosen, settings)
    console, began = Console(stderr=True), time.monotonic()
    picture = picture_of(order)
    _allowed("--period", [order.question.period], ("", *picture.edition.years))
    with _progress(console, len(bulk_files(picture, order.question, order.choice))) as tell:
        made = make_files(order, tell)
    failed = [item for item in made if item.fault]
    for item in failed:
        print(f"halsodialog: {item.file.name}: {item.fault}", file=sys.stderr)
    where = write_archive(order, made) if chosen.zip else order.out
    took = time.monotonic() - began
    print(f"{len(made) - len(failed)} of {len(made)} files in {took:.1f} s, edition {picture.edition.number}: {where}")
    return REFUSED if failed else 0


def _order(chosen: argparse.Namespace, settings: Settings) -> BulkOrder:
    """What was asked for. Raises FaultError naming the option, what was found and what is allowed."""
    codes = (NATION, *AREAS.region_codes)
    choice = BulkChoice(
        areas=_allowed("--region", codes if chosen.all else chosen.region, codes),
        kinds=_kinds(_allowed("--kind", chosen.kind, KINDS)),
        forms=_allowed("--format", chosen.format, FORM_NAMES),
        indicators=_own_set(chosen.indicators),
    )
    language: Language = chosen.lang
    question = replace(Question(lang=language), sex=chosen.sex, period=chosen.period, edition=chosen.edition)
    return BulkOrder(settings.library, question, choice, chosen.out, settings.address)


def _own_set(found: Sequence[str]) -> tuple[str, ...]:
    if len(found) > MOST_ON_SHEET:
        allowed = f"must be at most {MOST_ON_SHEET}: a page holds no more"
        raise FaultError([Fault("halsodialog sheets", "--indicators", f"{len(found)} indicators", allowed)])
    known = [item.id for item in read_catalogue().indicators] if found else []
    return _allowed("--indicators", found, known) if found else ()


def _kinds(names: Sequence[str]) -> tuple[Kind, ...]:
    return tuple(kind for kind in get_args(Kind) if kind in names)


def _allowed(option: str, found: Sequence[str], allowed: Sequence[str]) -> tuple[str, ...]:
    unknown = [item for item in found if item not in allowed]
    if unknown or not found:
        said = ", ".join(unknown) or "nothing"
        raise FaultError([Fault("halsodialog sheets", option, said, f"must be of {', '.join(filter(None, allowed))}")])
    return tuple(item for item in allowed if item in found)


@contextmanager
def _progress(console: "Console", n: int) -> Iterator[Any]:
    """Give who is told of each file: a bar with the time left on a terminal, elsewhere nothing before the end."""
    if not console.is_terminal:
        yield lambda _: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), TextColumn("{task.completed:.0f} of {task.total:.0f}"), TimeRemainingColumn())
    with Progress(*columns, TextColumn("{task.description}", markup=False), console=console) as bars:
        task = bars.add_task("", total=n)

        def tell(made: Made) -> None:
            bars.update(task, advance=1, description=made.file.name)

        yield tell
