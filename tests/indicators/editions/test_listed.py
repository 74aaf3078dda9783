"""What is told of an edition by its manifest alone."""

import hashlib

from indicators import EMBEDDED, Library, edition_facts, list_editions
from indicators.editions.edition import MANIFEST
from tests.dashboard.stores import NEW, OLD, later_store


def test_the_facts_are_the_manifests(tmp_path):
    library = Library((later_store(tmp_path).editions, *Library().stores))
    facts = edition_facts(library, NEW)
    content = (library.folder(NEW) / MANIFEST).read_bytes()
    assert (facts.number, facts.previous, facts.published, facts.fault) == (NEW, OLD, "2026-12-01", None)
    assert facts.sha256 == hashlib.sha256(content).hexdigest()
    assert facts.changes["turned"] == 1
    assert "kolada" in facts.sources
    assert edition_facts(library, list_editions(EMBEDDED)[-1]).previous is None


def test_a_damaged_manifest_is_told_of_and_raises_nothing(tmp_path):
    library = Library((later_store(tmp_path).editions, *Library().stores))
    path = library.folder(NEW) / MANIFEST
    for content in (b"", b"[]", b'{"number": 1}', b"\xff"):
        path.write_bytes(content)
        facts = edition_facts(library, NEW)
        assert facts.fault
        assert facts.number == NEW
    path.unlink()
    assert MANIFEST in edition_facts(library, NEW).fault
