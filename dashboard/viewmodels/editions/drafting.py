"""The draft of a correction's three public sentences, from its facts: which figures, why, and what is right."""

from collections.abc import Sequence

from dashboard.i18n import words
from dashboard.viewmodels.subject import area_name, span_text
from indicators import LANGUAGES, CorrectedFigure, Language, Picture, Text, value_text

MOST_NAMED = 3


def draft(picture: Picture, indicator: str, figures: Sequence[CorrectedFigure], cause: Text) -> tuple[Text, ...]:
    """Return the three sentences in both languages; whoever makes the correction may write others."""
    told = {lang: _sentences(picture, indicator, figures, cause, lang) for lang in LANGUAGES}
    return tuple(Text(sv=sv, en=en) for sv, en in zip(told["sv"], told["en"], strict=True))


def _sentences(
    picture: Picture, indicator: str, figures: Sequence[CorrectedFigure], cause: Text, lang: Language
) -> tuple[str, str, str]:
    say, definition = words(lang), picture.catalogue.by_id[indicator]
    name = definition.short_name.in_(lang)
    periods = ", ".join(dict.fromkeys(span_text(item.period, definition, say) for item in figures))
    first, right = figures[0], figures[0].right
    if len(figures) == 1:
        wrong = value_text(first.wrong, definition, lang)
        area = area_name(picture, first.area, say)
        which = say("correcting.draft_one", name=name, area=area, period=periods, wrong=wrong)
    else:
        which = say("correcting.draft_many", name=name, areas=_areas(picture, figures, lang), period=periods)
    known = say("correcting.draft_unknown") if right is None else value_text(right, definition, lang)
    last = known if right is None else say("correcting.draft_right", right=known)
    why = cause.in_(lang)
    return which, why if why.endswith(".") else f"{why}.", last


def _areas(picture: Picture, figures: Sequence[CorrectedFigure], lang: Language) -> str:
    """The areas by name while they are few, else how many they are."""
    codes = list(dict.fromkeys(item.area for item in figures))
    say = words(lang)
    if len(codes) <= MOST_NAMED:
        return ", ".join(area_name(picture, code, say) for code in codes)
    return say("correcting.draft_areas", n=len(codes))
