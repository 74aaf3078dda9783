"""`halsodialog upload …`: review a region's own unit data, publish them, or take them back."""

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import Any

from dashboard.cli.form import add_language, listing
from dashboard.i18n import Words, words
from dashboard.settings import Settings, SettingsError
from indicators import DataFolder

ORDER = 40
REFUSED = 2
HELP = "review a region's own unit data, publish them, or take them back"


def add(commands: Any) -> list[str]:
    """Add the command; return a line for it."""
    command = commands.add_parser("upload", help=HELP)
    command.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a CSV or XLSX file (see the template)")
    command.add_argument("--region", required=True, help="the region's code, like 14")
    command.add_argument("--yes", action="store_true", help="publish without asking")
    command.add_argument("--dry-run", action="store_true", help="review only")
    command.add_argument("--undo", action="store_true", help="take back what is published: the version before is shown")
    add_language(command)
    command.add_argument("--by", default="halsodialog upload", help="who publishes, kept with the data")
    command.set_defaults(run=_run)
    return listing("upload", {"FILE": "--region 14 [--yes] [--dry-run] [--by WHO], or --undo --region 14"})


def _run(chosen: argparse.Namespace, settings: Settings) -> int:
    from indicators import AREAS
    from intake import UploadError

    if chosen.region not in AREAS.region_codes:
        raise SettingsError(f"--region: found '{chosen.region}'; must be one of {', '.join(AREAS.region_codes)}")
    if chosen.undo == (chosen.file is not None):
        raise SettingsError("upload: give either a file or --undo")
    try:
        return _undo(chosen, settings.folder) if chosen.undo else _upload(chosen, settings)
    except UploadError as error:
        print(f"halsodialog: {words(chosen.lang)(f'upload.error.{error.code}')}", file=sys.stderr)
        return REFUSED


def _upload(chosen: argparse.Namespace, settings: Settings) -> int:
    from dashboard.viewmodels.units.review import review_view
    from indicators import open_picture
    from intake import UploadedFile, read_upload_review, review_upload

    picture = open_picture()
    with chosen.file.open("rb") as content:
        file = UploadedFile(chosen.region, chosen.file.name, content, settings.smallest)
        token = review_upload(settings.folder, file, picture.catalogue, _now())
    review = read_upload_review(settings.folder, token, _now())
    if review is None:
        raise SettingsError("upload: the review is gone; try again")
    view = review_view(review, picture, chosen.lang, settings.smallest)
    _print(view)
    if view.state == "stopped":
        return REFUSED
    return 0 if chosen.dry_run else _publish(chosen, settings.folder, token)


def _print(view: Any) -> None:
    """Say what the page says, a line each."""
    print(f"{view.heading}: " + ", ".join(f"{fact.label} {fact.text}".strip() for fact in view.facts))
    if view.hidden:
        print(view.hidden)
    for group in view.groups:
        print(group.heading)
        for line in group.lines:
            print(f"  {'  '.join(filter(None, (f'{line.place}:', line.found, line.rule, line.cure)))}")
        if group.more:
            print(f"  {group.more}")
    for sentence in view.changes.sentences if view.changes else ():
        print(sentence)
    for row in view.changes.rows if view.changes else ():
        print(f"  {row[0]}, {row[1]}, {row[2]}: {row[3]} → {row[4]}")


def _publish(chosen: argparse.Namespace, folder: DataFolder, token: str) -> int:
    from intake import Confirmer, confirm_upload

    say = words(chosen.lang)
    if not (chosen.yes or _agreed(say)):
        print(say("upload.told.left"))
        return 0
    version = confirm_upload(folder, token, Confirmer(chosen.by, _now()))
    print(say("upload.heading.published", number=version.number.lstrip("0")))
    return 0


def _agreed(say: Words) -> bool:
    """Ask; where nobody can answer, that is a no."""
    try:
        return input(f"{say('upload.ask')} ").strip().casefold() in ("y", "yes", "j", "ja")
    except EOFError:
        return False


def _undo(chosen: argparse.Namespace, folder: DataFolder) -> int:
    from indicators import AREAS
    from intake import Confirmer, current_upload, undo_upload

    say, region = words(chosen.lang), AREAS.by_code[chosen.region].name
    version = current_upload(folder, chosen.region)
    if version is None:
        print(f"halsodialog: {say('upload.undo.nothing', region=region)}", file=sys.stderr)
        return REFUSED
    before = undo_upload(folder, chosen.region, version.number, Confirmer(chosen.by, _now()))
    shown = say("upload.undo.shown", number=before.lstrip("0")) if before else say("upload.undo.none")
    print(say("upload.undo.done", region=region, number=version.number.lstrip("0"), shown=shown))
    return 0


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
