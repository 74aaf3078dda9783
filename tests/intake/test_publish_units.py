"""The regions' confirmed units are frozen with the next edition, and only then are part of it."""

import datetime as dt
import io

import pytest

from indicators import DataFolder, Library, read_catalogue
from intake import Judges, Order, publish
from intake.uploads.publishing import Confirmer, confirm_upload, undo_upload
from intake.uploads.reviews import UploadedFile, review_upload
from tests.intake.test_edition_build import CATALOGUE, REFERENCE, build
from tests.intake.uploads.making import OTHER, ROW, THIRD, csv

NOW = dt.datetime(2026, 12, 1, 12, 0, tzinfo=dt.UTC)
BY = Confirmer("Dataenheten", NOW)


@pytest.fixture
def order(tmp_path):
    embedded = build(tmp_path / "embedded").folder.parent
    folder = DataFolder(tmp_path / "data").make()
    return Order(folder, Library((folder.editions, embedded)), NOW.date())


def upload(order, *rows):
    given = UploadedFile("14", "a.csv", io.BytesIO(csv(*rows)))
    return confirm_upload(order.folder, review_upload(order.folder, given, read_catalogue(), NOW), BY)


def published(order):
    return publish(order, Judges(CATALOGUE, REFERENCE))


def test_confirmed_units_are_frozen_told_of_and_verified(order):
    assert published(order).is_new is False
    upload(order, ROW, OTHER, THIRD)
    edition = published(order).edition
    assert len(edition.units) == 3
    assert [(item["region"], item["rows"]) for item in edition.manifest["units"]] == [("14", 3)]
    assert {"units.arrow", "units.json"} <= set(edition.manifest["files"])
    assert published(order).is_new is False


def test_what_is_undone_stays_in_the_edition_that_froze_it(order):
    version = upload(order, ROW, OTHER, THIRD)
    first = published(order).edition
    undo_upload(order.folder, "14", version.number, BY)
    second = published(order)
    assert second.is_new
    assert (len(first.units), len(second.edition.units), second.edition.manifest["units"]) == (3, 0, [])
