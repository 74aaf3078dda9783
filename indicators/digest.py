"""What verdicts depend on beside the observations, as one digest: a stored scorecard is used only while it agrees."""

import hashlib

import orjson

from indicators.areas import AREAS
from indicators.catalogue import Catalogue
from indicators.reference import Reference
from indicators.scorecard import METHOD

JUDGED_BY = {"id", "direction", "kind", "period", "relevance", "plausible", "breaks", "doubts", "series"}


def assessment_digest(catalogue: Catalogue, reference: Reference) -> str:
    """Return a digest of everything but the observations that a verdict depends on; words do not count."""
    facts = [definition.model_dump(mode="json", include=JUDGED_BY) for definition in catalogue.definitions]
    parts = [METHOD, facts, reference.model_dump(mode="json"), AREAS.inside]
    return hashlib.sha256(orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)).hexdigest()
