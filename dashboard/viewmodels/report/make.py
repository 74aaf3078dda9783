"""One Report from a picture, a question and a scope: the same rows, words and numbers as on the screen."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.change import short_changes
from dashboard.viewmodels.contract import Row, ScorecardView, Section
from dashboard.viewmodels.region import like, who
from dashboard.viewmodels.report import naming, telling
from dashboard.viewmodels.report.records import Report, ReportArea, ReportSection, Scope, Sheet
from dashboard.viewmodels.report.signals import signals, withheld
from dashboard.viewmodels.report.sources import sources_of
from dashboard.viewmodels.scorecard import published, scorecard_view
from dashboard.viewmodels.subject import area_name
from indicators import MOST_ON_SHEET, Picture, SheetChoice, read_sheet

NOTES = ("verdicts", "missing", "doubtful")


def report(picture: Picture, question: Question, scope: Scope, base: str = "", *, whole: bool = True) -> Report:
    """Return what is handed on of one area. `base` is the program's own address, without which no link leads back.

    What is not `whole` has no other rows than those of the one-page sheet: a form of FORMS_OF_ONE_PAGE holds no more.
    """
    asked = replace(question, dimension=scope.dimension) if scope.kind == "dimension" else question
    only = frozenset[str]() if whole or not _is_plain(question, scope) else frozenset(_default().ids)
    say, view = words(question.lang), scorecard_view(picture, asked, scope.area, only)
    sections = _sections(view, scope)
    rows = tuple(row for section in sections for row in section.rows)
    n = published(picture, question, scope.area) if only else len(rows)
    path = naming.live_path(picture, asked, scope)
    return Report(
        kind=scope.kind,
        lang=question.lang,
        edition=picture.edition.number,
        published=picture.edition.manifest["published"],
        area=scope.area,
        area_name=area_name(picture, scope.area, say),
        dimension=scope.dimension,
        sex=question.sex,
        period=question.period,
        title=naming.title(picture, question, scope),
        subtitle=naming.subtitle(question, scope),
        facts=tuple(who(picture, question, scope.area)),
        peers="".join(piece.text for piece in like(picture, question, scope.area)),
        matters=telling.matters(picture, question, scope),
        sections=sections,
        sheet=_sheet(picture, asked, scope, rows, n),
        filters=telling.filters(asked, scope),
        sources=sources_of(picture, rows, say),
        notes=tuple(say(f"report.note.{key}") for key in NOTES),
        legend=telling.legend(scope, say),
        region_names=view.region_names,
        labels={**view.labels, **say.part("report")},
        path=path,
        address=base + path if base else "",
        name=naming.file_name(picture, question, scope),
        empty=None if n else view.empty,
        signals=tuple(signals(picture, question, scope.area, rows)),
        withheld=withheld(picture, question, rows),
    )


def _sections(view: ScorecardView, scope: Scope) -> tuple[ReportSection, ...]:
    """The view's sections; of a reader's own choice only what was chosen."""
    chosen = set(scope.indicators)
    made = (_section(view, section, chosen) for section in view.sections)
    return tuple(section for section in made if section.rows or not chosen)


def _section(view: ScorecardView, section: Section, chosen: set[str]) -> ReportSection:
    areas = []
    for area in section.areas:
        rows = tuple(view.rows[place] for place in area.rows)
        kept = tuple(row for row in rows if row.indicator in chosen) if chosen else rows
        if kept or not chosen:
            areas.append(ReportArea(area.code, area.name, kept, area.gap, area.note))
    return ReportSection(section.code, section.name, section.count_text, tuple(areas))


def _sheet(picture: Picture, question: Question, scope: Scope, rows: Sequence[Row], n: int) -> Sheet:
    say = words(question.lang)
    chosen, how = _chosen(question, scope, rows)
    text = say(f"report.sheet.{how}", n=len(chosen), all=n)
    moved = tuple(short_changes(picture, question, scope.area, chosen))
    return Sheet(tuple(row.indicator for row in chosen), moved, text, sources_of(picture, chosen, say))


def _chosen(question: Question, scope: Scope, rows: Sequence[Row]) -> tuple[Sequence[Row], str]:
    """The rows of the one-page sheet, and how they were chosen."""
    if scope.indicators:
        return rows, "own"
    if scope.kind == "dimension" or (not _is_plain(question, scope) and len(rows) <= MOST_ON_SHEET):
        return rows, "all"
    return [row for row in rows if row.indicator in _default().ids], "default"


def _is_plain(question: Question, scope: Scope) -> bool:
    """Whether a region's sheet holds the default set, whatever the other rows say."""
    narrowed = question.dimension or question.area or question.deviating or question.target
    return scope.kind == "region" and not scope.indicators and not narrowed


@cache
def _default() -> SheetChoice:
    return read_sheet()
