"""What the indicator is: definition, criteria, caveats, doubts, breaks, targets and source."""

from collections.abc import Iterator

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.indicator.focus import asked_series, focus, unbroken
from dashboard.viewmodels.indicator.views import DefinitionView, TargetCard
from dashboard.viewmodels.sentences import Piece
from dashboard.viewmodels.subject import period_text
from dashboard.viewmodels.target_row import level_text, status_text
from indicators import (
    CAVEATS,
    PUBLISHERS,
    UNITS,
    Definition,
    Picture,
    TargetLevel,
    cuts_of,
    difference_text,
    format_number,
)

LEVELS = ("nation", "region", "municipality", "unit")
SEXES = ("T", "F", "M")


def definition_view(picture: Picture, question: Question, code: str) -> DefinitionView:
    """Return everything that is known of the series the page shows."""
    whole = focus(picture, question, code)
    series = asked_series(picture, question, code) or picture.catalogue.main_id(code)
    definition, say = whole.definition if whole else picture.catalogue.by_id[series], words(question.lang)
    lang = say.language
    return DefinitionView(
        facts=tuple(Fact(say(f"indicator.{key}"), unbroken(text)) for key, text in _facts(definition, say) if text),
        criteria=tuple(_criteria(definition, say)),
        caveats=tuple(CAVEATS[name].in_(lang) for name in definition.caveats),
        doubts=tuple(_doubts(picture, definition, say)),
        breaks=tuple(Fact(period_text(item.period, say), item.reason.in_(lang)) for item in cuts_of(definition)),
        targets=tuple(_target(item, say) for item in picture.reference.targets if item.indicator == definition.id),
        source=tuple(Fact(say(f"indicator.{key}"), text) for key, text in _source(definition, say)),
        publisher=_publisher(definition, say),
    )


def _facts(definition: Definition, say: Words) -> Iterator[tuple[str, str]]:
    lang = say.language
    yield "measures", definition.measures.in_(lang)
    yield "matters", definition.matters.in_(lang)
    yield "numerator", definition.numerator.in_(lang)
    yield "denominator", definition.denominator.in_(lang)
    yield "unit", UNITS[definition.unit].name.in_(lang)
    yield "direction", definition.direction_reason.in_(lang)
    yield "kind", say(f"indicator.kind_{definition.kind}")
    yield "period", definition.period.note.in_(lang)
    yield "relevance", _relevance(definition, say)
    yield "weighting", " ".join(_weighting(definition, say))


def _weighting(definition: Definition, say: Words) -> Iterator[str]:
    """What an indicator weighs when what matters is chosen, why, and why it is not told over time."""
    fields = definition.signals
    if fields is None:
        return
    yield say("indicator.weight", weight=fields.weight) if fields.weight else say("indicator.weight_none")
    for text in (fields.note, fields.over_time_reason):
        if text is not None:
            yield text.in_(say.language)


def _relevance(definition: Definition, say: Words) -> str:
    relevance = definition.relevance
    if relevance.basis == "unit":
        return say("indicator.relevance_unit", value=difference_text(relevance.value, definition, say.language))
    value = format_number(relevance.value, 0 if relevance.value == int(relevance.value) else 1, say.language)
    return say("indicator.relevance_percent", value=value)


def _criteria(definition: Definition, say: Words) -> Iterator[Fact]:
    for name in type(definition.criteria).model_fields:
        yield Fact(say(f"indicator.criterion_{name}"), getattr(definition.criteria, name).in_(say.language))


def _doubts(picture: Picture, definition: Definition, say: Words) -> Iterator[str]:
    for doubt in definition.doubts:
        areas = [picture.areas.by_code[code].short_name for code in doubt.areas]
        where = ", ".join(areas) or say("indicator.all_areas")
        when = ", ".join(period_text(period, say) for period in doubt.periods) or say("indicator.all_periods")
        yield say("indicator.doubt", where=where, when=when, reason=doubt.reason.in_(say.language))


def _target(level: TargetLevel, say: Words) -> TargetCard:
    limit = level_text(level, say)
    step = "" if level.level == "target" else f" ({say(f'target.level.{level.level}')})"
    facts = (
        ("target_kind", say(f"target.kind.{level.kind}")),
        ("target_issuer", f"{level.issuer.in_(say.language)}, {level.edition}"),
        ("target_status", status_text(level, say)),
        ("target_match", say(f"target.match.{level.match}")),
        ("target_note", level.note.in_(say.language)),
    )
    return TargetCard(limit + step, tuple(Fact(say(f"indicator.{key}"), text) for key, text in facts), level.source)


def _source(definition: Definition, say: Words) -> Iterator[tuple[str, str]]:
    for key in definition.series:
        levels = ", ".join(say(f"indicator.level_{level}") for level in LEVELS if level in key.levels)
        sexes = ", ".join(say(f"sex.{sex}").lower() for sex in SEXES if sex in key.sexes)
        yield "key", key.key
        yield "levels", levels
        yield "sexes_served", sexes
    yield "terms", PUBLISHERS[definition.series[0].provider].terms.in_(say.language)
    yield "reviewed", definition.reviewed.isoformat()


def _publisher(definition: Definition, say: Words) -> Piece:
    publisher = PUBLISHERS[definition.series[0].provider]
    return Piece(publisher.name.in_(say.language), publisher.home)
