"""One indicator's spread inside regions beside the spread between them: its pictures, texts and tables."""

from dashboard.i18n import words as words_of
from dashboard.query import MUNICIPALITY, Question, link
from dashboard.viewmodels.sentences import Piece
from dashboard.viewmodels.subject import area_name
from dashboard.viewmodels.variation.all import all_table
from dashboard.viewmodels.variation.few import few_table, few_texts
from dashboard.viewmodels.variation.funnel import funnel_lack, funnel_view
from dashboard.viewmodels.variation.members import Members, members, shown_indicator
from dashboard.viewmodels.variation.months import months_view
from dashboard.viewmodels.variation.region import one_region, region_text
from dashboard.viewmodels.variation.strip import spread_table, strip_table, strip_view
from dashboard.viewmodels.variation.units import UnitsInside, unit_kinds, units_inside
from dashboard.viewmodels.variation.views import VariationTables, VariationView
from dashboard.viewmodels.variation.years import years_text, years_view
from indicators import Picture

PATH = "/variation"
OWN_UNITS = "/data/enheter"


def variation_view(picture: Picture, question: Question, version: str = "") -> VariationView:
    """Return the view of the indicator asked for, or of the one shown first, by the members asked for.

    `version` is `picture.units_version`, so that a view that is kept is of the uploads that were there when it was
    made.
    """
    found, funnel = members(picture, question), funnel_view(picture, question, version)
    lack = "" if funnel else funnel_lack(picture, question, version)
    mark = _example(picture, question, found)
    if found is None:
        none = words_of(question.lang)("variation.no_members")
        return VariationView(_empty(picture, question), mark, None, None, none, (none,), funnel, lack, None, none)
    years = years_view(found, question)
    return VariationView(
        empty=(),
        example=mark,
        strip=strip_view(found),
        region=one_region(found, question),
        region_text=region_text(found, question),
        few=few_texts(found, question),
        funnel=funnel,
        funnel_text=lack,
        years=years,
        years_text="" if years else years_text(found),
    )


def variation_tables(picture: Picture, question: Question, version: str = "") -> VariationTables:
    """Return the tables of the same view."""
    found, months = members(picture, question), months_view(picture, question)
    funnel = funnel_view(picture, question, version)
    region, years = (one_region(found, question), years_view(found, question)) if found else (None, None)
    return VariationTables(
        strip=strip_table(found) if found else None,
        spread=spread_table(found) if found else None,
        region=region.view.table if region else None,
        few=few_table(found, question) if found else None,
        funnel=funnel.table if funnel else None,
        years=years.table if years else None,
        all=all_table(picture, question),
        months=months.table if months else None,
    )


def _empty(picture: Picture, question: Question) -> tuple[Piece, ...]:
    """Why there are no members of the kind asked for, which kinds there are instead, and what a region can do."""
    say, indicator = words_of(question.lang), shown_indicator(picture, question)
    is_municipal = question.kind == MUNICIPALITY
    kinds = unit_kinds(picture, question, indicator)
    facts = {} if is_municipal else {"kinds": _kinds(question.kind, question)}
    told = [Piece(say("variation.empty" if is_municipal else "variation.empty_units", **facts) + " ")]
    for kind in kinds:
        href = link(PATH, question, indicator=indicator, regions=question.regions, kind=kind)
        told += [Piece(say("variation.show_kind", kinds=_kinds(kind, question)), href), Piece(". ")]
    if not kinds:
        own = link(OWN_UNITS, Question(lang=question.lang, edition=question.edition))
        told += [Piece(say("variation.hand_in") + " "), Piece(say("units_shown.page"), own), Piece(".")]
    return tuple(told)


def _kinds(kind: str, question: Question) -> str:
    return words_of(question.lang)(f"variation.kinds.{kind}")


def _example(picture: Picture, question: Question, found: Members | None) -> tuple[str, str]:
    """The mark that must stand where anything made up is shown, and in which regions."""
    indicator = shown_indicator(picture, question)
    shown = [found] if isinstance(found, UnitsInside) else []
    if not shown:
        kind = next(iter(unit_kinds(picture, question, indicator)), None)
        shown = [own] if kind and (own := units_inside(picture, question, indicator, kind)) else []
    marked = [code for own in shown for code, rows in own.rows.items() if any(row.example for row in rows)]
    if not marked:
        return ("", "")
    say = words_of(question.lang)
    names = ", ".join(area_name(picture, code, say) for code in marked)
    return say("units_shown.example"), say("units_shown.example_where", regions=names)
