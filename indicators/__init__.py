"""The domain: what is measured and what it says. The screen imports these names and nothing below them."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from indicators.abroad import (
    ENOUGH_COUNTRIES,
    OWN_MEAN,
    Average,
    Best,
    FigureAbroad,
    FiguresAbroad,
    against,
    average_of,
    best_of,
    read_figures,
)
from indicators.analysis.records import Analysis, FewUnitsFound, Fifths, Inside, WithinShare
from indicators.analysis.rules import ECONOMIC, ENOUGH_FOR_FIFTHS, RANKING
from indicators.analysis.sexes import SexGap, sex_gap, sex_gaps
from indicators.areas import AREAS, NATION, Area, Areas
from indicators.assessment.judgement import NOT_ASSESSED, Judgement, Reason
from indicators.assessment.records import Comparison, Countries, InsideSpread, InternationalGap
from indicators.assessment.rules import ENOUGH_REGIONS, NOISY
from indicators.attribution import REFERENCE_FILES, ReferenceFile
from indicators.boundaries import Boundaries, read_boundaries
from indicators.catalogue import Catalogue, Coverage, read_catalogue
from indicators.coverage import Covered, coverage_of
from indicators.data_folder import DATA, DataFolder, folder_from
from indicators.definition import Definition, Doubt, Sex
from indicators.dictionary import DICTIONARY, DataField, DataTable
from indicators.edition_diff import (
    VERDICTS,
    Changes,
    HeadlineChange,
    RegionChange,
    ValueChange,
    VerdictChange,
    compare_editions,
    turned,
)
from indicators.edition_list import EditionFacts, edition_facts
from indicators.edition_records import Quarantined, Revision, Revisions, SourceReading, SourceRefusal
from indicators.editions import EMBEDDED, Edition, EditionDamagedError, open_edition
from indicators.faults import Fault, FaultError
from indicators.framework import CONTEXT, FRAMEWORK, Dimension, Framework, FrameworkArea
from indicators.graded import GRADES, GradedDifference, check_graded, read_graded
from indicators.library import Library, list_editions, open_current
from indicators.method import METHOD_SETTINGS, MethodSettings
from indicators.numbers import format_number
from indicators.origins import NotAsked, Origin, read_origins
from indicators.picture import Picture, Pictures, open_picture
from indicators.publishers import PUBLISHERS, Publisher
from indicators.reference import Comparison as ComparisonAbroad
from indicators.reference import Reference, Review, TargetLevel, check_reference, read_reference
from indicators.safe_csv import ENCODING as CSV_ENCODING
from indicators.safe_csv import csv_line
from indicators.scorecard import AssessedRow, Scorecard
from indicators.series import Points
from indicators.signals import AreaSummary, Weighed, summarise_area
from indicators.standings import Side, Standing, stand_beside
from indicators.statistics.errors import NoVariationError, TooFewPointsError
from indicators.statistics.outcomes import Line, SlopeIndex
from indicators.statistics.plain_line import plain_band, plain_line, slope_limits
from indicators.statistics.results import Spread
from indicators.statistics.xmr_records import XmrChart, XmrSignal
from indicators.text import LANGUAGES, Language, Text
from indicators.units.form import UnitsDamagedError
from indicators.units.row import SMALLEST_COUNT, UNIT_COLUMNS, UNIT_KINDS, UnitKind, UnitRow
from indicators.units.summing import UnitInterval, unit_interval, unit_spread
from indicators.version import program_version
from indicators.vocabulary import CAVEATS, UNITS
from indicators.wording import difference_text, say, value_text

if TYPE_CHECKING:
    from indicators.checking.releases import Release, append_releases
    from indicators.client import AddressError, Client, addresses_from
    from indicators.edition_build import Plan, build_edition
    from indicators.edition_publish import Order, Publication, publish, use
    from indicators.edition_tables import edition_table
    from indicators.edition_write import Judges
    from indicators.locking import BusyError, hold
    from indicators.sync import (
        SyncChoice,
        SyncError,
        SyncListener,
        SyncOrder,
        SyncOutcome,
        SyncRefusal,
        SyncTally,
        read_candidate,
        synchronise,
    )
    from indicators.units.freezing import freeze_units
    from indicators.units.writing import write_units
    from indicators.uploads.comparison import Compared
    from indicators.uploads.findings import UploadFinding
    from indicators.uploads.publishing import Confirmer, UploadError, confirm_upload, undo_upload
    from indicators.uploads.reviews import UploadedFile, UploadReview, read_upload_review, review_upload
    from indicators.uploads.template import template_csv, template_xlsx
    from indicators.uploads.versions import (
        UploadDamagedError,
        UploadUndo,
        UploadVersion,
        confirmed_regions,
        current_units,
        current_upload,
        last_undo,
        read_version,
    )

# Making editions needs pandas, pyarrow and scipy, which showing does not: these come when they are asked for.
LATER = {
    "checking.releases": ("Release", "append_releases"),
    "client": ("AddressError", "Client", "addresses_from"),
    "edition_build": ("Plan", "build_edition"),
    "edition_publish": ("Order", "Publication", "publish", "use"),
    "edition_tables": ("edition_table",),
    "edition_write": ("Judges",),
    "locking": ("BusyError", "hold"),
    "sync": (
        *("SyncChoice", "SyncError", "SyncListener", "SyncOrder", "SyncOutcome", "SyncRefusal", "SyncTally"),
        *("read_candidate", "synchronise"),
    ),
    "units.freezing": ("freeze_units",),
    "units.writing": ("write_units",),
    "uploads.comparison": ("Compared",),
    "uploads.findings": ("UploadFinding",),
    "uploads.publishing": ("Confirmer", "UploadError", "confirm_upload", "undo_upload"),
    "uploads.reviews": ("UploadReview", "UploadedFile", "read_upload_review", "review_upload"),
    "uploads.template": ("template_csv", "template_xlsx"),
    "uploads.versions": (
        *("UploadDamagedError", "UploadUndo", "UploadVersion", "confirmed_regions", "current_units"),
        *("current_upload", "last_undo", "read_version"),
    ),
}
_MODULE_OF = {name: module for module, names in LATER.items() for name in names}


def __getattr__(name: str) -> Any:
    """Return a public name of a module that is imported only now."""
    if name in _MODULE_OF:
        return getattr(import_module(f"indicators.{_MODULE_OF[name]}"), name)
    raise AttributeError(f"module 'indicators' has no attribute '{name}'")


__all__ = [
    "AREAS",
    "CAVEATS",
    "CONTEXT",
    "CSV_ENCODING",
    "DATA",
    "DICTIONARY",
    "ECONOMIC",
    "EMBEDDED",
    "ENOUGH_COUNTRIES",
    "ENOUGH_FOR_FIFTHS",
    "ENOUGH_REGIONS",
    "FRAMEWORK",
    "GRADES",
    "LANGUAGES",
    "METHOD_SETTINGS",
    "NATION",
    "NOISY",
    "NOT_ASSESSED",
    "OWN_MEAN",
    "PUBLISHERS",
    "RANKING",
    "REFERENCE_FILES",
    "SMALLEST_COUNT",
    "UNITS",
    "UNIT_COLUMNS",
    "UNIT_KINDS",
    "VERDICTS",
    "AddressError",
    "Analysis",
    "Area",
    "AreaSummary",
    "Areas",
    "AssessedRow",
    "Average",
    "Best",
    "Boundaries",
    "BusyError",
    "Catalogue",
    "Changes",
    "Client",
    "Compared",
    "Comparison",
    "ComparisonAbroad",
    "Confirmer",
    "Countries",
    "Coverage",
    "Covered",
    "DataField",
    "DataFolder",
    "DataTable",
    "Definition",
    "Dimension",
    "Doubt",
    "Edition",
    "EditionDamagedError",
    "EditionFacts",
    "Fault",
    "FaultError",
    "FewUnitsFound",
    "Fifths",
    "FigureAbroad",
    "FiguresAbroad",
    "Framework",
    "FrameworkArea",
    "GradedDifference",
    "HeadlineChange",
    "Inside",
    "InsideSpread",
    "InternationalGap",
    "Judgement",
    "Judges",
    "Language",
    "Library",
    "Line",
    "MethodSettings",
    "NoVariationError",
    "NotAsked",
    "Order",
    "Origin",
    "Picture",
    "Pictures",
    "Plan",
    "Points",
    "Publication",
    "Publisher",
    "Quarantined",
    "Reason",
    "Reference",
    "ReferenceFile",
    "RegionChange",
    "Release",
    "Review",
    "Revision",
    "Revisions",
    "Scorecard",
    "Sex",
    "SexGap",
    "Side",
    "SlopeIndex",
    "SourceReading",
    "SourceRefusal",
    "Spread",
    "Standing",
    "SyncChoice",
    "SyncError",
    "SyncListener",
    "SyncOrder",
    "SyncOutcome",
    "SyncRefusal",
    "SyncTally",
    "TargetLevel",
    "Text",
    "TooFewPointsError",
    "UnitInterval",
    "UnitKind",
    "UnitRow",
    "UnitsDamagedError",
    "UploadDamagedError",
    "UploadError",
    "UploadFinding",
    "UploadReview",
    "UploadUndo",
    "UploadVersion",
    "UploadedFile",
    "ValueChange",
    "VerdictChange",
    "Weighed",
    "WithinShare",
    "XmrChart",
    "XmrSignal",
    "addresses_from",
    "against",
    "append_releases",
    "average_of",
    "best_of",
    "build_edition",
    "check_graded",
    "check_reference",
    "compare_editions",
    "confirm_upload",
    "confirmed_regions",
    "coverage_of",
    "csv_line",
    "current_units",
    "current_upload",
    "difference_text",
    "edition_facts",
    "edition_table",
    "folder_from",
    "format_number",
    "freeze_units",
    "hold",
    "last_undo",
    "list_editions",
    "open_current",
    "open_edition",
    "open_picture",
    "plain_band",
    "plain_line",
    "program_version",
    "publish",
    "read_boundaries",
    "read_candidate",
    "read_catalogue",
    "read_figures",
    "read_graded",
    "read_origins",
    "read_reference",
    "read_upload_review",
    "read_version",
    "review_upload",
    "say",
    "sex_gap",
    "sex_gaps",
    "slope_limits",
    "stand_beside",
    "summarise_area",
    "synchronise",
    "template_csv",
    "template_xlsx",
    "turned",
    "undo_upload",
    "unit_interval",
    "unit_spread",
    "use",
    "value_text",
    "write_units",
]
