"""The store of answers: private, JSON only, and never trusted where it is damaged."""

import sqlite3
import stat

from intake.http.store import Copy, Store, digest

COPY = Copy("text åäö", digest("text åäö"), etag='"1"', modified="Sat, 21 Nov 2026 12:00:00 GMT")


def test_a_copy_comes_back_as_it_was_put(tmp_path):
    store = Store(tmp_path / "store")
    store.put("key", COPY)
    assert store.get("key") == COPY
    assert store.get("other") is None
    assert COPY.conditions == {"If-None-Match": '"1"', "If-Modified-Since": COPY.modified}
    store.close()


def test_the_folder_is_private_even_where_it_was_not(tmp_path):
    folder = tmp_path / "store"
    folder.mkdir(mode=0o777)
    Store(folder).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_copy_that_is_not_what_its_digest_says_is_not_used(tmp_path):
    store = Store(tmp_path / "store")
    store.put("key", Copy("changed", digest("text")))
    assert store.get("key") is None
    store.close()


def test_what_is_not_a_copy_is_not_used(tmp_path):
    store = Store(tmp_path / "store")
    for place, odd in enumerate([None, [], "text", {"text": 1, "sha256": "x"}, {"unknown": 1}]):
        store._cache.set(str(place), odd)
        assert store.get(str(place)) is None
    store.close()


def test_nothing_in_the_store_is_pickled(tmp_path):
    store = Store(tmp_path / "store")
    store.put("key", COPY)
    store.remember("oecd", [1.0, 2.0])
    store.close()
    with sqlite3.connect(tmp_path / "store" / "cache.db") as database:
        modes = {mode for (mode,) in database.execute("SELECT mode FROM Cache")}
    database.close()
    # diskcache's fourth mode is pickle.
    assert 4 not in modes


def test_a_store_that_cannot_be_read_is_as_if_it_were_empty(tmp_path):
    store = Store(tmp_path / "store")
    store.put("key", COPY)
    store._cache._sql("DROP TABLE Cache")
    assert store.get("key") is None
    store.put("key", COPY)
    assert store.times("oecd") == []
    store.close()
