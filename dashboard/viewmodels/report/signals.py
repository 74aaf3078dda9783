"""A report's signals: the few findings that deserve a picture of their own, each about one indicator."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.contract import Row, Tone
from dashboard.viewmodels.report.records import ReportSignal
from indicators import AREAS, Picture, Weighed, coverage_of, format_number, summarise_area, value_text

REGIONS = AREAS.region_codes
# Kind, how many, symbol, tone and picture, in the order in which they are told.
KINDS: tuple[tuple[str, int, str, Tone, Literal["years", "regions"]], ...] = (
    ("target", 1, "✕", "bad", "regions"),
    ("behind", 2, "▼", "bad", "regions"),
    ("worsening", 2, "↘", "bad", "years"),
    ("setback", 1, "↘", "bad", "years"),
    ("improving", 1, "↗", "good", "years"),
    ("ahead", 1, "▲", "good", "regions"),
)


def signals(picture: Picture, question: Question, area: str, rows: Sequence[Row]) -> Iterator[ReportSignal]:
    """Yield an area's findings among the rows of a report; no indicator twice."""
    found, shown, told = _found(picture, question, area), {row.series: row for row in rows}, set[str]()
    for kind, most, symbol, tone, drawn in KINDS:
        mine = [item for item in found[kind] if item.row.indicator in shown and item.row.indicator not in told]
        for item in mine[:most]:
            row = shown[item.row.indicator]
            told.add(row.series)
            title = _title(kind, picture, item, row, words(question.lang))
            yield ReportSignal(kind, row.indicator, symbol, tone, title, _note(kind, row), drawn)


def _found(picture: Picture, question: Question, area: str) -> dict[str, Sequence[Weighed]]:
    summary = summarise_area(picture, area, question.sex, question.as_of)
    return {
        "target": summary.farthest,
        "behind": summary.deviating,
        "worsening": summary.worsening,
        "setback": summary.setbacks,
        "improving": summary.improving,
        "ahead": summary.leading,
    }


def _title(kind: str, picture: Picture, item: Weighed, row: Row, say: Words) -> str:
    definition = picture.catalogue.by_id[item.row.indicator]
    facts = {"name": row.name, "value": value_text(item.row.value or 0, definition, say.language)}
    if kind == "target":
        level = float(item.row.target.reason.params["level"] or 0)
        return say("exported.signal.target", **facts, level=value_text(level, definition, say.language))
    if kind in ("behind", "ahead"):
        if row.nation is None:
            return say("exported.signal.alone", **facts)
        return say(f"exported.signal.{kind}", **facts, nation=value_text(row.nation, definition, say.language))
    params = item.row.trend.reason.params
    start = format_number(
        float(params["before" if kind == "setback" else "from"] or 0), definition.decimals, say.language
    )
    end = value_text(float(params["to"] or 0), definition, say.language)
    return say(f"exported.signal.{kind}", name=row.name, start=start, end=end, first=params.get("first"))


def _note(kind: str, row: Row) -> str:
    if kind == "target":
        return row.target.reason
    return row.position_reason if kind in ("behind", "ahead") else row.trend.reason


def withheld(picture: Picture, question: Question, rows: Iterable[Row]) -> tuple[tuple[str, str], ...]:
    """Return the series and areas whose value publishers have and do not show, among the rows that lack one.

    What is withheld is known of the newest figures of both sexes together; of any other the value is only missing.
    """
    if question.sex != "T" or question.period or all(len(row.regions) == len(REGIONS) for row in rows):
        return ()
    series = {row.series for row in rows}
    found = (item for item in coverage_of(picture) if item.state == "suppressed" and item.series in series)
    return tuple((item.series or "", item.area) for item in found)
