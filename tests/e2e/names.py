"""What a page says of itself to who cannot see it: names, labels, regions, headings; and what is wrong with that."""

from itertools import pairwise

INTERACTIVE = ("link", "button", "combobox", "checkbox", "radio", "textbox", "searchbox", "slider", "tab", "menuitem")
FOREIGN = {
    "sv": ("Select", "Close", "Choose", "Loading", "Download", "Show", "Open", "Search"),
    "en": ("Visa", "Stäng", "Välj", "Laddar", "Hämtar", "Öppna", "Sök", "Ta bort"),
}
ONCE = ("main", "banner", "contentinfo")


def without_a_name(seen):
    return [role for role, name in seen["tree"] if role in {*INTERACTIVE, "img", "image"} and not name.strip()]


def in_another_language(seen):
    """Controls that speak the other language, and a page that says it is in it."""
    controls = [name for role, name in seen["tree"] if role in INTERACTIVE]
    said = [] if seen["lang"] == seen["language"] else [f"lang={seen['lang']}"]
    return said + [name for name in controls if name.split(" ")[0] in FOREIGN[seen["language"]]]


def without_a_label_or_a_legend(seen):
    grouped = ("radio", "checkbox")
    return [
        picker["html"]
        for picker in seen["pickers"]
        if not picker["label"] or (picker["kind"] in grouped and not picker["group"])
    ]


def name_without_the_words_on_the_screen(seen):
    return seen["unsaid"]


def regions_of_the_page(seen):
    """Regions that must be there once and are not, and ways about the page that share a name or have none."""
    roles = [role for role, _ in seen["tree"]]
    named = [name for role, name in seen["tree"] if role == "navigation"]
    wrong = [name or "navigation without a name" for name in named if not name or named.count(name) > 1]
    return [f"{role}: {roles.count(role)}" for role in ONCE if roles.count(role) != 1] + wrong


def headings(seen):
    """What is wrong with the order of headings: one first of the first rank, and no rank left out."""
    levels = seen["levels"]
    first = [] if levels[:1] == [1] and levels.count(1) == 1 else [f"first ranks: {levels[:3]}"]
    return first + [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]


def ids_used_twice(seen):
    return sorted({one for one in seen["ids"] if seen["ids"].count(one) > 1})


def title(seen):
    return [] if seen["title"].endswith(" – Hälsodialog") else [seen["title"]]


CHECKS = (
    without_a_name,
    in_another_language,
    without_a_label_or_a_legend,
    name_without_the_words_on_the_screen,
    regions_of_the_page,
    headings,
    ids_used_twice,
    title,
)


def faults(seen):
    """What each check finds wrong, by its name."""
    return {check.__name__: check(seen) for check in CHECKS}
