"""Where the figures of groups come from: the edition, or for a region without any there, its own upload."""

from dataclasses import dataclass

from indicators import NATION, Definition, GroupResults, Period, Picture, unit_groups


@dataclass(frozen=True, slots=True)
class Found:
    """The figures of one grouping in one area; `supplied` when the region handed them in itself."""

    results: GroupResults
    supplied: bool


def results_of(picture: Picture, definition: Definition, grouping: str, area: str, not_after: str) -> Found | None:
    """Return a series by group in one area, not after a year; None when neither edition nor upload has it."""
    published = picture.analysis.groups.get((definition.id, grouping, area))
    # A region's units say nothing of the nation.
    found = published or (unit_groups(picture.units, definition, grouping, area) if area != NATION else None)
    years = tuple(year for year in found.years if Period.parse(year.period).year <= int(not_after)) if found else ()
    if not years:
        return None
    return Found(GroupResults(years), published is None)
