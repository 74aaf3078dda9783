"""The pages that are walked one by one, in one place for all tests that walk them."""

from dashboard.factory import page_modules
from tests.e2e.reader import NOWHERE

# Where a page takes a code, these are walked (of dimensions the fullest and the emptiest); a page that is not named
# here is walked at its own example.
CODES = {"dimension": ("service-quality", "equal-care"), "region": ("14", "09"), "indicator": ("daily-smoking", "beds")}
# A whole region, or a whole list of countries, is one dimension to checkers and to keys: rows are alike.
PARTS = {
    "/internationellt": "dimension=equal-care",
    "/jamfor/14": "dimension=service-quality",
    "/region/14": "dimension=service-quality",
    "/region/09": "dimension=population-health",
}


def places():
    """Every page of the program, found as the program finds them, and an address that leads nowhere."""
    found = []
    for module in page_modules():
        page = module.PAGE
        found.append(page.path)
        if page.knows is not None:
            found += [f"{page.path}/{code}" for code in CODES.get(page.name, (page.example,))]
    return [*found, NOWHERE]


def address_of(place, language, *, part=False):
    """The address of a place in a language; of the part that stands for the whole of it, where it has one."""
    return f"{place}?lang={language}" + (f"&{PARTS[place]}" if part and place in PARTS else "")
