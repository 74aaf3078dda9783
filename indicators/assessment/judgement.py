"""What every verdict is made of: a code, and a reason that can be said in both languages."""

from dataclasses import dataclass, field

Param = float | int | str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: the key of a sentence and the facts that fill it (numbers unrounded, in the indicator's unit)."""

    key: str
    params: dict[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One verdict and its reason."""

    verdict: str
    reason: Reason


NOT_ASSESSED = "not-assessed"


def not_assessed(key: str, **params: Param) -> Judgement:
    """Return a verdict that says why none is given."""
    return Judgement(NOT_ASSESSED, Reason(key, params))
