"""Which level is in force for an indicator, as signals may use it."""

from indicators.reference import Reference, TargetLevel

COMPARABLE = ("same", "similar")


def level_in_force(reference: Reference, series: str, year: int) -> TargetLevel | None:
    """Return the level of a series that is current, comparable and not past its last year; None without one."""
    level = reference.target(series)
    if level is None or level.status != "current" or level.match not in COMPARABLE or has_expired(level, year):
        return None
    return level


def has_expired(level: TargetLevel, year: int) -> bool:
    """Return whether the last year a level was set for has passed."""
    last = getattr(level, "last_year", None)
    return last is not None and last < year
