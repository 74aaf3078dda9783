"""Levels that a value may be held against, from the targets' file alone."""

HOLDS = {"current"}


def in_force(figures, indicator):
    """The level in force of an indicator: current, of the same or a similar definition, its year not passed."""
    for level in figures.targets:
        if level["indicator"] != indicator or level["level"] == "moderate" or level["status"] not in HOLDS:
            continue
        if level["match"] in ("same", "similar") and level.get("last_year", figures.year) >= figures.year:
            return level
    return None
