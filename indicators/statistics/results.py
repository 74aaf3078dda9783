"""What the statistics give, and the limits they keep. Nothing here computes: reading a result needs no numpy."""

from dataclasses import dataclass

FEWEST_FOR_QUARTERS = 8


@dataclass(frozen=True, slots=True)
class Spread:
    """The number of values, their ends and their quartiles, in the values' unit."""

    n: int
    minimum: float
    q1: float
    median: float
    q3: float
    maximum: float
