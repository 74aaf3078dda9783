"""Reports to write, and how to read what was written: each kind of file as plain texts."""

import csv
import io
import re
import subprocess
import zipfile
from functools import lru_cache

import openpyxl
import orjson
from pptx import Presentation

from dashboard.exports.report import FORMS
from dashboard.query import Question
from dashboard.viewmodels.report.make import report
from dashboard.viewmodels.report.records import Scope

BASE = "https://halsodialog.example"


def report_of(picture, code, lang="sv", dimension="", **asked):
    """A report of an area or of one dimension of it."""
    scope = Scope("dimension" if dimension else "region", code, dimension)
    return report(picture, Question(lang=lang, **asked), scope, BASE)


@lru_cache(maxsize=64)
def _written(form, wanted):
    return b"".join(FORMS[form].write(wanted.report))


class ByIdentity:
    """A report as a key: two equal ones are written apart."""

    def __init__(self, made):
        self.report = made

    def __hash__(self):
        return id(self.report)

    def __eq__(self, other):
        return self.report is other.report


def written(form, made):
    """A report in one form, written once."""
    return _written(form, ByIdentity(made))


def workbook(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def deck(content):
    return Presentation(io.BytesIO(content))


def csv_rows(content):
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def json_of(content):
    return orjson.loads(content)


def parts(content, pattern):
    """The files of an archive whose names match."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if re.search(pattern, name)}


def pdf_text(content, tmp_path):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(content)
    found = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return found.stdout.decode()
