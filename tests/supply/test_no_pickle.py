"""The copies of answers are JSON: nothing is ever pickled, neither written nor read."""

import pickle
import sqlite3

import diskcache.core
import pytest

from intake.http.store import Copy, Store, digest

MODE_PICKLE = 4
TEXT = '{"values": ["å", 1.5, null]}'
LARGE = "x" * 2_000_000


def refuse(*_, **__):
    raise AssertionError("pickled")


def rows(folder):
    """How each value is stored, and the value itself or the file it lies in."""
    with sqlite3.connect(folder / "cache.db") as connection:
        return connection.execute("select mode, value, filename from Cache").fetchall()


def pickled(folder):
    """What in a folder is stored as a pickle."""
    files = [path.read_bytes() for path in folder.rglob("*.val")]
    values = [value for _, value, _ in rows(folder) if isinstance(value, bytes)]
    modes = [mode for mode, _, _ in rows(folder) if mode == MODE_PICKLE]
    return [*modes, *(body[:20] for body in (*files, *values) if body[:1] == b"\x80")]


def test_whatever_is_stored_no_pickle_is_written_or_read(tmp_path, monkeypatch):
    for name in ("dump", "dumps", "load", "loads", "Pickler", "Unpickler"):
        monkeypatch.setattr(diskcache.core.pickle, name, refuse)
    store = Store(tmp_path)
    for key, text in {"small": TEXT, "large": LARGE, "empty": "", "odd": "\x80\x04\x95 pickle?"}.items():
        copy = Copy(text, digest(text), etag='"1"')
        store.put(key, copy)
        assert store.get(key) == copy
    store.remember("kolada", [1.0, 2.5])
    assert store.times("kolada") == [1.0, 2.5]
    store.close()
    assert len(rows(tmp_path)) == 5
    assert pickled(tmp_path) == []


def test_a_pickle_that_somebody_puts_there_is_not_read(tmp_path):
    store = Store(tmp_path)
    store.put("kept", Copy(TEXT, digest(TEXT)))
    with sqlite3.connect(tmp_path / "cache.db") as connection:
        connection.execute("update Cache set mode = ?, value = ?", (MODE_PICKLE, pickle.dumps({"text": TEXT})))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diskcache.core.pickle, "load", refuse)
        found = store.get("kept")
    store.close()
    assert found is None


def test_the_ordinary_form_would_be_seen(tmp_path):
    with diskcache.Cache(str(tmp_path)) as cache:
        cache["a"] = {"text": TEXT}
    assert pickled(tmp_path) != []
