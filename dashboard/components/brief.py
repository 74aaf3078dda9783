"""What matters, on a page: subjects with two or three measures each, then the findings; why stands folded."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard.components.text import pieces, signals
from dashboard.viewmodels.signals.brief import Brief, SubjectGroup
from dashboard.viewmodels.signals.chosen import ChosenView
from dashboard.viewmodels.signals.country import CountryBrief
from dashboard.viewmodels.signals.groups import FindingGroup
from dashboard.viewmodels.signals.subjects import Measure, SubjectView
from dashboard.viewmodels.signals.theme import ThemeMeasure

FOLDED = ("other",)
"""Groups that stand folded: a reader who opens nothing still learns what is most."""
BESIDE = ("check", "good")
SUBJECTS = "subjects"


Middles = Mapping[tuple[str, str], str]
"""What stands beside a measure on the page of comparison, by series and period."""


def brief_parts(view: Brief, words: Mapping[str, str], beside: Middles | None = None) -> list[Any]:
    """Return what matters in a region: subjects, what is shared, what to check and what goes well, the rest folded.

    Something may stand `beside` each measure; otherwise every page has the same.
    """
    shown = {group.code: group for group in view.groups}
    columns = [_findings(shown[code]) for code in BESIDE if code in shown]
    unknown = [html.P(words["gaps_lede"]), _list([gap.text for gap in view.gaps])]
    gaps = [_folded(words["gaps"], unknown)] if view.gaps else []
    return [
        *_scope(view.scope),
        *_subjects(view.subjects, words, beside, view.preliminary),
        *(part for group in view.shared for part in _subjects(group, words, beside)),
        html.Div(columns, className="columns-2"),
        *[_folded(shown[code].heading, [signals(shown[code].sentences, code)]) for code in FOLDED if code in shown],
        *_inside(view.inside, words),
        *gaps,
        html.P([f"{view.uncertainty} ", words["weigh_note"]], className="small"),
    ]


def country_parts(view: CountryBrief, words: Mapping[str, str]) -> list[Any]:
    """Return what matters in the country: the nation's findings, then which regions each subject concerns."""
    found = [_findings(group) for group in view.groups]
    regions = [
        html.H3(view.regions.heading),
        html.P([f"{view.lede} ", html.Span(view.preliminary, className="preliminary")], className="small"),
        signals(view.regions.sentences, view.regions.code),
    ]
    return [
        *_scope(view.scope),
        *([html.P(view.none)] if view.none else []),
        html.Div(found, className="columns-2"),
        *(regions if view.regions.findings else []),
        *_inside(view.inside, words),
        html.P(view.uncertainty, className="small"),
    ]


def chosen_parts(view: ChosenView) -> html.Details:
    """Return how what matters is chosen, folded: the method in plain words, then the region's own numbers."""
    example = [html.H4(view.example_heading), _list(view.example)] if view.example else []
    texts = [html.P(text) for text in view.texts]
    return _folded(view.heading, [*texts, *example, html.P(pieces([view.method]))])


def _scope(lines: Sequence[str]) -> list[Any]:
    return [html.P(html.Strong(" ".join(lines)))] if lines else []


def _subjects(
    group: SubjectGroup, words: Mapping[str, str], beside: Middles | None, preliminary: str = ""
) -> list[Any]:
    note = [html.P(preliminary, className="small preliminary")] if preliminary else []
    none = [html.P(group.none)] if group.none else []
    listed = html.Ul([_subject(view, words, beside) for view in group.subjects], className="subjects")
    return [html.H3(group.heading), *note, *none, *([listed] if group.subjects else [])]


def _subject(view: SubjectView, words: Mapping[str, str], beside: Middles | None) -> html.Li:
    joined = view.joined
    parts: list[Any] = [
        html.H4([view.name, html.Span(f" {view.label}", className="subject-label")]),
        _measures(view, beside),
        *_weighed(view),
    ]
    if joined:
        also = html.P(f"{words['joined']}: {joined.name}", className="joined")
        parts += [also, _measures(joined, beside), *_weighed(joined)]
    return html.Li(
        [*parts, _why(view, words)],
        className="subject",
        **{"data-tone": "neutral", "data-group": SUBJECTS, "data-visit": view.said},
    )


def _measures(view: SubjectView, beside: Middles | None) -> html.Ul:
    middles = beside or {}
    return html.Ul(
        [_measure(item, middles.get((item.series, item.year), "")) for item in view.measures], className="measures"
    )


def _measure(item: Measure, middle: str) -> html.Li:
    held = ", ".join(filter(None, (item.nation, middle)))
    name = html.Span(pieces([item.name]), className="measure")
    beside = " ".join(filter(None, (f"{held} · {item.period}" + ("." if item.newer else ""), item.newer)))
    return html.Li([name, " ", html.Strong(item.value), html.Span(f" {beside}", className="measure-beside")])


def _why(view: SubjectView, words: Mapping[str, str]) -> html.Details:
    told: list[Any] = []
    for part in filter(None, (view, view.joined)):
        told += [html.P(" ".join(filter(None, (part.why, part.placed)))), _plain(part), *_every(part, words)]
    name = html.Span(f": {view.name}", className="visually-hidden")
    return html.Details([html.Summary([words["more"], name]), *told], className="more")


def _plain(view: SubjectView) -> html.Ul:
    return html.Ul([html.Li(pieces(sentence.pieces)) for sentence in view.sentences])


def _every(view: SubjectView, words: Mapping[str, str]) -> list[Any]:
    """Every measure of the theme, also those that do not deviate: value, nation, year and place."""
    if not view.every:
        return []
    return [html.H5(f"{words['every_measure']}: {view.name}"), html.Ul(list(map(_one, view.every)), className="every")]


def _one(item: ThemeMeasure) -> html.Li:
    held = ", ".join(filter(None, (item.nation, item.period)))
    beside = html.Span(f" {held}", className="measure-beside")
    place = html.Span(f"{item.symbol} {item.place}".strip(), className="place", **{"data-tone": item.tone})
    name = html.Span(pieces([item.name]))
    return html.Li([name, " ", html.Strong(item.value), beside, " ", place])


def _weighed(view: SubjectView) -> list[Any]:
    """What to weigh in stands open: a reader who opens nothing is not left without the reservation."""
    return [html.P(view.weighed, className="small")] if view.weighed else []


def _inside(group: FindingGroup | None, words: Mapping[str, str]) -> list[Any]:
    if group is None:
        return []
    note = html.P(words["inside_note"], className="small")
    return [_folded(group.heading, [note, signals(group.sentences, group.code)])]


def _findings(group: FindingGroup) -> html.Div:
    shown: Any = signals(group.sentences, group.code) if group.findings else html.P(group.none)
    return html.Div([html.H3(group.heading), shown])


def _folded(title: str, parts: Sequence[Any]) -> html.Details:
    return html.Details([html.Summary(title), *parts], className="more")


def _list(texts: Sequence[str]) -> html.Ul:
    return html.Ul([html.Li(text) for text in texts])
