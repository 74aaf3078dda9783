"""What the pickers of an edition can offer, by the kind of thing that is picked."""

from functools import lru_cache

from dashboard.allowed_values import Offered
from dashboard.query import ALL, MUNICIPALITY, NEWEST, Question
from dashboard.viewmodels.bulk import KINDS
from dashboard.viewmodels.equality.graded import grade_choices, group_choices
from dashboard.viewmodels.report.forms import FORM_NAMES
from indicators import FRAMEWORK, LANGUAGES, NATION, PEOPLE, SEX, UNIT_KINDS, Picture, grouping_of

# One edition is current; readers of one before it may still have its pages open.
KEPT = 3
ALIKE: Offered = {
    "lang": frozenset(LANGUAGES),
    "sex": frozenset(("T", "F", "M")),
    "order": frozenset(("official", "north-south")),
    "sort": frozenset(("framework", "gap")),
    "peers": frozenset(("health-care", "socio-economic", "own", "all")),
    "whole": frozenset(("all", "own")),
    "flag": frozenset(("deviating", "target")),
    "line": frozenset(("line",)),
    "widen": frozenset(("widen",)),
    "scope": frozenset(KINDS),
    "form": frozenset(FORM_NAMES),
    "unit": frozenset((MUNICIPALITY, *UNIT_KINDS)),
    "grouping": frozenset((SEX, *map(grouping_of, PEOPLE))),
    "dimension": frozenset(FRAMEWORK.by_code),
    "dimension-or-all": frozenset((ALL, *FRAMEWORK.by_code)),
    "area-or-all": frozenset((ALL, *(area.code for _, area in FRAMEWORK.areas))),
    "group": frozenset(code for code, _ in group_choices(Question())),
    "grade": frozenset(code for code, _ in grade_choices(Question())),
}


@lru_cache(maxsize=KEPT)
def offered(picture: Picture) -> Offered:
    """Return every value that a picker of each kind can have on the pages of an edition."""
    regions = picture.areas.region_codes
    return {
        **ALIKE,
        "period": frozenset((NEWEST, *picture.edition.years)),
        "region": frozenset(regions),
        "region-or-all": frozenset((ALL, *regions)),
        "area": frozenset((NATION, *regions)),
        "indicator": frozenset(picture.catalogue.by_id),
    }
