"""Accessible names: every control has one, in the page's language, and it holds the words that stand on the screen."""

from itertools import pairwise

INTERACTIVE = ("link", "button", "combobox", "checkbox", "radio", "textbox", "searchbox", "slider", "tab", "menuitem")
FOREIGN = {
    "sv": ("Select", "Close", "Choose", "Loading", "Download", "Show", "Open", "Search"),
    "en": ("Visa", "Stäng", "Välj", "Laddar", "Hämtar", "Öppna", "Sök", "Ta bort"),
}


def test_every_control_and_picture_has_a_name_in_its_language(seen):
    controls = [(role, name) for role, name in seen["tree"] if role in INTERACTIVE]
    nameless = [role for role, name in seen["tree"] if role in {*INTERACTIVE, "img", "image"} and not name.strip()]
    assert not nameless
    foreign = [name for _, name in controls if name.split(" ")[0] in FOREIGN[seen["language"]]]
    assert not foreign


def test_every_picker_has_a_visible_label_and_every_group_a_legend(seen):
    for picker in seen["pickers"]:
        assert picker["label"], f"no label: {picker['html']}"
        if picker["kind"] in ("radio", "checkbox"):
            assert picker["group"], f"no legend: {picker['html']}"


def test_a_name_holds_the_words_on_the_screen(seen):
    assert seen["unsaid"] == []


def test_regions_of_the_page_have_names_and_there_is_one_main(seen):
    roles = [role for role, _ in seen["tree"]]
    assert {role: roles.count(role) for role in ("main", "banner", "contentinfo")} == {
        "main": 1,
        "banner": 1,
        "contentinfo": 1,
    }
    named = [name for role, name in seen["tree"] if role == "navigation"]
    assert all(named)
    assert len(named) == len(set(named))


def test_headings_leave_no_step_out(seen):
    levels = seen["levels"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert not [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]


def test_ids_are_unique(seen):
    assert sorted(seen["ids"]) == sorted(set(seen["ids"]))
