"""Two groups over all indicators: both values, the way between them, who is worse off, and the development."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.equality.subject import Pair
from dashboard.viewmodels.equality.views import DumbbellGroup, DumbbellRow, DumbbellView
from dashboard.viewmodels.geometry import scale
from dashboard.viewmodels.subject import area_name
from dashboard.viewmodels.tables import NO_VALUE
from indicators import GROUPINGS, GROUPS, SEX, PairGap, Picture, development, format_number

PATH = "/jamlikhet"
COLUMNS = ("indicator", "first", "second", "picture", "difference", "ratio", "worse", "change")
STAFF = "competence"
"""The area of the framework whose figures are of staff, not of patients: care and health are told before them."""
Found = Sequence[tuple[Pair, PairGap]]


def found_of(every: Sequence[Pair]) -> list[tuple[Pair, PairGap]]:
    """Return the gaps there are: of care and health before those of staff, the ratio furthest from 1 first in each."""
    known = [(pair, pair.gap) for pair in every if pair.gap is not None]
    return sorted(known, key=lambda item: (_is_of_staff(item[0]), -item[1].distance))


def _is_of_staff(pair: Pair) -> bool:
    return pair.definition.area == STAFF


def dumbbells_view(picture: Picture, question: Question, every: Sequence[Pair], area: str, chosen: str) -> DumbbellView:
    """Return the picture of all indicators in one area, in groups: care with a direction, care without, staff."""
    say, found = words(question.lang), found_of(every)
    care = [item for item in found if not _is_of_staff(item[0])]
    judged = [item for item in care if item[0].definition.direction != "none"]
    others = [item for item in care if item[0].definition.direction == "none"]
    groups = (("judged", judged), ("undirected", others), ("staff", found[len(care) :]))
    name, grouping = area_name(picture, area, say), GROUPINGS[question.grouping]
    told = grouping.name.in_(question.lang).lower()
    return DumbbellView(
        caption=say("equality.dumbbells_caption", area=name, grouping=told, edition=picture.edition.number),
        columns=_columns(found, question, say),
        groups=tuple(
            DumbbellGroup(say(f"equality.dumbbells_{key}"), tuple(_row(*item, question, chosen) for item in items))
            for key, items in groups
            if items
        ),
        legend_label=say("equality.dumbbells_legend"),
        marks=_marks(found, question, say),
        notes=tuple(say(f"equality.{key}") for key in ("dumbbells_order", "dumbbells_scale", "dumbbells_change")),
        source=_source(picture, found, say),
        empty=None if found else say("equality.dumbbells_empty"),
    )


def same_sides(found: Found) -> tuple[str, str] | None:
    """Return the two groups when they are the same in every row; else None."""
    sides = {pair.sides for pair, _ in found}
    return next(iter(sides)) if len(sides) == 1 else None


def _names(found: Found, question: Question, say: Words) -> tuple[str, str]:
    sides = same_sides(found)
    if sides is None:
        return say("equality.side_first"), say("equality.side_second")
    first, second = (GROUPS[side].name.in_(question.lang) for side in sides)
    return first, second


def _columns(found: Found, question: Question, say: Words) -> tuple[str, ...]:
    own = dict(zip(("first", "second"), _names(found, question, say), strict=True))
    return tuple(own.get(name) or say(f"equality.column_{name}") for name in COLUMNS)


def _marks(found: Found, question: Question, say: Words) -> dict[str, str]:
    first, second = _names(found, question, say)
    return {"first": first, "second": second, "way": say("equality.mark_way")}


def _source(picture: Picture, found: Found, say: Words) -> str:
    if found and found[0][0].supplied:
        return say("equality.source_supplied", source=found[0][0].source, edition=picture.edition.number)
    return say("equality.source_many", edition=picture.edition.number)


def _row(pair: Pair, gap: PairGap, question: Question, chosen: str) -> DumbbellRow:
    say, own = pair.words, question.grouping != SEX and len(GROUPINGS[question.grouping].groups) > 2
    ratio = NO_VALUE if gap.gap.ratio is None else format_number(gap.gap.ratio, 2, say.language)
    named = own and not GROUPINGS[question.grouping].ordered
    first, second = (pair.label(side) for side in pair.sides)
    here = replace(question, indicator=pair.indicator.id)
    return DumbbellRow(
        indicator=pair.indicator.id,
        name=pair.name,
        href=link(f"/indikator/{pair.indicator.id}", question, regions=question.regions),
        period=pair.span(gap.period),
        unit=pair.unit,
        first_text=pair.number(gap.first),
        first_name=first if named else "",
        second_text=pair.number(gap.second),
        second_name=second if named else "",
        difference_text=difference_of(pair, gap),
        ratio_text=ratio,
        worse=worse_text(pair, gap),
        change=change_text(pair),
        change_href=link(PATH, here, **_kept(here)),
        **_places(pair, gap),
        summary=_summary(pair, gap, (first, second)),
        is_chosen=pair.indicator.id == chosen,
    )


def _kept(question: Question) -> dict[str, object]:
    names = ("indicator", "regions", "dimension", "grouping")
    return {name: getattr(question, name) for name in names}


def difference_of(pair: Pair, gap: PairGap) -> str:
    """Return the difference with its unit, and its limits where it has any."""
    found = gap.gap
    difference = pair.difference(found.difference, signed=True)
    if found.lower is None or found.upper is None:
        return difference
    return pair.words(
        "equality.difference_limits",
        difference=difference,
        lower=pair.number(found.lower),
        upper=pair.number(found.upper),
    )


def worse_text(pair: Pair, gap: PairGap) -> str:
    """Return who is worse off, in words, or who has the higher value; a dash where only the figures are shown."""
    if not pair.is_claimed:
        return NO_VALUE
    names = dict(zip(("first", "second"), (pair.label(side) for side in pair.sides), strict=True))
    return pair.words(f"equality.worse_{gap.worse}", **names)


def change_text(pair: Pair) -> str:
    """Return how the gap has developed, with the gap it is held against; a dash where only the figures are shown."""
    if not pair.is_claimed:
        return NO_VALUE
    found = development(pair.definition, pair.gaps)
    if found.change == "short":
        return pair.words("equality.change_short")
    before = pair.difference(abs(found.before))
    return pair.words(f"equality.change_{found.change}", since=pair.span(found.since), before=before)


def _places(pair: Pair, gap: PairGap) -> dict[str, float]:
    """Both values on the scale of all areas' groups at the period, so that a narrow spread does not look wide."""
    axis = scale((*pair.around, gap.first, gap.second), pair.definition.direction)
    return {"first_x": axis.x(gap.first), "second_x": axis.x(gap.second)} if axis else {"first_x": 0.5, "second_x": 0.5}


def _summary(pair: Pair, gap: PairGap, names: tuple[str, str]) -> str:
    first, second = names
    facts = {"first": first, "a": pair.text(gap.first), "second": second, "b": pair.text(gap.second)}
    if not pair.is_claimed:
        return pair.words("equality.dumbbell_figures", **facts)
    return pair.words("equality.dumbbell_alt", **facts, worse=worse_text(pair, gap))
