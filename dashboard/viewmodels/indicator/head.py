"""The head of the page of one indicator: its name, place, series, and what its results say in a few sentences."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.i18n import Words, words
from dashboard.query import Question, link, to_query
from dashboard.viewmodels.choices import Choice, sex_choices
from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.indicator.brief import brief
from dashboard.viewmodels.indicator.focus import asked_series, focus, unbroken
from dashboard.viewmodels.indicator.views import IndicatorHead
from dashboard.viewmodels.region import TabLink
from dashboard.viewmodels.sentences import Piece
from dashboard.viewmodels.subject import Subject, period_text, source_text
from indicators import FRAMEWORK, UNITS, Definition, Picture


def indicator_head(picture: Picture, question: Question, code: str) -> IndicatorHead:
    """Return the head of one indicator's page, for one question."""
    indicator, say = picture.catalogue.by_id[picture.catalogue.main_id(code)], words(question.lang)
    whole = focus(picture, question, code)
    return IndicatorHead(
        name=indicator.name.in_(question.lang),
        short_name=indicator.short_name.in_(question.lang),
        places=_places(indicator, question),
        measures=unbroken((whole.definition if whole else indicator).measures.in_(question.lang)),
        facts=tuple(_facts(whole)) if whole else (),
        series=_series(picture, question, code, whole),
        series_note=_series_note(picture, indicator, say),
        notice=_notice(whole, question) if whole else "",
        brief=tuple(brief(whole)) if whole else (),
        empty=None if whole else _empty(picture, question, code),
    )


def _places(indicator: Definition, question: Question) -> tuple[Piece, ...]:
    dimension = FRAMEWORK.by_code[indicator.dimension]
    area = next(area for area in dimension.areas if area.code == indicator.area)
    href = link(f"/dimension/{dimension.code}", question)
    listed = link("/indikator", question, dimension=dimension.code)
    return Piece(dimension.name.in_(question.lang), href), Piece(" · "), Piece(area.name.in_(question.lang), listed)


def _facts(whole: Subject) -> Iterator[Fact]:
    say, regions = whole.words, whole.picture.areas.regions
    period = whole.period(whole.comparison.headline or "")
    n = say("indicator.reporting_of", n=len(whole.comparison.values), of=len(regions))
    yield Fact(say("table.period"), period)
    yield Fact(say("indicator.reporting"), n)
    yield Fact(say("indicator.unit"), UNITS[whole.definition.unit].name.in_(say.language))
    yield Fact(say("indicator.direction"), say(f"direction.{whole.definition.direction}"))
    yield Fact(say("indicator.source"), whole.source)


def _series(picture: Picture, question: Question, code: str, whole: Subject | None) -> tuple[TabLink, ...]:
    """The links between two publishers' series; none where there is one."""
    indicator, say = picture.catalogue.main_id(code), words(question.lang)
    items = picture.catalogue.series_of(indicator)
    if len(items) == 1:
        return ()
    shown = whole.definition.id if whole else asked_series(picture, question, code)
    return tuple(
        TabLink(
            source_text(item, say),
            _span(picture, item, say),
            f"/indikator/{indicator}{to_query(replace(question, series=item.id))}",
            item.id == shown,
        )
        for item in items
    )


def _span(picture: Picture, item: Definition, say: Words) -> str:
    """From which period to which the series reaches."""
    scorecard = picture.scorecard()
    periods = [
        period
        for key, comparison in scorecard.comparisons.items()
        if key[0] == item.id
        for points in comparison.points.values()
        for period, _ in points
    ]
    return f"{period_text(min(periods), say)}–{period_text(max(periods), say)}" if periods else ""


def _series_note(picture: Picture, indicator: Definition, say: Words) -> str:
    twin = picture.catalogue.twins.get(indicator.id)
    return twin.twin.note.in_(say.language) if twin and twin.twin else ""


def published_sexes(picture: Picture, question: Question, code: str) -> tuple[Choice, ...]:
    """Return the sexes that the series named, or any series, has values for; without values just the first."""
    series = asked_series(picture, question, code)
    items = picture.catalogue.series_of(picture.catalogue.main_id(code))
    known = picture.scorecard().series_sexes
    pool = [series] if series else [item.id for item in items]
    offered = sex_choices(question)
    found = tuple(choice for choice in offered if any((item, choice.value) in known for item in pool))
    return found or offered[:1]


def _notice(whole: Subject, question: Question) -> str:
    if whole.row.sex == question.sex or whole.indicator.only_sex == question.sex:
        return ""
    asked, shown = (whole.words(f"sex.{sex}").lower() for sex in (question.sex, whole.row.sex))
    return whole.words("indicator.sex_unpublished", asked=asked, shown=shown)


def _empty(picture: Picture, question: Question, code: str) -> str:
    """Why nothing is shown: the series begins later than the period asked for."""
    say, lang = words(question.lang), question.lang
    later = focus(picture, replace(question, period=""), code)
    if later is None:
        return say("indicator.empty_never")
    periods = [period for points in later.comparison.points.values() for period, _ in points]
    first = period_text(min(periods), words(lang))
    return say("indicator.empty_early", year=question.period, first=first)
