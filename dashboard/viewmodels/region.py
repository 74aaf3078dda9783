"""The head of the region page: who the region is, and what matters in it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.i18n import Words, words
from dashboard.query import Question, link, to_query
from dashboard.viewmodels.contract import Fact, Tone
from dashboard.viewmodels.sentences import Named, Piece, Sentence, listed, with_names
from indicators import (
    FRAMEWORK,
    NATION,
    AreaSummary,
    AssessedRow,
    Picture,
    format_number,
    summarise_area,
    value_text,
)

CONTEXT_SHOWN = (
    ("context-population", "population"),
    ("context-share-80", "share_80"),
    ("context-higher-education", "education"),
    ("context-standard-cost", "standard_cost"),
)
MOST_NAMED, MOST_LEADING = 3, 2
LIKEST = 7


@dataclass(frozen=True, slots=True)
class TabLink:
    """One link of a row of links: the text, a small count beside it, and whether it is where the reader is."""

    text: str
    count: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class RegionHead:
    """Everything above the region's rows."""

    code: str
    name: str
    facts: tuple[Fact, ...]
    peers: tuple[Piece, ...]
    brief: tuple[Sentence, ...]
    tabs: tuple[TabLink, ...]


def region_head(picture: Picture, question: Question, code: str) -> RegionHead:
    """Return the head of one region's page."""
    area = picture.areas.by_code[code]
    return RegionHead(
        code=code,
        name=area.name,
        facts=tuple(_context(picture, question, code)),
        peers=_peers(picture, question, code),
        brief=tuple(brief(picture, question, code)),
        tabs=dimension_tabs(picture, question, f"/region/{code}"),
    )


def _context(picture: Picture, question: Question, code: str) -> Iterable[Fact]:
    say = words(question.lang)
    for indicator, key in CONTEXT_SHOWN:
        row = picture.scorecard(question.as_of).row(indicator, "T", code)
        if row is not None and row.value is not None:
            number = _context_text(picture, indicator, row, say)
            yield Fact(f"{say(f'region.{key}')} {row.period}", number)


def _context_text(picture: Picture, indicator: str, row: AssessedRow, say: Words) -> str:
    definition = picture.catalogue.by_id[indicator]
    if definition.unit == "count":
        return format_number(row.value or 0, 0, say.language)
    return value_text(row.value or 0, definition, say.language)


def _peers(picture: Picture, question: Question, code: str) -> tuple[Piece, ...]:
    areas = [picture.areas.by_code[peer] for peer in picture.areas.like(code)[:LIKEST]]
    names = [Piece(area.short_name, link(f"/region/{area.code}", question)) for area in areas]
    return listed([(name, "") for name in names], words(question.lang)) if names else ()


def dimension_tabs(picture: Picture, question: Question, path: str) -> tuple[TabLink, ...]:
    """Return the links that choose one dimension or all four; the rest of the view stays as it is."""
    say = words(question.lang)
    choices = [("", say("filters.dimension_all"), len(picture.catalogue.indicators))]
    for dimension in FRAMEWORK.dimensions:
        n = sum(item.dimension == dimension.code for item in picture.catalogue.indicators)
        choices.append((dimension.code, dimension.name.in_(question.lang), n))
    return tuple(
        TabLink(
            name,
            say.count("count.indicators", n),
            path + to_query(replace(question, dimension=code, area="")),
            question.dimension == code,
        )
        for code, name, n in choices
    )


def scope(question: Question) -> str:
    """Return whom and when the sentences concern, where that is not everyone and the newest; else nothing."""
    say = words(question.lang)
    parts = [say("region.scope_sex", sex=say(f"sex.{question.sex}").lower())] if question.sex != "T" else []
    if question.period:
        parts.append(say("region.scope_period", year=question.period))
    return " ".join(parts)


def brief(picture: Picture, question: Question, code: str) -> Iterable[Sentence]:
    """Yield three to five sentences that say what matters in one area."""
    summary = summarise_area(picture, code, question.sex, question.as_of)
    writer = _Writer(picture, question, code)
    yield writer.targets(summary)
    yield from writer.named(("deviating", "▼", "bad"), [writer.beside(item.row) for item in summary.deviating])
    yield writer.worse(summary)
    yield writer.better(summary)
    yield from writer.inside(summary)


@dataclass(frozen=True)
class _Writer:
    picture: Picture
    question: Question
    code: str

    @property
    def words(self) -> Words:
        return words(self.question.lang)

    def name(self, row: AssessedRow) -> Piece:
        main = self.picture.catalogue.main_id(row.indicator)
        name = self.picture.catalogue.by_id[main].short_name.in_(self.question.lang)
        regions = () if self.code == NATION else (self.code,)
        return Piece(name, link(f"/indikator/{main}", self.question, regions=regions), row=main)

    def targets(self, summary: AreaSummary) -> Sentence:
        if not summary.targets_held:
            return Sentence("–", "missing", (Piece(self.words("region.targets_none")),))
        met, n = len(summary.targets_met), summary.targets_counted
        parts = [self.words.count("region.targets_all", n, met=met)]
        if summary.targets_unreached:
            parts.append(self.words("region.targets_unreached", n=summary.targets_unreached))
        if summary.targets_unjudged:
            parts.append(self.words("region.targets_unjudged", n=summary.targets_unjudged))
        far = [self._far(item.row) for item in summary.farthest[:1]]
        rest = (Piece(" "), *with_names(self.words, "region.farthest", far)) if far else ()
        return Sentence("✓" if met == n else "✕", "good" if met == n else "bad", (Piece(" ".join(parts)), *rest))

    def _far(self, row: AssessedRow) -> Named:
        definition, lang = self.picture.catalogue.by_id[row.indicator], self.question.lang
        level = value_text(float(row.target.reason.params["level"] or 0), definition, lang)
        value = value_text(row.value or 0, definition, lang)
        return self.name(row), self.words("region.farthest_item", value=value, level=level)

    def beside(self, row: AssessedRow) -> Named:
        """A name with the area's value and the nation's."""
        definition, lang = self.picture.catalogue.by_id[row.indicator], self.question.lang
        nation = self.picture.scorecard(self.question.as_of).comparisons[row.indicator, row.sex].nation
        if nation is None:
            return self.name(row), ""
        value = value_text(row.value or 0, definition, lang)
        yardstick = format_number(nation, definition.decimals, lang)
        return self.name(row), self.words("region.deviating_item", value=value, nation=yardstick)

    def moved(self, row: AssessedRow, start: str) -> Named:
        """A name with the published values that the change goes between; `start` is 'from' or 'before'."""
        definition, params = self.picture.catalogue.by_id[row.indicator], row.trend.reason.params
        before = format_number(float(params[start] or 0), definition.decimals, self.question.lang)
        after = value_text(float(params["to"] or 0), definition, self.question.lang)
        key = "moving_item" if start == "from" else "setback_item"
        return self.name(row), self.words(f"region.{key}", start=before, end=after, first=params["first"])

    def worse(self, summary: AreaSummary) -> Sentence:
        moving = [self.moved(item.row, "from") for item in summary.worsening][:MOST_NAMED]
        named = {item.row.indicator for item in summary.worsening[:MOST_NAMED]}
        new = [item.row for item in summary.setbacks if item.row.indicator not in named]
        fallen = [self.moved(row, "before") for row in new][:MOST_NAMED]
        parts = self._listed(("worsening", moving), ("setbacks", fallen))
        if not parts:
            return Sentence("→", "neutral", (Piece(self.words("region.none_worsening")),))
        return Sentence("↘", "bad", tuple(parts))

    def better(self, summary: AreaSummary) -> Sentence:
        moving = [self.moved(item.row, "from") for item in summary.improving][:MOST_NAMED]
        leading = [self.beside(item.row) for item in summary.leading][:MOST_LEADING]
        parts = self._listed(("improving", moving), ("leading", leading))
        if not parts:
            return Sentence("→", "neutral", (Piece(self.words("region.none_improving")),))
        return Sentence("↗" if moving else "▲", "good", tuple(parts))

    def _listed(self, *lists: tuple[str, list[Named]]) -> list[Piece]:
        pieces: list[Piece] = []
        for key, names in lists:
            if names:
                pieces += [*([Piece(" ")] if pieces else []), *with_names(self.words, f"region.{key}", names)]
        return pieces

    def named(self, form: tuple[str, str, Tone], names: list[Named]) -> Iterable[Sentence]:
        key, symbol, tone = form
        if names:
            yield Sentence(symbol, tone, with_names(self.words, f"region.{key}", names[:MOST_NAMED]))

    def inside(self, summary: AreaSummary) -> Iterable[Sentence]:
        """The indicators whose municipalities differ most beside the regions; small municipalities swing by chance."""
        names: list[Named] = [(self.name(item.row), "") for item in summary.wider_inside][:MOST_LEADING]
        if names:
            yield Sentence("◆", "neutral", with_names(self.words, "region.inside", names))
