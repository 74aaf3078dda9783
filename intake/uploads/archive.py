"""An XLSX file is looked at as the archive it is before anything reads it: what it claims, and what it holds."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from intake.uploads.findings import StopError, shown
from intake.uploads.limits import HIGHEST_RATIO, MEGABYTE, MOST_MEMBERS, MOST_UNPACKED

CONTENT_TYPES, WORKBOOK = "[Content_Types].xml", "xl/workbook.xml"
SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml")
# An archive's own end says how many members there are; a reader that believes it is not asked for more.
DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
NESTED = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
UNLIKELY_RATIO_BELOW = MEGABYTE


def open_archive(path: Path) -> zipfile.ZipFile:
    """Return the archive when its claims are within the limits. Raises StopError."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise StopError("archive-damaged", found=shown(error)) from error
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise StopError("archive-members", found=str(len(members)), facts={"most": MOST_MEMBERS})
    for member in members:
        _check_claims(member)
    total = sum(member.file_size for member in members)
    if total > MOST_UNPACKED:
        raise _unpacked(total)
    return archive


def _unpacked(size: int) -> StopError:
    return StopError(
        "archive-unpacked", found=f"{size // MEGABYTE} MB", facts={"most": f"{MOST_UNPACKED // MEGABYTE} MB"}
    )


def _check_claims(member: zipfile.ZipInfo) -> None:
    name = member.filename
    parts = PurePosixPath(name.replace("\\", "/")).parts
    is_link = (member.external_attr >> 16) & 0o170000 == 0o120000
    if ".." in parts or name.startswith(("/", "\\")) or ":" in name or is_link:
        raise StopError("archive-names", found=shown(name))
    if member.flag_bits & 0x1:
        raise StopError("archive-encrypted", found=shown(name))
    is_large = member.file_size > UNLIKELY_RATIO_BELOW
    if is_large and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1):
        ratio = member.file_size // max(member.compress_size, 1)
        raise StopError("archive-ratio", found=f"{shown(name, 28)} {ratio}:1", facts={"most": f"{HIGHEST_RATIO}:1"})


def contents(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield every member with its content, one at a time, each as large as it claimed. Raises StopError."""
    for member in archive.infolist():
        if member.is_dir():
            continue
        try:
            content = archive.read(member)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as e:
            raise StopError("archive-damaged", found=shown(member.filename)) from e
        _check_content(member.filename, content)
        yield member.filename, content


def _check_content(name: str, content: bytes) -> None:
    if content.startswith(NESTED):
        raise StopError("archive-nested", found=shown(name))
    if not name.endswith((".xml", ".rels", ".vml")):
        return
    # One way of writing letters for all parts: what is looked for below would not be seen in another.
    if b"\0" in content[:4096] or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise StopError("archive-damaged", found=shown(name))
    if DECLARATION.search(content):
        raise StopError("archive-dtd", found=shown(name))


def check_kind(archive: zipfile.ZipFile) -> None:
    """Refuse archives that are no plain workbook: other programs' forms, and those with macros. Raises StopError."""
    names = set(archive.namelist())
    if CONTENT_TYPES not in names or WORKBOOK not in names:
        old = {"mimetype", "content.xml", "xl/workbook.bin"} & names
        raise StopError("file-old-form") if old else StopError("content-mismatch", facts={"form": "XLSX"})
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise StopError("file-old-form")
