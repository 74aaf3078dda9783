"""The parts of the program: libraries as they are locked, and what lies in the checkout with its makers' licence."""

import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import tomli
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
LOCK, CONSTRAINTS, PROJECT = ROOT / "requirements.lock", ROOT / "constraints.txt", ROOT / "pyproject.toml"
OWN = Path(__file__).parent
LOCKED = re.compile(r"(?P<requirement>[^\\#]+?)\s*\\\n(?P<hashes>(?:\s+--hash=sha256:[0-9a-f]{64}\s*\\?\n?)+)")


@dataclass(frozen=True)
class Locked:
    """One locked library: its name, version, where it is needed, and the digests of the files it may come in."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """One part of the program, with the licence it is under, as an SPDX expression."""

    name: str
    version: str
    licence: str
    kind: str
    needed: str = ""


def project():
    """Return what pyproject.toml says of the project."""
    return tomli.loads(PROJECT.read_text(encoding="utf-8"))["project"]


def own(name):
    """Return one of the tables beside this file."""
    return tomli.loads((OWN / name).read_text(encoding="utf-8"))


def locked(text=None):
    """Return the libraries of the lock, in its order. Raises ValueError for a line that is none of theirs."""
    text = LOCK.read_text(encoding="utf-8") if text is None else text
    text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    rest = LOCKED.sub("", text).strip()
    if rest:
        raise ValueError(f"requirements.lock: without a digest or not understood: {rest[:80]!r}")
    return tuple(_locked(found) for found in LOCKED.finditer(text))


def _locked(found):
    required = Requirement(found["requirement"].strip())
    (only,) = required.specifier
    if only.operator != "==":
        raise ValueError(f"requirements.lock: {required.name} is not locked to one version")
    hashes = tuple(sorted(re.findall(r"[0-9a-f]{64}", found["hashes"])))
    return Locked(canonicalize_name(required.name), only.version, str(required.marker or ""), hashes)


def constrained():
    """Return the versions of constraints.txt, by name."""
    lines = [line for line in CONSTRAINTS.read_text(encoding="utf-8").split() if "==" in line]
    return {canonicalize_name(line.split("==")[0]): line.split("==")[1] for line in lines}


def parts():
    """Return every part: the locked libraries by name, then what lies in the checkout."""
    told = own("licences.toml")
    libraries = [Part(one.name, one.version, licence_of(one.name, told), "library", one.marker) for one in locked()]
    enclosed = [Part(item["name"], item["version"], item["licence"], item["kind"]) for item in told["enclosed"]]
    return [*sorted(libraries, key=lambda part: part.name), *enclosed]


def licence_of(name, told):
    """Return a library's licence: as it says itself in SPDX, else as it was read from its own words.

    Raises ValueError where neither is known.
    """
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        said = None
    expression = said.get("License-Expression") if said is not None else None
    read = told["read"].get(name)
    if expression or read is None:
        if not expression:
            raise ValueError(f"{name}: its licence is not in its metadata; read it, and write it in licences.toml")
        return str(expression)
    return str(read["licence"])


def words_of(name):
    """Return a library's own words on its licence: the field and the classifiers; "" when it is not installed."""
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    lines = (said.get("License") or "").strip().splitlines()
    classified = [line.split("::")[-1].strip() for line in said.get_all("Classifier") or () if "License ::" in line]
    return "; ".join(dict.fromkeys([*lines[:1], *classified]))
