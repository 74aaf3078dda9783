"""Publishes what was previewed, exactly that, and takes it back in one step."""

import datetime as dt
import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from indicators.data_folder import DataFolder
from indicators.durable import new_folder
from indicators.units.row import UNIT_COLUMNS
from indicators.version import program_version
from intake.locking import BusyError, hold
from intake.uploads.columns import GivenRow
from intake.uploads.reading import read_rows
from intake.uploads.reviews import (
    ANSWER,
    UploadReview,
    mark_published,
    read_upload_review,
    review_folder,
    uploaded_file,
)
from intake.uploads.versions import (
    MANIFEST,
    PARQUET,
    UploadVersion,
    current_upload,
    point_at,
    pointed_at,
    read_version,
    region_folder,
    version_numbers,
)

if TYPE_CHECKING:
    import pyarrow as pa

LONGEST_NAME = 80
# Another region's confirm is over in a moment: it is waited for; a sync is not.
PATIENCE_SECONDS, PAUSE_SECONDS = 4.0, 0.1


class UploadError(Exception):
    """What was asked cannot be published or undone. `code` says why, for the screen's words."""

    def __init__(self, code: str) -> None:
        """Take the reason's code."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Confirmer:
    """Who publishes, and when it is."""

    by: str
    now: dt.datetime

    @property
    def name(self) -> str:
        """Who it is as it is kept: one line, cut when long. Raises UploadError when it says nothing."""
        text = " ".join("".join(sign if sign.isprintable() else " " for sign in self.by).split())
        if not text:
            raise UploadError("who-missing")
        return text[:LONGEST_NAME]


def confirm_upload(folder: DataFolder, token: str, confirmer: Confirmer) -> UploadVersion:
    """Publish what a token's preview showed, and return the version. The same again gives the same version.

    Raises UploadError, BusyError and OSError; then nothing has changed.
    """
    who = confirmer.name
    review = _whole(folder, token, confirmer.now)
    with _patiently(folder, f"publishing the units of region {review.region}"):
        if review.published:
            return read_version(folder, review.region, review.published)
        current = current_upload(folder, review.region)
        if current and (current.sha256, current.answer_sha256) == (review.sha256, review.answer_sha256):
            version = current
        elif pointed_at(folder, review.region) != (review.compared.against or None):
            raise UploadError("changed-since")
        else:
            version = _publish(folder, token, review, Confirmer(who, confirmer.now))
        mark_published(folder, token, review, version.number)
    return version


def _whole(folder: DataFolder, token: str, now: dt.datetime) -> UploadReview:
    """The preview of a token, when it may be published and its files are still those that were shown."""
    review = read_upload_review(folder, token, now)
    if review is None:
        raise UploadError("review-unknown")
    if review.published:
        return review
    if review.reading.is_stopped:
        raise UploadError("review-stopped")
    place = review_folder(folder, token)
    found = {name: _sha256(place / name) for name in (ANSWER, uploaded_file(review.name))}
    if found != {ANSWER: review.answer_sha256, uploaded_file(review.name): review.sha256}:
        raise UploadError("review-unknown")
    return review


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


@contextmanager
def _patiently(folder: DataFolder, doing: str) -> Iterator[None]:
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        held = hold(folder, doing)
        try:
            held.__enter__()
        except BusyError:
            if time.monotonic() > end:
                raise
            time.sleep(PAUSE_SECONDS)
            continue
        break
    try:
        yield
    finally:
        held.__exit__(None, None, None)


def _publish(folder: DataFolder, token: str, review: UploadReview, confirmer: Confirmer) -> UploadVersion:
    import pyarrow.parquet as pq

    from intake.uploads.unit_table import write_units

    place = region_folder(folder, review.region)
    place.mkdir(parents=True, exist_ok=True)
    number = f"{max((int(one) for one in version_numbers(folder, review.region)), default=0) + 1:04d}"
    given = tuple(read_rows(review_folder(folder, token) / ANSWER))
    table = _table(given, review, confirmer.now)
    with new_folder(place / number) as made:
        original = uploaded_file(review.name)
        (made / original).write_bytes((review_folder(folder, token) / original).read_bytes())
        pq.write_table(table, made / PARQUET, compression="zstd")
        write_units(table, made)
        version = _version(review, number, given, confirmer, pointed_at(folder, review.region), made)
        (made / MANIFEST).write_bytes(orjson.dumps(asdict(version), option=orjson.OPT_INDENT_2))
    point_at(folder, review.region, number, {"since": version.made, "by": version.by})
    return version


def _version(
    review: UploadReview,
    number: str,
    rows: tuple[GivenRow, ...],
    confirmer: Confirmer,
    previous: str | None,
    made: Path,
) -> UploadVersion:
    return UploadVersion(
        region=review.region,
        number=number,
        made=confirmer.now.isoformat(timespec="seconds"),
        by=confirmer.name,
        program=program_version(),
        file=review.name,
        sha256=review.sha256,
        answer_sha256=review.answer_sha256,
        rows=len(rows),
        units=len({row.unit for row in rows}),
        indicators=len({row.indicator for row in rows}),
        hidden=review.reading.small + review.reading.joined,
        held=review.reading.counts.get("held", 0),
        example=review.reading.example,
        previous=previous,
        files={path.name: _sha256(path) for path in sorted(made.iterdir())},
    )


def _table(rows: tuple[GivenRow, ...], review: UploadReview, now: dt.datetime) -> "pa.Table":
    import pyarrow as pa

    given = dict(zip(GivenRow._fields, zip(*rows, strict=True), strict=True))
    count = len(rows)
    constant = {
        "region": [review.region] * count,
        "lower": [None] * count,
        "upper": [None] * count,
        "example": [review.reading.example] * count,
        "vintage": [now.date().isoformat()] * count,
    }
    numbers = {"value", "lower", "upper", "numerator", "denominator"}
    kinds = {**dict.fromkeys(UNIT_COLUMNS, pa.string()), **dict.fromkeys(numbers, pa.float64()), "example": pa.bool_()}
    columns = {name: pa.array({**given, **constant}[name], kinds[name]) for name in UNIT_COLUMNS}
    return pa.table(columns)


def undo_upload(folder: DataFolder, region: str, number: str, confirmer: Confirmer) -> str | None:
    """Take back a region's version `number`: the one before it is shown again. Returns that one's number, or None.

    Asked twice it is done once. Raises UploadError when another version is shown, BusyError and OSError.
    """
    who = confirmer.name
    with _patiently(folder, f"taking back the units of region {region}"):
        if pointed_at(folder, region) != number:
            raise UploadError("changed-since")
        before = read_version(folder, region, number).previous
        since = confirmer.now.isoformat(timespec="seconds")
        point_at(folder, region, before, {"since": since, "by": who, "undone": number})
    return before
