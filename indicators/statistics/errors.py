"""What can be wrong with numbers given to a statistic: each error says what was found and what is allowed."""

from collections.abc import Iterable


class NotAVectorError(ValueError):
    """The numbers do not stand in one row."""

    def __init__(self, name: str, *, shape: tuple[int, ...]) -> None:
        """Say which numbers, and the shape they have."""
        super().__init__(f"{name}: found shape {shape}; one row of numbers is allowed, shape (n,)")


class NotFiniteError(ValueError):
    """A number is missing or infinite."""

    def __init__(self, name: str, *, found: float, position: int) -> None:
        """Say which numbers, what was found and where."""
        super().__init__(f"{name}: found {found} at position {position}; only finite numbers: leave missing ones out")


class TooFewPointsError(ValueError):
    """There are fewer points than the statistic can be judged on."""

    def __init__(self, *, found: int, allowed: int) -> None:
        """Say how many there are and how many are needed."""
        super().__init__(f"points: found {found}; at least {allowed} needed")


class TooManyPointsError(ValueError):
    """There are more points than the statistic is meant for."""

    def __init__(self, *, found: int, allowed: int) -> None:
        """Say how many there are and how many are allowed."""
        super().__init__(f"points: found {found}; at most {allowed} allowed: give the last ones")


class UnequalLengthsError(ValueError):
    """Two rows of numbers do not pair up."""

    def __init__(self, *, first: int, second: int) -> None:
        """Say how many there are of each."""
        super().__init__(f"lengths: found {first} and {second}; both rows must be equally long")


class DuplicatePeriodsError(ValueError):
    """A period stands more than once."""

    def __init__(self, *, found: float) -> None:
        """Say which period."""
        super().__init__(f"periods: found {found:.10g} more than once; each period may stand once")


class TooFewGroupsError(ValueError):
    """Too few groups are large enough to be compared."""

    def __init__(self, *, found: int, allowed: int, units: int) -> None:
        """Say how many are large enough, how many are needed, and what large enough is."""
        super().__init__(f"groups: found {found} with {units} units or more; at least {allowed} needed")


class NoVariationError(ValueError):
    """All values are equal, so that no share of their variation exists."""

    def __init__(self) -> None:
        """Say what is needed instead."""
        super().__init__("values: found no variation; a share of it needs values that differ")


class UnknownOperatorError(ValueError):
    """The comparison with a target is not one of those known."""

    def __init__(self, *, found: object, allowed: Iterable[str]) -> None:
        """Say what was found and which are known."""
        super().__init__(f"operator: found {found!r}; allowed {', '.join(allowed)}")


class ZeroReferenceError(ValueError):
    """A ratio was asked to something that is zero."""

    def __init__(self) -> None:
        """Say what can be given instead."""
        super().__init__("reference: found 0; a ratio needs a reference other than 0: give the difference")


class DenominatorError(ValueError):
    """A denominator is not one that a value can be made of."""

    def __init__(self, *, found: float, position: int, allowed: str) -> None:
        """Say what was found, where, and what is allowed."""
        super().__init__(f"denominators: found {found:.10g} at position {position}; {allowed}")


class NumeratorError(ValueError):
    """A numerator is below nothing or above its denominator."""

    def __init__(self, *, found: float, position: int, allowed: str) -> None:
        """Say what was found, where, and what is allowed."""
        super().__init__(f"numerators: found {found:.10g} at position {position}; {allowed}")


class MissingDenominatorError(ValueError):
    """Nobody knows how many people the value is about."""

    def __init__(self) -> None:
        """Say what is needed, and what can be said without it."""
        super().__init__("denominator: found none; people need a known denominator: say what is missing instead")


class CountsDisagreeError(ValueError):
    """A value is not the one its counts make."""

    def __init__(self, *, value: float, counted: float) -> None:
        """Say both."""
        super().__init__(
            f"value: found {value:.10g}, but its counts make {counted:.10g}; leave the counts or the value"
        )


class UnknownChoiceError(ValueError):
    """A way of computing was asked for by a name that is not known."""

    def __init__(self, name: str, *, found: object, allowed: Iterable[str]) -> None:
        """Say of what, what was found and which are known."""
        super().__init__(f"{name}: found {found!r}; allowed {', '.join(allowed)}")


class SettingError(ValueError):
    """A setting is outside what makes sense."""

    def __init__(self, name: str, *, found: float, allowed: str) -> None:
        """Say which setting, what was found and what is allowed."""
        super().__init__(f"{name}: found {found:.10g}; {allowed}")


class BaselineError(ValueError):
    """A funnel has no baseline that some have reached and some have not."""

    def __init__(self, *, found: float, allowed: str) -> None:
        """Say what was found and what is allowed."""
        super().__init__(f"baseline: found {found:.10g}; {allowed}")


class PeriodsError(ValueError):
    """The periods are not months or weeks in order."""

    def __init__(self, *, found: object, allowed: str) -> None:
        """Say what was found and what is allowed."""
        super().__init__(f"periods: found {found!r}; {allowed}")


class RebaseError(ValueError):
    """A re-base is not documented, or starts where no new segment can start."""

    def __init__(self, *, found: object, allowed: str) -> None:
        """Say what was found and what is allowed."""
        super().__init__(f"re-base: found {found!r}; {allowed}")


class TooFewEventsError(ValueError):
    """There are fewer events than a rate may be made of."""

    def __init__(self, *, found: float, allowed: int) -> None:
        """Say how many there are and how many are needed."""
        super().__init__(f"events: found {found:.10g}; at least {allowed} needed")


class ZeroWidthError(ValueError):
    """Limits have no width, so that nobody knows how sure the value is."""

    def __init__(self, *, lower: float, upper: float, position: int) -> None:
        """Say both limits and where they stand."""
        super().__init__(
            f"limits: found {lower:.10g} and {upper:.10g} at position {position}; upper must be above lower"
        )


class NoFiniteSlopeError(ValueError):
    """The counts go from none to all at one point in time, so that no slope is the best."""

    def __init__(self) -> None:
        """Say what is needed instead."""
        super().__init__("counts: found none before a period and all after it; a slope needs some of both")
