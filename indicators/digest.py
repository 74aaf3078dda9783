"""What verdicts depend on beside the observations, as one digest: a stored scorecard is used only while it agrees."""

import hashlib

import orjson

from indicators.areas import AREAS
from indicators.catalogue import Catalogue
from indicators.reference import Reference
from indicators.scorecard import METHOD

JUDGED_BY = {"id", "direction", "kind", "period", "relevance", "plausible", "breaks", "doubts", "series"}
# When an entry was looked at, and by whom, decides no verdict.
UNJUDGED = {name: {"__all__": {"review"}} for name in ("targets", "comparisons")}


def assessment_digest(catalogue: Catalogue, reference: Reference) -> str:
    """Return a digest of everything but the observations that a verdict depends on; words do not count."""
    facts = [definition.model_dump(mode="json", include=JUDGED_BY) for definition in catalogue.definitions]
    # Whose denominator is known decides no verdict, but what a region's few units carry.
    counted = [definition.id for definition in catalogue.definitions if definition.people.denominator]
    parts = [METHOD, facts, counted, reference.model_dump(mode="json", exclude=dict(UNJUDGED)), AREAS.inside]
    return hashlib.sha256(orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)).hexdigest()
