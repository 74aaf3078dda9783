"""Differences that people have graded: unwarranted, grave, why, who and when. Nothing here is computed."""

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.equality.views import GradeCard
from indicators import GRADES, GROUPS, GradedDifference, Picture, group_text, read_graded


def graded_cards(picture: Picture, question: Question) -> tuple[GradeCard, ...]:
    """Return every recorded judgement, the examples last."""
    found = sorted(read_graded().differences, key=lambda item: item.example)
    say = words(question.lang)
    return tuple(_card(picture, item, say) for item in found if item.indicator in picture.catalogue.by_id)


def graded_text(question: Question) -> str:
    """Return how many differences have been judged."""
    say = words(question.lang)
    judged = sum(not item.example for item in read_graded().differences)
    return say.count("equality.graded", judged) if judged else say("equality.graded_none")


def grade_choices(question: Question) -> tuple[tuple[str, str], ...]:
    """Return the grades there are: code and word."""
    say = words(question.lang)
    return tuple((grade, say(f"equality.grade_{grade}")) for grade in GRADES)


def _card(picture: Picture, item: GradedDifference, say: Words) -> GradeCard:
    name = picture.catalogue.by_id[item.indicator].short_name.in_(say.language)
    first, second = (GROUPS[group].people.in_(say.language) for group in (item.first, item.second))
    grades = (("unwarranted", item.unwarranted), ("grave", item.grave))
    return GradeCard(
        heading=say("equality.graded_heading", name=name, first=first, second=second),
        example=say("equality.graded_example") if item.example else "",
        facts=tuple(
            Fact(say(f"equality.{key}"), f"{say(f'equality.grade_{one.grade}')}. {one.reason.in_(say.language)}")
            for key, one in grades
        ),
        signed=say(
            "equality.graded_signed",
            author=say("equality.graded_nobody") if item.example else item.author,
            date=item.date.isoformat(),
        ),
    )


def group_choices(question: Question) -> tuple[tuple[str, str], ...]:
    """Return the groups that may be judged: how each is written, and its name with its grouping."""
    return tuple((group, group_text(group, question.lang)) for group in GROUPS)
