"""The pictures of a library: the current one follows the pointer, earlier ones are opened on demand."""

import json
import shutil

import pytest

from indicators import EMBEDDED, EditionDamagedError, Library, Pictures, open_current
from indicators.editions.edition import seal

OLDER, NEWER = "2001-01", "2099-01"


@pytest.fixture
def store(tmp_path):
    """A store with two editions of the same figures, the older one current."""
    embedded = open_current()
    for number in (OLDER, NEWER):
        shutil.copytree(embedded.folder, tmp_path / "editions" / number)
        manifest = json.dumps(seal({**embedded.manifest, "number": number}))
        (tmp_path / "editions" / number / "manifest.json").write_text(manifest)
    point(tmp_path / "editions", OLDER)
    return tmp_path / "editions"


def point(store, number):
    (store / "current.json").write_text(json.dumps({"number": number}))


@pytest.fixture
def pictures(store):
    return Pictures(Library((store, EMBEDDED)))


def test_a_published_edition_is_shown_without_a_new_start(pictures, store):
    first = pictures.current()
    assert first.edition.number == OLDER
    assert pictures.current() is first
    point(store, NEWER)
    assert pictures.current().edition.number == NEWER
    point(store, OLDER)
    assert pictures.current().edition.number == OLDER


def test_an_earlier_edition_is_opened_once_and_kept(pictures):
    assert pictures.of(OLDER) is pictures.current()
    assert pictures.of(NEWER) is pictures.of(NEWER)
    assert pictures.of(open_current().number).edition.folder.parent == EMBEDDED


@pytest.mark.parametrize("number", ["1999-12", "../editions/2001-01", "", ".hidden", "a" * 99])
def test_what_is_no_edition_is_refused(pictures, number):
    with pytest.raises(EditionDamagedError):
        pictures.of(number)


def test_what_is_open_stays_when_the_pointer_moves_to_a_damaged_edition(pictures, store):
    point(store, NEWER)
    (store / NEWER / "scorecard.json.gz").write_bytes(b"")
    shown = pictures.current().edition
    assert shown.number == open_current().number
    assert shown.fallback.startswith(f"{NEWER}/scorecard.json.gz: sha256 is")


def test_with_nothing_whole_left_what_was_verified_at_the_start_stays_with_the_reason(store):
    pictures = Pictures(Library((store,)))
    for number in (OLDER, NEWER):
        (store / number / "scorecard.json.gz").write_bytes(b"")
    point(store, NEWER)
    shown = pictures.current().edition
    assert shown.number == OLDER
    assert NEWER in shown.fallback
    assert OLDER in shown.fallback


def test_no_more_editions_are_kept_open_than_a_reader_needs(pictures, store):
    for number in ("2002-01", "2003-01", "2004-01", "2005-01"):
        shutil.copytree(store / OLDER, store / number)
        manifest = json.loads((store / OLDER / "manifest.json").read_bytes())
        (store / number / "manifest.json").write_text(json.dumps(seal({**manifest, "number": number})))
    opened = [pictures.of(number) for number in ("2002-01", "2003-01", "2004-01")]
    assert [pictures.of(picture.edition.number) for picture in opened] == opened
    pictures.of("2005-01")
    assert pictures.of("2002-01") is not opened[0]
