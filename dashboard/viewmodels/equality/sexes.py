"""What all indicators say of two groups together: the widest difference first, and in how many each is worse off."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.equality.dumbbells import Found, found_of, same_sides
from dashboard.viewmodels.equality.subject import Pair, area_of, beyond_text, name_of
from dashboard.viewmodels.subject import area_name
from indicators import GROUPINGS, GROUPS, NATION, SEX, Change, Picture, development

WIDEST = 3
CHANGES: tuple[Change, ...] = ("grown", "shrunk", "level", "turned", "short")


def finding(picture: Picture, question: Question, every: Sequence[Pair], area: str) -> str:
    """Return the widest difference that is told, with values and year; where there is none, how many are known."""
    say, found = words(question.lang), found_of(every)
    name = area_name(picture, area, say)
    grouping = GROUPINGS[question.grouping].name.in_(question.lang).lower()
    if not found:
        key = "sexes_none" if area == NATION else "sexes_none_region"
        return say(f"equality.{key}", area=name, grouping=grouping)
    if _is_region_of_sexes(question, area):
        if question.as_of or not picture.analysis.sexes:
            return say("equality.finding_earlier", area=name)
        told = [
            f"{pair.name}: {beyond_text(pair, pair.beyond)}" for pair, _ in found if pair.is_claimed and pair.beyond
        ]
        return (
            say("equality.finding_lead", area=name, text=told[0])
            if told
            else say("equality.finding_nothing", area=name)
        )
    sides = same_sides(found)
    if sides is None:
        return say.count("equality.finding_many", len(found), area=name, grouping=grouping)
    pair, gap = next((one for one in found if one[1].worse in ("first", "second")), found[0])
    return say("equality.finding_widest", area=name, name=pair.name, **pair.facts(gap))


def _counted(found: Found, sides: tuple[str, str], area: str) -> str:
    """In how many of the indicators each of the two groups is worse off."""
    say = found[0][0].words
    first, second = (GROUPS[side].people.in_(say.language) for side in sides)
    count = Counter(gap.worse for _, gap in found)
    facts = {"a": count["first"], "b": count["second"], "first": first, "second": second}
    return say.count("equality.finding_all", len(found), area=area, **facts)


def sentences(picture: Picture, question: Question, every: Sequence[Pair], area: str) -> tuple[str, ...]:
    """Return why another area is shown, what is neither, the widest gaps, how they develop, and what is missing."""
    return tuple(_sentences(picture, question, every, area))


def _sentences(picture: Picture, question: Question, every: Sequence[Pair], area: str) -> Iterator[str]:
    say, found = words(question.lang), found_of(every)
    if area != area_of(question):
        grouping = GROUPINGS[question.grouping].name.in_(question.lang).lower()
        yield say("equality.nation_instead", area=name_of(picture, question), grouping=grouping)
    if not found:
        return
    absent = len(every) - len(found)
    if _is_region_of_sexes(question, area):
        yield from _told(found, area_name(picture, area, say))
        if not question.as_of and picture.analysis.sexes:
            yield say("equality.figures_only")
    else:
        sides = same_sides(found)
        if sides is not None:
            yield _counted(found, sides, area_name(picture, area, say))
        yield from _summed(found)
    if absent:
        yield say.count("equality.sexes_absent", absent)


def _told(found: Found, area: str) -> Iterator[str]:
    """In how many indicators a region's sexes differ otherwise than the nation's, and those but the first, by name."""
    told = [(pair, pair.beyond) for pair, _ in found if pair.is_claimed and pair.beyond]
    if told:
        yield told[0][0].words.count("equality.finding_told", len(told), area=area)
    yield from (f"{pair.name}: {beyond_text(pair, beyond)}" for pair, beyond in told[1:])


def _is_region_of_sexes(question: Question, area: str) -> bool:
    return question.grouping == SEX and area != NATION


def _summed(found: Found) -> Iterator[str]:
    say = found[0][0].words
    count = Counter(gap.worse for _, gap in found)
    small = count["neither"] + count["unsure"]
    other = count["first-higher"] + count["second-higher"] + count["same"]
    yield say("equality.neither", small=small, other=other)
    yield say("equality.widest", names=_widest(found))
    yield _developments(found)


def _widest(found: Found) -> str:
    say = found[0][0].words
    told = [
        say("equality.widest_one", name=pair.name, first=pair.number(gap.first), second=pair.text(gap.second))
        for pair, gap in found[:WIDEST]
    ]
    return "; ".join(told)


def _developments(found: Found) -> str:
    say = found[0][0].words
    count = Counter(development(pair.definition, pair.gaps).change for pair, _ in found)
    return say("equality.developments", **{change: count[change] for change in CHANGES})
