"""A region beside its peers, indicator by indicator: value, middle, gap, picture, and the best peer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.compare.peers import peers_of
from dashboard.viewmodels.compare.people import best_in_people, people_note
from dashboard.viewmodels.compare.views import CompareGroup, CompareLink, CompareRow, CompareView
from dashboard.viewmodels.contract import Tone, Verdict
from dashboard.viewmodels.editions.revised import revised_note
from dashboard.viewmodels.geometry import Scale, scale
from dashboard.viewmodels.sentences import Piece, listed
from dashboard.viewmodels.subject import span_text, subject
from dashboard.viewmodels.tables import NO_VALUE
from indicators import FRAMEWORK, Comparison, Definition, Picture, Side, Standing, difference_text, stand_beside
from indicators import value_text as with_unit

SIDES: dict[Side, tuple[str, Tone]] = {
    "ahead": ("▲", "good"),
    "level": ("≈", "neutral"),
    "behind": ("▼", "bad"),
    "higher": ("△", "neutral"),
    "lower": ("▽", "neutral"),
    "none": (NO_VALUE, "missing"),
    "doubtful": ("?", "missing"),
    "checked": ("?", "missing"),
    "alone": (NO_VALUE, "missing"),
}
COLUMNS = ("indicator", "own", "middle", "gap", "picture", "side", "best")
MARKS = ("own", "peer", "middle")
UNCOMPARED = ("none", "doubtful", "checked", "alone")


def standings_of(picture: Picture, question: Question, code: str) -> tuple[Standing, ...]:
    """Return how a region stands beside its peers in every indicator of the chosen dimension, or of all."""
    peers = peers_of(picture, question, code)
    if not peers:
        return ()
    by_id = picture.catalogue.by_id
    found = stand_beside(picture, code, peers, question.sex, question.as_of)
    return tuple(item for item in found if question.dimension in ("", by_id[item.indicator].dimension))


def compare_view(picture: Picture, question: Question, code: str) -> CompareView:
    """Return the rows of one region's comparison."""
    say, maker = words(question.lang), _Maker(picture, question, code)
    found = standings_of(picture, question, code)
    groups = _by_gap(found, maker) if question.sort == "gap" else _by_framework(found, maker)
    region, number = picture.areas.by_code[code].name, picture.edition.number
    ordered = say(f"compare.sorted_{question.sort}")
    return CompareView(
        caption=say("compare.caption", region=region, order=ordered, edition=number),
        columns=tuple(say(f"compare.column_{name}") for name in COLUMNS),
        groups=tuple(group for group in groups if group.rows or group.is_section),
        legend_label=say("compare.legend"),
        marks={mark: say(f"compare.mark_{mark}") for mark in MARKS},
        notes=(*_notes(picture, question, found, say), *_in_people(picture, question, code, found, say)),
        source=say("compare.source", edition=number),
        empty=None if found else say("compare.empty_rows"),
    )


def _notes(picture: Picture, question: Question, found: Sequence[Standing], say: Words) -> Iterator[str]:
    yield say("compare.level_note")
    if question.sort == "gap":
        yield say("compare.gap_note")
    asked = [item for item in picture.catalogue.indicators if question.dimension in ("", item.dimension)]
    if len(found) < len(asked):
        yield say.count("compare.unpublished", len(asked) - len(found), sex=say(f"sex.{question.sex}").lower())


def _in_people(
    picture: Picture, question: Question, code: str, found: Sequence[Standing], say: Words
) -> tuple[str, ...]:
    return (people_note(picture, question, code, found, say),) if found else ()


def _by_framework(found: Sequence[Standing], maker: "_Maker") -> Iterator[CompareGroup]:
    lang = maker.question.lang
    for dimension in FRAMEWORK.dimensions:
        rows = [(maker.definition(item), item) for item in found]
        inside = [(definition.area, item) for definition, item in rows if definition.dimension == dimension.code]
        if inside:
            yield CompareGroup(dimension.name.in_(lang), (), is_section=True)
        for area in dimension.areas:
            items = [item for place, item in inside if place == area.code]
            yield CompareGroup(area.name.in_(lang), tuple(map(maker.row, items)), is_section=False)


def _by_gap(found: Sequence[Standing], maker: "_Maker") -> Iterator[CompareGroup]:
    """What is behind first. Without direction nothing is behind: those stand apart, the widest gap first."""
    judged = [item for item in found if item.side not in UNCOMPARED]
    directed = [item for item in judged if maker.definition(item).direction != "none"]
    others = [item for item in judged if maker.definition(item).direction == "none"]
    groups = {
        "directed": sorted(directed, key=lambda item: item.distance),
        "undirected": sorted(others, key=lambda item: -abs(item.distance)),
        "uncompared": [item for item in found if item.side in UNCOMPARED],
    }
    for name, items in groups.items():
        yield CompareGroup(maker.say(f"compare.group_{name}"), tuple(map(maker.row, items)), is_section=False)


def side_of(item: Standing, definition: Definition, say: Words) -> Verdict:
    """Return where a region stands as it is shown, with the reason in words."""
    symbol, tone = SIDES[item.side]
    reason = say(f"compare.reason_{item.side}")
    if item.side == "level" and item.threshold is not None:
        limit = difference_text(item.threshold, definition, say.language)
        # A distance that reads as the limit itself lies below it before it is rounded, and that is said.
        is_rounded = item.gap is not None and difference_text(abs(item.gap), definition, say.language) == limit
        reason = say(f"compare.reason_level_{'rounded' if is_rounded else 'limit'}", limit=limit)
    return Verdict(item.side, say(f"compare.side_{item.side}"), symbol, tone, reason)


@dataclass(frozen=True)
class _Maker:
    """Makes the rows of one comparison."""

    picture: Picture
    question: Question
    code: str

    @property
    def say(self) -> Words:
        return words(self.question.lang)

    def definition(self, item: Standing) -> Definition:
        return self.picture.catalogue.by_id[item.indicator]

    def comparison(self, item: Standing) -> Comparison:
        return self.picture.scorecard(self.question.as_of).comparisons[item.indicator, item.sex]

    def row(self, item: Standing) -> CompareRow:
        definition = self.definition(item)
        place, drawn = self._scale(item, definition), item.side not in UNCOMPARED
        x = place.x(item.value) if place and drawn and item.value is not None else None
        return CompareRow(
            indicator=self.picture.catalogue.main_id(item.indicator),
            name=self._name(item),
            period=span_text(self.comparison(item).headline or "", definition, self.say),
            value_text=self._text(item.value, definition),
            note=self._note(item),
            middle_text=self._text(item.middle, definition),
            gap_text=self._gap(item, definition),
            side=side_of(item, definition, self.say),
            best=self._best(item),
            best_text=self._best_text(item, definition),
            people=best_in_people(self.picture, self.question, self.code, item),
            x=x,
            middle_x=place.x(item.middle) if place and item.middle is not None else None,
            marks=tuple(place.x(value) for value in item.peers.values()) if place else (),
            summary=self._summary(item, definition),
        )

    def _scale(self, item: Standing, definition: Definition) -> Scale | None:
        """The axis of all regions, so that a narrow spread among alike does not look wide."""
        return scale(self.comparison(item).yardsticks.values(), definition.direction) if item.peers else None

    def _name(self, item: Standing) -> CompareLink:
        main = self.picture.catalogue.main_id(item.indicator)
        text = self.picture.catalogue.by_id[main].short_name.in_(self.question.lang)
        beside = (self.code, *item.best[:1])
        return CompareLink(text, link(f"/indikator/{main}", self.question, regions=beside))

    def _text(self, value: float | None, definition: Definition) -> str:
        return NO_VALUE if value is None else with_unit(value, definition, self.question.lang)

    def _note(self, item: Standing) -> str:
        """That the own value was revised or corrected since it was published."""
        main = self.picture.catalogue.main_id(item.indicator)
        known = subject(self.picture, self.question, main, self.code, item.indicator)
        return revised_note(known, self.code, known.row.period or "") if known is not None else ""

    def _gap(self, item: Standing, definition: Definition) -> str:
        if item.gap is None:
            return NO_VALUE
        return difference_text(item.gap, definition, self.question.lang, signed=True)

    def _best(self, item: Standing) -> CompareLink | None:
        if not item.best:
            return None
        name = self.picture.areas.by_code[item.best[0]].short_name
        return CompareLink(name, link(f"/region/{item.best[0]}", self.question))

    def _best_text(self, item: Standing, definition: Definition) -> str:
        """The best peer's value, and how many more share it; else why nobody is named."""
        if not item.best:
            return self.say("compare.best_undirected") if item.peers else NO_VALUE
        value = with_unit(item.peers[item.best[0]], definition, self.question.lang)
        more = len(item.best) - 1
        return self.say.count("compare.best_more", more, value=value) if more else value

    def _summary(self, item: Standing, definition: Definition) -> str:
        """The picture in words: the region, the middle, and every peer with its value."""
        short = self.picture.areas.by_code
        sign = -1 if definition.direction == "lower" else 1
        ordered = sorted(item.peers, key=lambda peer: sign * item.peers[peer])
        named = [f"{short[peer].short_name} {self._text(item.peers[peer], definition)}" for peer in ordered]
        listing = listed([(Piece(text), "") for text in named], self.say)
        return self.say(
            "compare.row_alt",
            region=short[self.code].short_name,
            value=self._text(item.value, definition),
            middle=self._text(item.middle, definition),
            names="".join(piece.text for piece in listing) or NO_VALUE,
        )
