"""What the pictures of the whole country are given, the rug and the map: frozen and formatted, as in contract.py."""

from dataclasses import dataclass

from dashboard.viewmodels.contract import Tone


@dataclass(frozen=True, slots=True)
class RugRow:
    """One indicator of the rug. `cells` follow the columns: (state, value as read)."""

    indicator: str
    name: str
    href: str
    unit: str
    period: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RugArea:
    """One framework area of the rug, or the reason why it is empty."""

    code: str
    name: str
    gap: str | None
    rows: tuple[RugRow, ...]


@dataclass(frozen=True, slots=True)
class RugSection:
    """One dimension of the rug."""

    code: str
    name: str
    href: str
    areas: tuple[RugArea, ...]


@dataclass(frozen=True, slots=True)
class RugColumn:
    """One region as a column: `short` heads the column, `href` opens its page."""

    code: str
    name: str
    short: str
    href: str


@dataclass(frozen=True, slots=True)
class State:
    """How a cell or a county is drawn: a symbol, a tone and the word for it."""

    code: str
    symbol: str
    tone: Tone
    text: str


@dataclass(frozen=True, slots=True)
class RugView:
    """21 regions × indicators. A cell's sentence is composed from `labels['cell']` and the parts."""

    edition: str
    lang: str
    caption: str
    columns: tuple[RugColumn, ...]
    sections: tuple[RugSection, ...]
    states: dict[str, State]
    labels: dict[str, str]
    source_line: str


@dataclass(frozen=True, slots=True)
class MapRegion:
    """One county on the map: `state` is a key of the view's states; `text` is the whole sentence."""

    code: str
    name: str
    href: str
    value_text: str
    state: str
    text: str


@dataclass(frozen=True, slots=True)
class MapView:
    """One indicator on the map of Sweden, and the same as a table."""

    edition: str
    lang: str
    title: str
    caption: str
    unit: str
    period: str
    regions: tuple[MapRegion, ...]
    states: dict[str, State]
    labels: dict[str, str]
    summary: str
    source_line: str


@dataclass(frozen=True, slots=True)
class MapShapes:
    """The counties' outlines as SVG path data by region code, in one `view_box`; `inset` is a window to enlarge."""

    view_box: str
    inset: str
    paths: dict[str, str]
    source: str
