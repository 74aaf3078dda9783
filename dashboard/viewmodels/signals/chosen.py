"""How subjects and measures are chosen, in plain words, with the region's own numbers for what weighs most there."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.sentences import Piece
from dashboard.viewmodels.signals.brief import preliminary
from dashboard.viewmodels.signals.subjects import theme_name
from dashboard.viewmodels.signals.told import Told
from indicators import (
    SIGNAL_SETTINGS,
    AreaSignals,
    Factors,
    Group,
    Language,
    Picture,
    Signal,
    area_signals,
    difference_text,
    format_number,
)

ABOUT = "/om"
RULES = ("what", "subject", "sure", "points", "check", "left_out")
"""What the method is told in, in this order."""
WEIGHED: tuple[Group, ...] = ("focus", "shared", "other")
"""Groups that hold what deviates: the heaviest of them is the example, where no subject reaches the limit."""


@dataclass(frozen=True, slots=True)
class ChosenView:
    """The method in sentences, then one example from the region, a fact a line; `method` leads to the whole of it."""

    heading: str
    texts: tuple[str, ...]
    example_heading: str
    example: tuple[str, ...]
    method: Piece


def chosen_view(picture: Picture, question: Question, area: str) -> ChosenView:
    """Return how what matters in a region was chosen."""
    say, found = words(question.lang), area_signals(picture, area, question.as_of)
    settings, signal = settings_text(question.lang), heaviest(found)
    texts = (say(f"matters.chosen_{rule}", **settings) for rule in RULES)
    return ChosenView(
        heading=say("matters.chosen"),
        texts=(*texts, preliminary(picture, say)),
        example_heading=say("matters.chosen_example"),
        example=tuple(_example(Told(picture, question, signal), found, say)) if signal else (),
        method=Piece(say("matters.chosen_method"), link(ABOUT, question)),
    )


def settings_text(lang: Language) -> dict[str, str]:
    """Return the settings of the choice as they are read, each with as many decimals as it has."""
    found = {name: plain_number(value, lang) for name, value in asdict(SIGNAL_SETTINGS).items()}
    return {"least_regions" if name == "regions" else name: text for name, text in found.items()}


def plain_number(value: float, lang: Language) -> str:
    """Return a number with no more decimals than it has, at most two."""
    decimals = next((n for n in (0, 1) if round(value, n) == value), 2)
    return format_number(value, decimals, lang)


def heaviest(found: AreaSignals) -> Signal | None:
    """Return the heaviest signal of the first subject, else the first distance to the nation; None without any."""
    if found.subjects and found.subjects[0].members:
        return found.subjects[0].members[0]
    return next((signal for group in WEIGHED for signal in found.of_group(group) if signal.kind == "gap"), None)


def _example(told: Told, found: AreaSignals, say: Words) -> Iterator[str]:
    signal, factors = told.signal, told.signal.factors
    theme = theme_name(told.picture, signal.theme, say)
    yield say("matters.example_what", theme=theme, name=told.name, valued=told.valued())
    if signal.nation is not None:
        gap = difference_text(abs(signal.value - signal.nation), told.definition, say.language)
        yield say("matters.example_gap", gap=gap)
    if factors is not None:
        yield from _factors(factors, say)
    if signal.points is not None:
        yield say("matters.example_points", points=plain_number(round(signal.points, 1), say.language))
    first = found.subjects[0] if found.subjects else None
    if first is not None and first.points is not None and first.theme == signal.theme:
        limit = settings_text(say.language)["least"]
        yield say("matters.example_subject", points=plain_number(round(first.points, 1), say.language), least=limit)


def _factors(factors: Factors, say: Words) -> Iterator[str]:
    if factors.z is not None:
        yield say("matters.example_sure", z=plain_number(round(abs(factors.z), 1), say.language))
    size = min(abs(factors.size), SIGNAL_SETTINGS.cap)
    parts = {"weight": factors.weight, "size": round(size, 2), "age": factors.age, "peers": factors.peers}
    yield say("matters.example_factors", **{name: plain_number(part, say.language) for name, part in parts.items()})
