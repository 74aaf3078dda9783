"""Files that are being looked at: read, compared and kept for a day under a token that cannot be guessed.

Nothing here is published. What stops a file stops it from being kept as well: then only the findings stay.
"""

import datetime as dt
import hashlib
import re
import secrets
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import BinaryIO

import orjson

from indicators.catalogue import Catalogue
from indicators.data_folder import DataFolder
from indicators.durable import write_bytes
from indicators.units.row import SMALLEST_COUNT
from intake.uploads.comparison import Compared, compare
from intake.uploads.findings import UploadFinding
from intake.uploads.limits import MEGABYTE, MOST_BYTES, PREVIEW_HOURS
from intake.uploads.reading import read_file, read_rows
from intake.uploads.request import Reading, Request, measures, stopped
from intake.uploads.versions import pointed_at, published_rows, region_folder

PREVIEWS, REVIEW, ANSWER = ".previews", "review.json", "answer.jsonl"
TOKEN = re.compile(r"[\w-]{32}", re.ASCII)
TOKEN_BYTES = 24
UNFINISHED = ".reading-"
CHUNK = 256 * 1024
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """One file as it was given: for which region, by what name, its bytes, and the smallest count to show."""

    region: str
    name: str
    content: BinaryIO
    smallest: int = SMALLEST_COUNT


@dataclass(frozen=True, slots=True)
class UploadReview:
    """What a file holds and would change. `published` is the version's number once it has been confirmed."""

    region: str
    name: str
    made: str
    sha256: str
    answer_sha256: str
    reading: Reading
    compared: Compared
    published: str = ""

    def is_old(self, now: dt.datetime) -> bool:
        """Return whether its day has passed."""
        return now - dt.datetime.fromisoformat(self.made) > dt.timedelta(hours=PREVIEW_HOURS)


def review_folder(folder: DataFolder, token: str) -> Path:
    """Return where a preview's files lie."""
    return folder.uploads / PREVIEWS / token


def uploaded_file(name: str) -> str:
    """Return what a file is called where it is kept: its own name never becomes a path."""
    ending = Path(name.casefold()).suffix
    return f"original{ending}" if re.fullmatch(r"\.[a-z]{3,4}", ending) else "original.csv"


def review_upload(folder: DataFolder, given: UploadedFile, catalogue: Catalogue, now: dt.datetime) -> str:
    """Read a file and compare it with what the region has published. Returns the token of the preview. Raises OSError.

    Raises ValueError for what is no region's code. Nothing is left behind when it fails.
    """
    region_folder(folder, given.region)
    previews = folder.make().uploads / PREVIEWS
    previews.mkdir(exist_ok=True)
    sweep_previews(folder, now)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    work = previews / f"{UNFINISHED}{token}"
    work.mkdir(mode=0o700)
    try:
        review = _reviewed(folder, given, catalogue, now, work)
        (work / REVIEW).write_bytes(orjson.dumps(asdict(review)))
        work.rename(previews / token)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return token


def _reviewed(
    folder: DataFolder, given: UploadedFile, catalogue: Catalogue, now: dt.datetime, work: Path
) -> UploadReview:
    name = Path(given.name.replace("\\", "/")).name[-LONGEST_NAME:] or "?"
    path, answer = work / uploaded_file(name), work / ANSWER
    against = pointed_at(folder, given.region) or ""
    digest = _copy(given.content, path)
    if digest is None:
        reading = stopped(UploadFinding("file-too-large", facts={"most": f"{MOST_BYTES // MEGABYTE} MB"}))
    else:
        reading = read_file(Request(path, name, now.date(), measures(catalogue), given.smallest), answer)
    if reading.is_stopped:
        path.unlink(missing_ok=True)
        answer.unlink(missing_ok=True)
        return UploadReview(given.region, name, _iso(now), digest or "", "", reading, compare((), {}, against))
    compared = compare(read_rows(answer), published_rows(folder, given.region), against)
    rows_digest = hashlib.sha256(answer.read_bytes()).hexdigest()
    return UploadReview(given.region, name, _iso(now), digest or "", rows_digest, reading, compared)


def _iso(now: dt.datetime) -> str:
    return now.isoformat(timespec="seconds")


def _copy(content: BinaryIO, path: Path) -> str | None:
    """Copy a file and return its sha256; None as soon as it is seen to be too large."""
    digest, size = hashlib.sha256(), 0
    with path.open("wb") as out:
        while chunk := content.read(CHUNK):
            size += len(chunk)
            if size > MOST_BYTES:
                return None
            digest.update(chunk)
            out.write(chunk)
    return digest.hexdigest()


def read_upload_review(folder: DataFolder, token: str, now: dt.datetime) -> UploadReview | None:
    """Return the preview of a token; None when there is none, or its day has passed."""
    if not TOKEN.fullmatch(token):
        return None
    try:
        raw = orjson.loads((review_folder(folder, token) / REVIEW).read_bytes())
        parts = {"reading": Reading.load(raw["reading"]), "compared": Compared.load(raw["compared"])}
        review = UploadReview(**{**raw, **parts})
    except (OSError, orjson.JSONDecodeError, TypeError, KeyError):
        return None
    return None if review.is_old(now) else review


def mark_published(folder: DataFolder, token: str, review: UploadReview, number: str) -> None:
    """Keep of a preview only what it showed, and which version it became. Raises OSError."""
    place = review_folder(folder, token)
    write_bytes(place / REVIEW, orjson.dumps(asdict(replace(review, published=number))))
    for name in (ANSWER, uploaded_file(review.name)):
        (place / name).unlink(missing_ok=True)


def sweep_previews(folder: DataFolder, now: dt.datetime, remove: Callable[[Path], None] | None = None) -> None:
    """Remove the previews whose day has passed, and what a killed process left half read."""
    previews = folder.uploads / PREVIEWS
    oldest = (now - dt.timedelta(hours=PREVIEW_HOURS)).timestamp()
    for path in previews.iterdir() if previews.is_dir() else ():
        try:
            is_old = path.stat().st_mtime < oldest
        except OSError:
            continue
        if is_old:
            (remove or _remove)(path)


def _remove(path: Path) -> None:
    shutil.rmtree(path, ignore_errors=True)
