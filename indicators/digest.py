"""What verdicts depend on beside the observations, as one digest: a stored scorecard is used only while it agrees."""

import hashlib
from typing import Any

import orjson

from indicators.areas import AREAS
from indicators.catalogue import Catalogue
from indicators.reference import Reference
from indicators.scorecard import METHOD
from indicators.series_cuts import read_series_cuts

JUDGED_BY = ("id", "direction", "kind", "period", "caveats", "relevance", "plausible", "breaks", "doubts", "series")
# Of the fields for signals, those that say what may be told over time.
OVER_TIME = {"over_time", "keeper_change"}
# When an entry was looked at, and by whom, decides no verdict.
UNJUDGED = {name: {"__all__": {"review"}} for name in ("targets", "comparisons")}


def assessment_digest(catalogue: Catalogue, reference: Reference) -> str:
    """Return a digest of everything but the observations that a verdict depends on; words do not count."""
    included: dict[str, Any] = {**dict.fromkeys(JUDGED_BY, True), "signals": OVER_TIME}
    facts = [definition.model_dump(mode="json", include=included) for definition in catalogue.definitions]
    # Whose denominator is known decides no verdict, but what a region's few units carry.
    counted = [definition.id for definition in catalogue.definitions if definition.people.denominator]
    moves = [(move.municipality, move.left, move.joined, move.year) for move in read_series_cuts().moves]
    parts = [METHOD, facts, counted, reference.model_dump(mode="json", exclude=dict(UNJUDGED)), AREAS.inside, moves]
    return hashlib.sha256(orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)).hexdigest()
