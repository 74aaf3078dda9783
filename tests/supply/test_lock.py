"""The lock: every library that the program needs, in one version, with the digests of its files, and no more."""

from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.supply.parts import LOCK, constrained, locked, own, project

LIBRARIES = {one.name: one for one in locked()}
DIRECT = [Requirement(line) for line in project()["dependencies"]]


def unlocked(requirements, libraries):
    """Which direct dependencies the lock does not have, or has in a version that is not allowed."""
    names = {canonicalize_name(one.name): one for one in requirements}
    return [
        str(one)
        for name, one in names.items()
        if name not in libraries or not one.specifier.contains(libraries[name].version)
    ]


def unlike(libraries, versions):
    """Which locked versions are not those of the constraints."""
    return {name: (one.version, versions.get(name)) for name, one in libraries.items()
            if versions.get(name) != one.version}  # fmt: skip


def test_every_library_of_the_project_is_locked_as_it_is_allowed():
    assert unlocked(DIRECT, LIBRARIES) == []
    assert unlocked([Requirement("dash>=99"), Requirement("polars")], LIBRARIES) == ["dash>=99", "polars"]


def test_the_lock_and_the_constraints_say_the_same():
    assert unlike(LIBRARIES, constrained()) == {}
    assert unlike(LIBRARIES, {**constrained(), "dash": "4.4.0"}) == {"dash": (LIBRARIES["dash"].version, "4.4.0")}


def test_every_file_is_known_by_its_digest():
    assert len(LIBRARIES) > 50
    assert all(one.hashes for one in LIBRARIES.values())
    with pytest.raises(ValueError, match="without a digest or not understood: 'dash=="):
        locked("dash==4.4.1\n")
    with pytest.raises(ValueError, match="not locked to one version"):
        locked(f"dash>=4.4.1 \\\n    --hash=sha256:{'0' * 64}\n")


@pytest.mark.parametrize("never", ["://", "index-url", "find-links", "file:", "\n-e ", "git+"])
def test_the_lock_names_no_place_to_fetch_from(never):
    assert never not in LOCK.read_text(encoding="utf-8")


def test_what_the_libraries_need_themselves_is_locked_too():
    found, left = set(), [canonicalize_name(one.name) for one in DIRECT if not one.marker or one.marker.evaluate()]
    while left:
        name = left.pop()
        if name in found:
            continue
        found.add(name)
        needed = map(Requirement, metadata.requires(name) or ())
        left += [canonicalize_name(one.name) for one in needed if not one.marker or one.marker.evaluate({"extra": ""})]
    assert found - set(LIBRARIES) == set()
    elsewhere = {name for name, one in LIBRARIES.items() if one.marker}
    assert set(LIBRARIES) - found - elsewhere <= {"tzdata"}, "locked, and needed by nothing"


def test_nothing_locked_is_below_its_floor():
    floors = own("floors.toml")
    assert below(floors, LIBRARIES) == []
    assert below({"dash": {"floor": "99"}}, LIBRARIES) == [f"dash {LIBRARIES['dash'].version}: below 99"]
    assert below({"polars": {"floor": "1"}}, LIBRARIES) == ["polars: not in the lock: take its floor away"]
    assert all(len(floor["why"]) > 30 for floor in floors.values())


def test_the_project_does_not_allow_what_is_below_its_floor():
    for one in DIRECT:
        floor = own("floors.toml").get(canonicalize_name(one.name))
        if floor:
            least = min(Version(each.version) for each in one.specifier if each.operator == ">=")
            assert least >= Version(floor["floor"]), f"{one}: {floor['why']}"


def below(floors, libraries):
    found = []
    for name, floor in floors.items():
        if name not in libraries:
            found.append(f"{name}: not in the lock: take its floor away")
        elif Version(libraries[name].version) < Version(floor["floor"]):
            found.append(f"{name} {libraries[name].version}: below {floor['floor']}")
    return found
