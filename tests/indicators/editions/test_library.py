"""Several editions, some of them damaged: always the newest whole one, and said why."""

import errno
import json
import os
import random
import shutil
from pathlib import Path

import pytest

from indicators import EMBEDDED, EditionDamagedError, Pictures
from indicators.editions.edition import CURRENT, MANIFEST, open_edition, order, seal
from indicators.editions.library import Library, list_editions
from tests.intake.crashing import found, generation_of, publish_staged, stage

NUMBERS = ("2026-10", "2026-11", "2026-11.2")
CORRUPTIONS, SEED = 50, 20261122


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A store with three editions: generations 0, 1 and 2."""
    folder, rows = found(tmp_path_factory.mktemp("built"))
    for generation in (1, 2):
        stage(folder, rows, generation)
        publish_staged(folder)
    return folder.editions


@pytest.fixture
def store(built, tmp_path):
    """A copy to damage."""
    return shutil.copytree(built, tmp_path / "store")


def flip(path, other, chance):
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def cut(path, other, chance):
    os.truncate(path, chance.randrange(path.stat().st_size))


def delete(path, other, chance):
    path.unlink()


def empty(path, other, chance):
    path.write_bytes(b"")


def swap(path, other, chance):
    """Two files of one edition in each other's place."""
    aside = path.with_name("aside")
    path.rename(aside)
    other.rename(path)
    aside.rename(other)


def of_another(path, other, chance):
    """The file of the same name of the edition before."""
    former = path.parent.parent / "2026-10" / path.name
    # The first edition of all holds no list of what changed.
    if former.is_file():
        shutil.copy(former, path)
    else:
        path.unlink()


DAMAGES = (flip, cut, delete, empty, swap, of_another)


def damage(edition, chance):
    """Damage one file of an edition, chosen by chance; the names that may be blamed."""
    every = sorted(edition.iterdir(), key=lambda path: path.name)
    path, other = chance.sample(every, 2)
    before = [item.read_bytes() for item in (path, other)]
    chance.choice(DAMAGES)(path, other, chance)
    is_changed = [
        not item.is_file() or item.read_bytes() != was for item, was in zip((path, other), before, strict=True)
    ]
    return {path.name, other.name} if any(is_changed) else set()


@pytest.mark.parametrize("n", range(CORRUPTIONS))
def test_a_damaged_edition_is_replaced_by_the_whole_one_before_it(store, n):
    chance = random.Random(SEED + n)
    blamed = damage(store / NUMBERS[2], chance) or damage(store / NUMBERS[2], chance)
    if n % 5 == 0:
        blamed |= damage(store / NUMBERS[1], chance)
    library = Library((store,))
    edition = library.current()
    assert blamed
    assert edition.number == NUMBERS[0 if n % 5 == 0 and not is_whole(store / NUMBERS[1]) else 1]
    assert generation_of(edition) == NUMBERS.index(edition.number)
    assert edition.fallback.startswith(f"{NUMBERS[2]}/")
    assert any(name in edition.fallback for name in blamed)
    assert library.pointed_at() == NUMBERS[2]


def is_whole(folder):
    try:
        open_edition(folder)
    except EditionDamagedError:
        return False
    return True


@pytest.mark.parametrize("place", range(0, 2400, 37))
def test_a_manifest_is_not_believed_with_a_single_byte_changed(store, place):
    path = store / NUMBERS[2] / MANIFEST
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= 1
    path.write_bytes(content)
    edition = Library((store,)).current()
    told = json.loads((store / edition.number / MANIFEST).read_bytes())
    # White space may be another: what is told is then the same.
    assert edition.number == NUMBERS[1] or seal(told) == told


def test_a_manifest_of_another_edition_is_named(store):
    shutil.copy(store / NUMBERS[1] / MANIFEST, store / NUMBERS[2] / MANIFEST)
    edition = Library((store,)).current()
    assert (edition.number, edition.fallback) == (
        NUMBERS[1],
        f"{NUMBERS[2]}/{MANIFEST}: tells of edition '{NUMBERS[1]}'",
    )


@pytest.mark.parametrize("fact", ["counts", "published", "sources", "previous", "changes"])
def test_a_manifest_with_another_fact_is_named(store, fact):
    path = store / NUMBERS[2] / MANIFEST
    path.write_text(json.dumps({**json.loads(path.read_bytes()), fact: {}}), encoding="utf-8")
    fallback = Library((store,)).current().fallback
    assert fallback == f"{NUMBERS[2]}/{MANIFEST}: is not as it was written"


def test_pictures_keep_what_is_open_when_the_pointer_moves_to_a_damaged_edition(store):
    (store / CURRENT).write_text(json.dumps({"number": NUMBERS[1]}), encoding="utf-8")
    pictures = Pictures(Library((store,)))
    before = pictures.current()
    (store / NUMBERS[2] / "observations.parquet").unlink()
    (store / CURRENT).write_text(json.dumps({"number": NUMBERS[2]}), encoding="utf-8")
    after = pictures.current()
    assert (before.edition.number, before.edition.fallback) == (NUMBERS[1], None)
    fault = f"{NUMBERS[2]}/observations.parquet: the file is missing"
    assert (after.edition.number, after.edition.fallback) == (NUMBERS[1], fault)
    assert pictures.current() is after


def test_pictures_keep_what_is_open_when_nothing_else_is_whole(store):
    pictures = Pictures(Library((store,)))
    for number in NUMBERS:
        (store / number / "international.json").write_bytes(b"")
    (store / CURRENT).write_text(json.dumps({"number": NUMBERS[1]}), encoding="utf-8")
    after = pictures.current()
    assert after.edition.number == NUMBERS[2]
    assert f"{NUMBERS[1]}/international.json: sha256" in after.edition.fallback


@pytest.mark.parametrize("fault", [errno.EACCES, errno.EIO, errno.EISDIR])
def test_a_pointer_that_cannot_be_read_gives_the_newest_and_is_named(store, monkeypatch, fault):
    pictures, real = Pictures(Library((store,))), Path.read_bytes

    def fail(path):
        if path == store / CURRENT:
            raise OSError(fault, os.strerror(fault), str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", fail)
    edition = pictures.current().edition
    assert edition.number == NUMBERS[2]
    assert edition.fallback == f"store/{CURRENT}: cannot be read ({os.strerror(fault)})"


@pytest.mark.parametrize("number", ['""', '"../2026-10"', '"."', '".partial-x"', "5", "null", "[]", '"x" ', '"å"'])
def test_a_pointer_to_no_number_gives_the_newest(store, number):
    (store / CURRENT).write_text(f'{{"number": {number}}}', encoding="utf-8")
    edition = Library((store, EMBEDDED)).current()
    named = "not a pointer" if number != '"x" ' else "x/manifest.json: the file is missing"
    newest = max((*NUMBERS, *list_editions(EMBEDDED)), key=order)
    assert edition.number == (newest if number != '"x" ' else list_editions(EMBEDDED)[0])
    assert named in edition.fallback


def test_a_store_that_cannot_be_read_is_told_of_and_the_embedded_edition_is_shown(store, monkeypatch):
    def fail(path, *arguments, **more):
        if store in (path, *path.parents):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real[0](path, *arguments, **more) if arguments else real[1](path)

    real = Path.glob, Path.read_bytes
    monkeypatch.setattr(Path, "glob", fail)
    monkeypatch.setattr(Path, "read_bytes", fail)
    edition = Library((store, EMBEDDED)).current()
    assert edition.folder.parent == EMBEDDED
    assert edition.fallback == f"store/{CURRENT}: cannot be read (Permission denied)"


def test_a_folder_that_is_no_edition_is_none(store):
    shutil.copytree(store / NUMBERS[0], store / ".partial-x")
    shutil.copytree(store / NUMBERS[0], store / "2026-10 (copy)")
    assert list_editions(store) == NUMBERS[::-1]


def test_numbers_are_in_the_order_of_their_numbers():
    numbers = ["2026-9", "2026-10", "2026-11", "2026-11.2", "2026-11.9", "2026-11.10", "2026-12", "2027-01"]
    shuffled = random.Random(1).sample(numbers, len(numbers))
    assert sorted(shuffled, key=order) == numbers
    mixed = ["2026", "a", "1.a", "a.1", "1-", "-1", "1.1.1", ""]
    assert len(sorted(mixed, key=order)) == len(mixed)
