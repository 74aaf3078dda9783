"""Editions from a store elsewhere: fetched whole and verified, or not at all; what was fetched before stays."""

import json
import shutil

import pytest
from filelock import FileLock
from pyarrow.fs import FileType, LocalFileSystem, SubTreeFileSystem, _MockFileSystem

from indicators import EMBEDDED, Library, Pictures, open_current
from indicators.editions.edition import seal
from indicators.editions.mirrored import FETCHED, read_fetched
from intake.editions.mirroring import MirrorError, fetch, fetch_from

OLDER, NEWER = "2001-01", "2099-01"
SPOILT = "analysis.json.gz"


def make_edition(store, number):
    embedded = open_current()
    shutil.copytree(embedded.folder, store / number)
    (store / number / "manifest.json").write_text(json.dumps(seal({**embedded.manifest, "number": number})))


def point(store, number):
    (store / "current.json").write_text(json.dumps({"number": number}))


@pytest.fixture
def far(tmp_path):
    """A store elsewhere with one edition."""
    store = tmp_path / "far"
    store.mkdir()
    make_edition(store, OLDER)
    point(store, OLDER)
    return store


@pytest.fixture
def near(tmp_path):
    place = tmp_path / "near"
    place.mkdir()
    return place


def system_of(far):
    return SubTreeFileSystem(str(far), LocalFileSystem())


def shown(near):
    return Library((near, EMBEDDED)).current()


def lying(near):
    return sorted(path.name for path in near.iterdir())


def test_an_edition_is_fetched_whole_and_once(far, near):
    assert fetch_from(system_of(far), "", near) == (OLDER,)
    names = sorted(path.name for path in (far / OLDER).iterdir())
    assert [name for name in names if (near / OLDER / name).read_bytes() != (far / OLDER / name).read_bytes()] == []
    assert lying(near / OLDER) == names
    assert (shown(near).number, shown(near).fallback) == (OLDER, None)
    assert fetch_from(system_of(far), "", near) == ()
    assert lying(near) == [OLDER, "current.json"]


def test_a_new_edition_is_followed_and_the_one_before_can_still_be_asked_for(far, near):
    fetch_from(system_of(far), "", near)
    make_edition(far, NEWER)
    point(far, NEWER)
    assert fetch_from(system_of(far), "", near) == (NEWER,)
    library = Library((near, EMBEDDED))
    assert (library.current().number, library.open(OLDER).number) == (NEWER, OLDER)


def test_editions_before_the_current_one_are_fetched_too(far, near):
    make_edition(far, NEWER)
    point(far, NEWER)
    assert fetch_from(system_of(far), "", near) == (NEWER, OLDER)


def cut(far):
    path = far / NEWER / SPOILT
    path.write_bytes(path.read_bytes()[:-1])


def change(far):
    path = far / NEWER / SPOILT
    path.write_bytes(b"\0" + path.read_bytes()[1:])


def retell(far, **facts):
    path = far / NEWER / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **facts}))


SPOILING = {
    "a file is cut": (cut, f"{NEWER}/{SPOILT}: sha256 is"),
    "a file is changed": (change, f"{NEWER}/{SPOILT}: sha256 is"),
    "a file is missing": (lambda far: (far / NEWER / SPOILT).unlink(), f"{NEWER}/{SPOILT}: the file is missing"),
    "no manifest": (
        lambda far: (far / NEWER / "manifest.json").unlink(),
        f"{NEWER}/manifest.json: the file is missing",
    ),
    "a manifest in pieces": (lambda far: (far / NEWER / "manifest.json").write_text("{"), "not a manifest"),
    "a manifest that was changed": (lambda far: retell(far, published="2020-01-01"), "is not as it was written"),
    "a manifest of another": (lambda far: retell(far, number=OLDER), f"tells of edition '{OLDER}'"),
    "a file that leads out": (lambda far: retell(far, files={"../../x": {"sha256": "0"}}), "which is no file's name"),
    "a pointer in pieces": (lambda far: (far / "current.json").write_text("{"), "not a pointer to an edition"),
    "a pointer that leads out": (lambda far: point(far, "../x"), "not a pointer to an edition"),
    "a pointer to nothing": (lambda far: point(far, "2050-01"), "2050-01/manifest.json: the file is missing"),
}


@pytest.mark.parametrize("fault", SPOILING)
def test_what_is_not_whole_is_refused_by_name_and_the_last_good_one_stays(far, near, fault):
    spoil, said = SPOILING[fault]
    fetch(far.as_uri(), near)
    pictures = Pictures(Library((near, EMBEDDED)))
    make_edition(far, NEWER)
    point(far, NEWER)
    spoil(far)
    with pytest.raises(MirrorError, match=said.replace("'", ".")):
        fetch(far.as_uri(), near)
    assert [name for name in lying(near) if not name.startswith(".")] == [OLDER, "current.json"]
    assert not [name for name in lying(near) if name.startswith(".partial-")]
    # What is shown is the last good one, and the banner of every page says why.
    edition = pictures.current().edition
    assert edition.number == OLDER
    assert said.replace("\\", "") in (edition.fallback or "")


def test_a_store_that_does_not_answer_is_told_and_nothing_changes(near, tmp_path, far):
    fetch(far.as_uri(), near)
    far.rename(tmp_path / "gone")
    (tmp_path / "far").write_text("no folder")
    with pytest.raises(MirrorError, match=r"current\.json"):
        fetch(far.as_uri(), near)
    told = read_fetched(near)
    assert told is not None
    assert told.fault
    assert shown(near).number == OLDER


class Lost:
    """A store whose connection is lost, in the words that pyarrow has for it."""

    def open_input_stream(self, path, compression):
        raise OSError(f"When reading {path}: AWS Error NETWORK_CONNECTION https://key@store.example")


def test_a_lost_connection_is_the_stores_fault_and_no_banner(far, near, monkeypatch):
    fetch(far.as_uri(), near)
    monkeypatch.setattr("intake.editions.mirroring._system", lambda _: (Lost(), ""))
    with pytest.raises(MirrorError) as raised:
        fetch(far.as_uri(), near)
    assert str(raised.value) == "current.json: the store cannot be reached (OSError)"
    told = read_fetched(near)
    assert (told.is_store, shown(near).number, shown(near).fallback) == (True, OLDER, None)


def test_without_anything_fetched_the_embedded_edition_is_shown_and_says_why(near):
    with pytest.raises(MirrorError):
        fetch((near / "nowhere").as_uri(), near)
    edition = shown(near)
    assert edition.folder.parent == EMBEDDED
    assert "current.json" in edition.fallback


def test_all_is_well_again_when_the_store_is(far, near):
    (far / "current.json").rename(far / "aside.json")
    with pytest.raises(MirrorError):
        fetch(far.as_uri(), near)
    (far / "aside.json").rename(far / "current.json")
    fetch(far.as_uri(), near)
    assert read_fetched(near).fault == ""
    assert (shown(near).number, shown(near).fallback) == (OLDER, None)


def test_a_store_in_memory_is_read_as_any_other(far, near):
    memory = _MockFileSystem()
    for path in sorted(far.rglob("*")):
        place = path.relative_to(far.parent).as_posix()
        if path.is_dir():
            memory.create_dir(place)
        else:
            with memory.open_output_stream(place, compression=None) as stream:
                stream.write(path.read_bytes())
    assert memory.get_file_info("far/current.json").type == FileType.File
    assert fetch_from(memory, "far", near) == (OLDER,)
    assert shown(near).number == OLDER


def test_what_a_killed_fetch_left_is_swept_and_two_at_once_do_no_harm(far, near):
    (near / ".partial-killed").mkdir()
    (near / ".partial-killed" / "half").write_bytes(b"x")
    with FileLock(near / ".fetching.lock"):
        assert fetch(far.as_uri(), near) == ()
    assert not (near / FETCHED).exists()
    assert fetch(far.as_uri(), near) == (OLDER,)
    assert not (near / ".partial-killed").exists()
