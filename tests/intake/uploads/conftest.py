"""A data folder, a clock, and ways to have a file read."""

import datetime as dt
import io

import pytest

from indicators import AREAS, DataFolder, read_catalogue
from intake.uploads.child import read
from intake.uploads.publishing import Confirmer, confirm_upload
from intake.uploads.request import Request, measures
from intake.uploads.reviews import UploadedFile, read_upload_review, review_upload

NOW = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
assert "14" in AREAS.region_codes


@pytest.fixture(scope="session")
def catalogue():
    return read_catalogue()


@pytest.fixture(scope="session")
def known(catalogue):
    return measures(catalogue)


@pytest.fixture
def read_here(tmp_path, known):
    """Read a file in this process, without the walls of the reading process: its findings and rows."""

    def reading(name, content, smallest=10):
        path = tmp_path / "given"
        path.write_bytes(content)
        return read(Request(path, name, NOW.date(), known, smallest))

    return reading


@pytest.fixture
def folder(tmp_path):
    return DataFolder(tmp_path / "data").make()


class Region:
    """A region that hands files in."""

    def __init__(self, folder, catalogue, code="14"):
        self.folder, self.catalogue, self.code, self.now = folder, catalogue, code, NOW

    def review(self, name, content):
        given = UploadedFile(self.code, name, io.BytesIO(content))
        return review_upload(self.folder, given, self.catalogue, self.now)

    def seen(self, token):
        return read_upload_review(self.folder, token, self.now)

    def confirm(self, token, by="Dataenheten"):
        return confirm_upload(self.folder, token, Confirmer(by, self.now))

    def publish(self, name, content):
        return self.confirm(self.review(name, content))


@pytest.fixture
def region(folder, catalogue):
    return Region(folder, catalogue)
