"""The checks of what a page says of itself find what is wrong, each its own fault and no other."""

import pytest

from tests.e2e.names import CHECKS, faults

GOOD = {
    "language": "sv",
    "lang": "sv",
    "title": "Översikt – Hälsodialog",
    "tree": [("banner", ""), ("navigation", "Sidor"), ("main", ""), ("button", "Visa"), ("contentinfo", "")],
    "pickers": [{"html": "<input>", "label": "Kön", "group": "Kön", "kind": "radio"}],
    "unsaid": [],
    "levels": [1, 2, 3, 2],
    "ids": ["a", "b"],
}
TREE = GOOD["tree"]
FAULTS = (
    ("without_a_name", {"tree": [*TREE, ("button", " ")]}),
    ("without_a_name", {"tree": [*TREE, ("image", "")]}),
    ("in_another_language", {"tree": [*TREE, ("button", "Close")]}),
    ("in_another_language", {"lang": "en"}),
    ("without_a_label_or_a_legend", {"pickers": [{**GOOD["pickers"][0], "label": ""}]}),
    ("without_a_label_or_a_legend", {"pickers": [{**GOOD["pickers"][0], "group": None}]}),
    ("name_without_the_words_on_the_screen", {"unsaid": ["Stäng / Spara"]}),
    ("regions_of_the_page", {"tree": TREE[1:]}),
    ("regions_of_the_page", {"tree": [*TREE, ("main", "")]}),
    ("regions_of_the_page", {"tree": [*TREE, ("navigation", "")]}),
    ("regions_of_the_page", {"tree": [*TREE, ("navigation", "Sidor")]}),
    ("headings", {"levels": [2, 3]}),
    ("headings", {"levels": [1, 1]}),
    ("headings", {"levels": [1, 3]}),
    ("headings", {"levels": []}),
    ("ids_used_twice", {"ids": ["a", "b", "a"]}),
    ("title", {"title": "Översikt"}),
)


def found(seen):
    return {name for name, wrong in faults(seen).items() if wrong}


def test_nothing_is_wrong_with_a_page_that_is_as_it_should_be():
    assert found(GOOD) == set()
    assert {name for name, _ in FAULTS} == {check.__name__ for check in CHECKS}


@pytest.mark.parametrize(("name", "fault"), FAULTS)
def test_what_is_wrong_is_found(name, fault):
    assert found({**GOOD, **fault}) == {name}
