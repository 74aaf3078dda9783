"""The head of the region page: who the region is, and what matters in it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.i18n import Words, words
from dashboard.query import Question, link, to_query
from dashboard.viewmodels.contract import Fact, Tone
from dashboard.viewmodels.sentences import Piece, Sentence, listed, with_names
from indicators import (
    FRAMEWORK,
    NATION,
    AreaSummary,
    AssessedRow,
    Picture,
    difference_text,
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
MOST_NAMED = 3
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
    return listed(names, words(question.lang)) if names else ()


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


def brief(picture: Picture, question: Question, code: str) -> Iterable[Sentence]:
    """Yield three to five sentences that say what matters in one area."""
    summary = summarise_area(picture, code, question.sex, question.as_of)
    writer = _Writer(picture, question, code)
    yield writer.targets(summary)
    yield from writer.named("deviating", "▼", "bad", [writer.beside(item.row) for item in summary.deviating])
    yield writer.moving("worsening", "↘", "bad", [item.row for item in summary.worsening])
    yield writer.moving("improving", "↗", "good", [item.row for item in summary.improving])
    if summary.spread_known:
        yield writer.inside(summary)


@dataclass(frozen=True)
class _Writer:
    picture: Picture
    question: Question
    code: str

    @property
    def words(self) -> Words:
        return words(self.question.lang)

    def name(self, row: AssessedRow, text: str = "") -> Piece:
        main = self.picture.catalogue.main_id(row.indicator)
        name = self.picture.catalogue.by_id[main].short_name.in_(self.question.lang)
        regions = () if self.code == NATION else (self.code,)
        return Piece(text or name, link(f"/indikator/{main}", self.question, regions=regions))

    def targets(self, summary: AreaSummary) -> Sentence:
        if not summary.targets_counted:
            return Sentence("–", "missing", (Piece(self.words("region.targets_none")),))
        all_ = self.words("region.targets_all", met=len(summary.targets_met), n=summary.targets_counted)
        far = [self._far(item.row) for item in summary.farthest[:1]]
        rest = (Piece(" "), *with_names(self.words, "region.farthest", far)) if far else ()
        met = len(summary.targets_met) == summary.targets_counted
        return Sentence("✓" if met else "✕", "good" if met else "bad", (Piece(all_), *rest))

    def _far(self, row: AssessedRow) -> Piece:
        definition = self.picture.catalogue.by_id[row.indicator]
        lang = self.question.lang
        level = float(row.target.reason.params["level"] or 0)
        item = self.words(
            "region.farthest_item",
            name=self.name(row).text,
            value=value_text(row.value or 0, definition, lang),
            level=value_text(level, definition, lang),
        )
        return self.name(row, item)

    def beside(self, row: AssessedRow) -> Piece:
        """A name with the area's value and the nation's."""
        definition, lang = self.picture.catalogue.by_id[row.indicator], self.question.lang
        nation = self.picture.scorecard(self.question.as_of).comparisons[row.indicator, row.sex].nation
        if nation is None:
            return self.name(row)
        value = value_text(row.value or 0, definition, lang)
        yardstick = format_number(nation, definition.decimals, lang)
        item = self.words("region.deviating_item", name=self.name(row).text, value=value, nation=yardstick)
        return self.name(row, item)

    def change(self, row: AssessedRow) -> Piece:
        """A name with how much the value has changed, and since when."""
        definition, params = self.picture.catalogue.by_id[row.indicator], row.trend.reason.params
        change = difference_text(float(params["change"] or 0), definition, self.question.lang, signed=True)
        item = self.words("region.moving_item", name=self.name(row).text, change=change, first=params["first"])
        return self.name(row, item)

    def named(self, key: str, symbol: str, tone: Tone, names: list[Piece]) -> Iterable[Sentence]:
        if names:
            yield Sentence(symbol, tone, with_names(self.words, f"region.{key}", names[:MOST_NAMED]))

    def moving(self, key: str, symbol: str, tone: Tone, rows: list[AssessedRow]) -> Sentence:
        found = next(iter(self.named(key, symbol, tone, [self.change(row) for row in rows])), None)
        return found or Sentence("→", "neutral", (Piece(self.words(f"region.none_{key}")),))

    def inside(self, summary: AreaSummary) -> Sentence:
        text = self.words("region.inside", n=len(summary.wider_inside), of=summary.spread_known)
        return Sentence("◆", "neutral", (Piece(text),))
