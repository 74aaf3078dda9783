"""Why a value is held back, as a reason that can be said."""

from collections.abc import Mapping

from indicators.assessment.judgement import Param, Reason


def reason_of(code: str, facts: Mapping[str, Param]) -> Reason:
    """Return the reason of a value that is held back, from its code and the numbers that decided."""
    return Reason(f"quarantine.{code}", dict(facts))
