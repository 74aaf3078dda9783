"""The domain: what is measured and what it says. The screen imports these names and nothing below them."""

from typing import TYPE_CHECKING, Any

from indicators.areas import AREAS, NATION, Area, Areas
from indicators.assessment.judgement import NOT_ASSESSED, Judgement, Reason
from indicators.assessment.records import Comparison, Countries, InsideSpread, InternationalGap
from indicators.assessment.rules import ENOUGH_REGIONS, NOISY
from indicators.attribution import REFERENCE_FILES, ReferenceFile
from indicators.boundaries import Boundaries, read_boundaries
from indicators.catalogue import Catalogue, Coverage, read_catalogue
from indicators.definition import Definition, Doubt, Sex
from indicators.editions import (
    EMBEDDED,
    Edition,
    EditionDamagedError,
    list_editions,
    open_current,
    open_edition,
)
from indicators.faults import Fault, FaultError
from indicators.framework import CONTEXT, FRAMEWORK, Dimension, Framework, FrameworkArea
from indicators.method import METHOD_SETTINGS, MethodSettings
from indicators.numbers import format_number
from indicators.picture import Picture, open_picture
from indicators.publishers import PUBLISHERS, Publisher
from indicators.reference import Reference, TargetLevel, check_reference, read_reference
from indicators.scorecard import AssessedRow, Scorecard
from indicators.series import Points
from indicators.signals import AreaSummary, Weighed, summarise_area
from indicators.text import LANGUAGES, Language, Text
from indicators.vocabulary import CAVEATS, UNITS
from indicators.wording import difference_text, say, value_text

if TYPE_CHECKING:
    from indicators.edition_build import Plan, build_edition


def __getattr__(name: str) -> Any:
    """Bring the building of editions in when it is asked for: it needs pandas and pyarrow, which showing does not."""
    if name in ("Plan", "build_edition"):
        from indicators import edition_build

        return getattr(edition_build, name)
    raise AttributeError(f"module 'indicators' has no attribute '{name}'")


__all__ = [
    "AREAS",
    "CAVEATS",
    "CONTEXT",
    "EMBEDDED",
    "ENOUGH_REGIONS",
    "FRAMEWORK",
    "LANGUAGES",
    "METHOD_SETTINGS",
    "NATION",
    "NOISY",
    "NOT_ASSESSED",
    "PUBLISHERS",
    "REFERENCE_FILES",
    "UNITS",
    "Area",
    "AreaSummary",
    "Areas",
    "AssessedRow",
    "Boundaries",
    "Catalogue",
    "Comparison",
    "Countries",
    "Coverage",
    "Definition",
    "Dimension",
    "Doubt",
    "Edition",
    "EditionDamagedError",
    "Fault",
    "FaultError",
    "Framework",
    "FrameworkArea",
    "InsideSpread",
    "InternationalGap",
    "Judgement",
    "Language",
    "MethodSettings",
    "Picture",
    "Plan",
    "Points",
    "Publisher",
    "Reason",
    "Reference",
    "ReferenceFile",
    "Scorecard",
    "Sex",
    "TargetLevel",
    "Text",
    "Weighed",
    "build_edition",
    "check_reference",
    "difference_text",
    "format_number",
    "list_editions",
    "open_current",
    "open_edition",
    "open_picture",
    "read_boundaries",
    "read_catalogue",
    "read_reference",
    "say",
    "summarise_area",
    "value_text",
]
