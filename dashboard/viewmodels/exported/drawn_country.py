"""The map and the rug of a slide as they are drawn in files, from the same views as on screen."""

from collections.abc import Iterable

from dashboard.viewmodels.contract_country import MapRegion, MapView, RugRow, RugView, State
from dashboard.viewmodels.exported.drawn import Box, DrawnMap, DrawnRow, DrawnRug, Land, Mark, Sheet
from dashboard.viewmodels.land import middle_of_land
from dashboard.viewmodels.map import INSET_OF, shapes
from indicators import read_boundaries

NO_SYMBOL = "–"
SIGNS, INSET_SIGNS = 15, 13
"""How many symbols the width of the country has room for, and the width of the enlarged part."""


def drawn_map(view: MapView) -> DrawnMap:
    """Return a map with its outlines and its key; `alt` says every region's verdict after the finding."""
    frame = shapes()
    lands = {region.code: _land(region, view.states) for region in view.regions}
    country, inset = _box(frame.view_box), _box(frame.inset)
    told = " ".join(f"{text}: {', '.join(names)}." for text, names in _by_verdict(lands.values()))
    enlarged = tuple(lands[code] for code in INSET_OF if code in lands)
    return DrawnMap(
        Sheet("", country, tuple(lands.values()), country[2] / SIGNS),
        Sheet(view.labels["inset"], inset, enlarged, inset[2] / INSET_SIGNS),
        _key(view.states, {region.state for region in view.regions}),
        f"{view.title}. {view.caption}. {view.summary} {told}",
    )


def _box(text: str) -> Box:
    left, top, width, height = map(float, text.split())
    return left, top, width, height


def _land(region: MapRegion, states: dict[str, State]) -> Land:
    rings = read_boundaries().rings[region.code]
    return Land(region.name, region.text, rings, middle_of_land(rings), _mark(states[region.state]))


def _by_verdict(lands: Iterable[Land]) -> list[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for land in lands:
        found.setdefault(land.mark.text, []).append(land.name)
    return sorted(found.items())


def _mark(state: State) -> Mark:
    return Mark(state.symbol or NO_SYMBOL, state.tone, state.text)


def _key(states: dict[str, State], used: set[str]) -> tuple[Mark, ...]:
    return tuple(_mark(state) for state in states.values() if state.code in used)


def drawn_rug(view: RugView) -> DrawnRug:
    """Return the rug's rows with their marks and the key; `alt` names the regions at both ends of each row."""
    rows = [row for section in view.sections for area in section.areas for row in area.rows]
    used = {code for row in rows for code, _ in row.cells}
    return DrawnRug(
        view.labels["column_indicator"],
        tuple(column.short for column in view.columns),
        tuple(DrawnRow(row.name, row.period, tuple(_mark(view.states[code]) for code, _ in row.cells)) for row in rows),
        _key(view.states, used),
        " ".join((f"{view.caption}.", *(_told(row, view) for row in rows))),
    )


def _told(row: RugRow, view: RugView) -> str:
    ends = [state for state in view.states.values() if state.tone in ("good", "bad")]
    pairs = [(column.name, code) for column, (code, _) in zip(view.columns, row.cells, strict=True)]
    named = ((state.text, ", ".join(name for name, code in pairs if code == state.code)) for state in ends)
    said = "; ".join(f"{text}: {names}" for text, names in named if names)
    return f"{row.name} ({row.period}): {said or NO_SYMBOL}."
