"""The one-page sheet as plain data: every text and place that the page is laid out from, in the order it is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.viewmodels.contract import Fact, LegendItem, Point, Row, Target, Tone
from dashboard.viewmodels.report.paragraphs import SheetMatter, paragraphs
from dashboard.viewmodels.report.records import Report, ReportSection
from dashboard.viewmodels.target_row import OPERATORS
from dashboard.viewmodels.visit import for_visit
from indicators import Language, format_number, with_unit


@dataclass(frozen=True, slots=True)
class SheetTarget:
    """The verdict on the target with the level, and in the label whose level it is; empty without a target."""

    symbol: str
    text: str
    tone: Tone
    label: str


Run = tuple[tuple[float, float], ...]
"""An unbroken part of a series as places (x, y), from 0 to 1, y upwards."""


@dataclass(frozen=True, slots=True)
class SheetTrend:
    """The trend line: the area's and the nation's unbroken parts, the breaks' places, and the verdict."""

    runs: tuple[Run, ...]
    nation: tuple[Run, ...]
    breaks: tuple[float, ...]
    alt: str
    symbol: str
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class SheetDots:
    """The dot-range: the places of all its marks, from 0 to 1, and the texts of its ends."""

    alt: str
    x: float | None
    tone: Tone
    doubtful: bool
    nation: float | None
    target: float | None
    dashed: bool
    international: float | None
    regions: tuple[float, ...]
    hollow: tuple[float, ...]
    middle: tuple[float, float] | None
    inside: tuple[float, ...]
    inside_range: bool
    left: str
    right: str
    left_x: float
    right_x: float
    note: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One indicator. `remark` stands under the value: the change, a doubt, or why there is no value.

    `most` says where most regions lie. A sheet goes to a visit: no place among the regions is told.
    """

    name: str
    caution: str
    number: str
    unit: str
    period: str
    remark: str
    trend: SheetTrend
    dots: SheetDots | None
    nation: str
    most: str
    target: SheetTarget


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Rows under one heading; the note says why there are none."""

    name: str
    note: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """The whole sheet."""

    lang: str
    title: str
    document_title: str
    description: str
    subtitle: str
    product: str
    edition: str
    date: tuple[int, ...]
    facts: tuple[Fact, ...]
    peers_label: str
    peers: str
    matters: tuple[SheetMatter, ...]
    labels: tuple[str, ...]
    has_others: bool
    groups: tuple[SheetGroup, ...]
    empty: str
    legend: tuple[LegendItem, ...]
    foot: tuple[Fact, ...]
    live: str
    address: str
    qr_alt: str


def sheet_view(report: Report) -> SheetView:
    """Return the sheet of a report."""
    say, said, numbers = words(report.lang), report.labels, report.published.split("-")
    edition = f"{said['edition']} {report.edition}, {report.published}"
    has_others = not _is_nation(report)
    return SheetView(
        lang=report.lang,
        title=report.title,
        document_title=f"{report.title}: {report.subtitle}. {edition}",
        description=f"{report.title}. {report.subtitle}. {report.sheet.text}.",
        subtitle=f"{report.subtitle}: {report.sheet.text}",
        product=said["product"],
        edition=edition,
        date=tuple(int(number) for number in numbers),
        facts=report.facts,
        peers_label=said["peers"],
        peers=report.peers,
        matters=tuple(paragraphs(report)),
        labels=tuple(say(f"report.sheet_column.{name}") for name in COLUMNS if has_others or name != OTHERS),
        has_others=has_others,
        groups=tuple(_groups(report)),
        empty=report.empty or "",
        legend=_legend(report),
        foot=tuple(_foot(report)),
        live=said["live"],
        address=report.address,
        qr_alt=f"{said['qr']} {report.address}",
    )


COLUMNS = ("indicator", "value", "trend", "spread", "others", "target")
# The nation is not held against itself.
OTHERS = "others"
NONE = "–"


def _foot(report: Report) -> Iterator[Fact]:
    said, sources = report.labels, report.sheet.sources
    yield Fact(said["sources"], "; ".join(sources.raw) + ".")
    yield Fact(said["derived"], said["derived_text"])
    chosen = "; ".join(f"{fact.label}: {fact.text}" for fact in report.filters)
    yield Fact(said["filters"], f"{chosen}.")
    yield Fact(said["reading"], " ".join(_reading(report)))
    corrected = dict.fromkeys(row.corrected for row in report.sheet_rows if row.corrected)
    if corrected:
        yield Fact(words(report.lang)("corrected.heading"), " ".join(corrected))


def _reading(report: Report) -> Iterator[str]:
    """How to read what is drawn, as far as it is drawn here."""
    said, rows = report.labels, report.sheet_rows
    yield said["axis_note"]
    if any(row.caution for row in rows):
        yield said["caution_note"]
    if any(row.target.dashed for row in rows):
        yield said["dashed_note"]
    if any(row.doubtful or any(mark.doubtful for mark in row.regions) for row in rows):
        yield said["note.doubtful"]


def _legend(report: Report) -> tuple[LegendItem, ...]:
    """The key, with short words for targets: the rows say whose they are, and the foot what dashed means."""
    short = {"target": report.labels["level"], "target-dashed": report.labels["dashed"]}
    return tuple(LegendItem(item.mark, short.get(item.mark, item.text)) for item in report.legend)


def _groups(report: Report) -> Iterator[SheetGroup]:
    """A region's rows by dimension; a dimension's by its areas, also those without any."""
    chosen = dict(zip(report.sheet.indicators, report.sheet.changes, strict=True))
    for section in report.sections:
        parts = section.areas if report.kind == "dimension" else (section,)
        for part in parts:
            rows = tuple(
                _row(row, report, chosen[row.indicator])
                for row in for_visit(part.rows, report.lang)
                if row.indicator in chosen
            )
            note = "" if isinstance(part, ReportSection) else " ".join(filter(None, (part.gap, part.note)))
            if rows or note:
                yield SheetGroup(part.name, note, rows)


def _row(row: Row, report: Report, changed: str) -> SheetRow:
    return SheetRow(
        name=row.name,
        caution=row.caution,
        number=row.value_text,
        unit=with_unit(row.value_text, row.unit, report.lang).removeprefix(row.value_text),
        period=row.period_text,
        remark=_remark(row, report, changed),
        trend=_trend(row),
        dots=_dots(row, report),
        nation="" if _is_nation(report) else row.nation_text or NONE,
        most=row.position_text,
        target=_target(row.target, report.lang),
    )


def _is_nation(report: Report) -> bool:
    return report.area not in report.region_names


def _remark(row: Row, report: Report, changed: str) -> str:
    doubt = f"△ {row.doubtful_word}" if row.doubtful else ""
    said = (row.missing, doubt, changed, row.revised_note)
    return " · ".join(text for text in said if text)


def _target(target: Target, lang: Language) -> SheetTarget:
    """The verdict and the level on one line; kind, year and status, the label's second part, on the next."""
    say = words(lang)
    if target.verdict == "right" and target.gap:
        text = say("target.right_sheet", gap=format_number(target.gap, 1, lang))
        return SheetTarget(target.symbol, text, target.tone, say("target.right_sheet_foot"))
    if target.kind == "statutory":
        return SheetTarget(target.symbol, target.text, target.tone, say("target.right_short"))
    if target.operator is None or target.verdict == "expired":
        return SheetTarget(target.symbol, target.text, target.tone, target.label.partition(" · ")[2])
    level = f"{OPERATORS[target.operator]} {format_number(target.value, 0, lang)}"
    return SheetTarget(target.symbol, f"{target.text} ({level})", target.tone, target.label.partition(" · ")[2])


def _trend(row: Row) -> SheetTrend:
    """The years; a reason that stands under the value already is not said again: the column is narrow."""
    trend = row.trend
    own, nation = _runs(trend.points), _runs(trend.nation)
    return SheetTrend(own, nation, trend.breaks, trend.summary, trend.symbol, trend.brief, trend.tone)


def _runs(points: Sequence[Point]) -> tuple[Run, ...]:
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point.x is None or point.y is None:
            runs.append([])
        else:
            runs[-1].append((point.x, point.y))
    return tuple(tuple(run) for run in runs if run)


def _dots(row: Row, report: Report) -> SheetDots | None:
    if row.x is None and not row.regions:
        return None
    axis, others = row.axis, [mark for mark in row.regions if mark.code != report.area]
    is_nation = _is_nation(report)
    middle = None if axis.middle_from is None or axis.middle_to is None else (axis.middle_from, axis.middle_to)
    return SheetDots(
        alt=_alt(row),
        x=row.x,
        tone="neutral",
        doubtful=bool(row.doubtful),
        nation=None if is_nation else row.nation_x,
        target=row.target.x,
        dashed=row.target.dashed,
        international=row.international.x,
        regions=tuple(mark.x for mark in others if not mark.doubtful),
        hollow=tuple(mark.x for mark in others if mark.doubtful),
        middle=middle,
        inside=row.inside.xs,
        inside_range=row.inside.q1 is not None and len(row.inside.xs) == FIVE,
        left=axis.left_text,
        right=axis.right_text,
        left_x=axis.left_x,
        right_x=axis.right_x,
        note=axis.note if row.direction == "none" else "",
    )


# Minimum, quartiles and maximum.
FIVE = 5


def _alt(row: Row) -> str:
    """The picture in words: the value among all it is held against, and the spread inside the region."""
    abroad = f"{row.international.label}: {row.international.text}" if row.international.x is not None else ""
    return ". ".join(text.rstrip(".") for text in (row.summary, abroad, row.inside.text) if text) + "."
