"""A Report: one area, or one dimension of it, with everything that a sheet, deck, workbook or file tells of it.

Every value stands as text and as number in the same Row as on the screen; no format computes or formats anything.
"""

from dataclasses import dataclass
from typing import Literal

from dashboard.viewmodels.contract import Fact, LegendItem, Row, Tone
from indicators import Language

Kind = Literal["region", "dimension"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is about: an area, '00' for the nation, and for a dimension which one.

    `indicators` is a reader's own choice; without it the region sheet holds the default one.
    """

    kind: Kind
    area: str
    dimension: str = ""
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportSentence:
    """One finding in words, with the symbol and tone that go with it; the note says what it is held against.

    `group` is the heading that it stands under, with those before it that have the same; empty where it has none.
    `short` is the same in a list of measures, without a mark, where it may stand in one; `indicators` what it tells of.
    `name` is a subject's, with what brings it forward: then it stands by itself, and `short` is the rest of it. `n` is
    how many findings it holds.
    """

    symbol: str
    tone: Tone
    text: str
    note: str = ""
    group: str = ""
    short: str = ""
    indicators: tuple[str, ...] = ()
    name: str = ""
    n: int = 1


@dataclass(frozen=True, slots=True)
class Matters:
    """What matters in a report: its sentences, and how sure they are, said once.

    `preliminary` says whose the weights are: it stands wherever an order made of them is shown.
    """

    sentences: tuple[ReportSentence, ...]
    preliminary: str = ""
    uncertainty: str = ""


@dataclass(frozen=True, slots=True)
class ReportArea:
    """One area of the framework: its rows, why it has none, and what is unpublished for the chosen sex."""

    code: str
    name: str
    rows: tuple[Row, ...]
    gap: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ReportSection:
    """One dimension with its areas."""

    code: str
    name: str
    count_text: str
    areas: tuple[ReportArea, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row of the dimension, in the framework's order."""
        return tuple(row for area in self.areas for row in area.rows)


@dataclass(frozen=True, slots=True)
class Sources:
    """Where rows come from: each publisher of values with its keys, and what we computed ourselves of whose data."""

    raw: tuple[str, ...]
    derived: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of the one-page sheet: which indicators, the change of each in few words, how they were chosen in
    words, and their sources.
    """

    indicators: tuple[str, ...]
    changes: tuple[str, ...]
    text: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class ReportSignal:
    """One finding about one indicator: its sentence, what it is held against, and which picture shows it.

    `is_change` says that it tells of a change.
    """

    kind: str
    indicator: str
    symbol: str
    tone: Tone
    title: str
    note: str
    picture: Literal["years", "regions"]
    is_change: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One area's results as they are handed on.

    `sections` hold every row of the view as it is filtered; `sheet` says which of them stand on the one-page sheet.
    `sources` are those of every row. `path` is the same view alive, `address` the same with the program's own address
    before it. `name` is the file's name without its ending; `labels` are the words that formats need besides.
    `signals` are findings, each about one indicator; `withheld` are the series and areas whose value the publisher does
    not show.
    """

    kind: Kind
    lang: Language
    edition: str
    published: str
    area: str
    area_name: str
    dimension: str
    sex: str
    period: str
    title: str
    subtitle: str
    facts: tuple[Fact, ...]
    peers: str
    matters: Matters
    sections: tuple[ReportSection, ...]
    sheet: Sheet
    filters: tuple[Fact, ...]
    sources: Sources
    notes: tuple[str, ...]
    legend: tuple[LegendItem, ...]
    region_names: dict[str, str]
    labels: dict[str, str]
    path: str
    address: str
    name: str
    empty: str | None
    signals: tuple[ReportSignal, ...] = ()
    withheld: tuple[tuple[str, str], ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row, in the framework's order."""
        return tuple(row for section in self.sections for row in section.rows)

    @property
    def sheet_rows(self) -> tuple[Row, ...]:
        """The rows of the one-page sheet."""
        return tuple(row for row in self.rows if row.indicator in self.sheet.indicators)
