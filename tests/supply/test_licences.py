"""Licences: every part has one that may be used, as it says itself; the list and the bill of materials say the same."""

import hashlib
import json
import re

import pytest

from tests.supply import sbom, third_party
from tests.supply.parts import ROOT, licence_of, locked, own, parts, words_of

TOLD = own("licences.toml")
NAMES = re.compile(r"[\w.+-]+")


def refused(found, allowed):
    """The licences of parts that may not be used."""
    named = {part.name: set(NAMES.findall(part.licence)) - {"AND", "OR", "WITH"} for part in found}
    return {name: sorted(licences - set(allowed)) for name, licences in named.items() if licences - set(allowed)}


def test_every_part_has_a_licence_that_may_be_used():
    assert refused(parts(), TOLD["allowed"]) == {}
    assert refused(parts(), set(TOLD["allowed"]) - {"OFL-1.1"}) != {}


def test_a_library_whose_licence_nobody_has_read_is_told():
    with pytest.raises(ValueError, match="babel: its licence is not in its metadata"):
        licence_of("babel", {"read": {}})


@pytest.mark.parametrize("name", TOLD["read"])
def test_what_was_read_is_what_the_library_says(name):
    said = words_of(name)
    assert said in ("", TOLD["read"][name]["words"])
    assert name in {one.name for one in locked()}


@pytest.mark.parametrize("item", TOLD["enclosed"], ids=lambda item: item["name"])
def test_what_lies_in_the_checkout_is_as_its_makers_made_it(item):
    assert len((ROOT / item["terms"]).read_text(encoding="utf-8")) > 500
    for name, digest in item["files"].items():
        assert hashlib.sha256((ROOT / name).read_bytes()).hexdigest() == digest, name


def test_no_script_or_typeface_of_others_is_left_out():
    told = {name for item in TOLD["enclosed"] for name in item["files"]}
    vendored = {path.relative_to(ROOT).as_posix() for path in (ROOT / "assets" / "vendor").rglob("*.js")}
    faces = [path for folder in ("assets", "dashboard") for path in (ROOT / folder).rglob("*")
             if path.suffix in (".woff2", ".otf", ".ttf") and not path.name.startswith("symbols.")]  # fmt: skip
    assert vendored | {path.relative_to(ROOT).as_posix() for path in faces} == told


def test_the_list_is_of_these_parts():
    assert third_party.FILE.read_text(encoding="utf-8") == third_party.text(), "python -m tests.supply.third_party"


def test_the_bill_of_materials_is_of_these_parts_and_valid():
    said = sbom.text()
    assert sbom.FILE.read_text(encoding="utf-8") == said == sbom.text(), "python -m tests.supply.sbom"
    bill = json.loads(said)
    assert len(bill["components"]) == len(parts())
    assert all(part.get("licenses") for part in bill["components"])
    assert "timestamp" not in bill["metadata"]
