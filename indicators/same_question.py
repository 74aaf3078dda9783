"""Which indicators answer one question, so that an area's signals name only one of them."""

from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError

from indicators.definition import Identifier
from indicators.faults import Fault, FaultError, from_pydantic, shown
from indicators.refdata import REFDATA, read_toml
from indicators.text import Strict, Text

FILE = "same_question.toml"


class SameQuestion(Strict):
    """Indicators that answer one question, and why that is so."""

    indicators: Annotated[tuple[Identifier, ...], Field(min_length=2)]
    reason: Text


class SameQuestions(Strict):
    """Every question that several indicators answer."""

    same: tuple[SameQuestion, ...] = ()

    def question(self, indicator: str) -> str:
        """Return what stands for an indicator's question: the first that answers it, or the indicator itself."""
        return next((item.indicators[0] for item in self.same if indicator in item.indicators), indicator)


@lru_cache(maxsize=1)
def read_same(folder: Path = REFDATA) -> SameQuestions:
    """Read the questions. Raises FaultError with every fault."""
    return check_same(read_toml(FILE, folder))


def check_same(raw: dict[str, Any], indicators: set[str] | None = None) -> SameQuestions:
    """Return raw questions validated; with `indicators` also that each is known.

    Raises FaultError with every fault.
    """
    try:
        found = SameQuestions.model_validate(raw)
    except ValidationError as error:
        raise FaultError(from_pydantic(FILE, error)) from error
    faults = _faults(found, indicators)
    if faults:
        raise FaultError(faults)
    return found


def _faults(found: SameQuestions, indicators: set[str] | None) -> list[Fault]:
    faults: list[Fault] = []
    taken: set[str] = set()
    for place, item in enumerate(found.same):
        for name in item.indicators:
            if indicators is not None and name not in indicators:
                faults.append(Fault(FILE, f"same.{place}", shown(name), "no indicator has this id"))
            if name in taken:
                faults.append(Fault(FILE, f"same.{place}", shown(name), "answers another question already"))
            taken.add(name)
    return faults
