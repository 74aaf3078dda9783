"""One indicator for one area as the view models read it: its row, comparison, reference and words, looked up once."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question
from indicators import (
    NATION,
    PUBLISHERS,
    AssessedRow,
    Comparison,
    Definition,
    InternationalGap,
    Period,
    Picture,
    Reason,
    Sex,
    difference_text,
    format_number,
    is_period,
    say,
    value_text,
)

MOST_VINTAGES = 3


@dataclass(frozen=True)
class Subject:
    """The row of one series, with what is needed to say it. `indicator` is the reader's, `definition` the series'."""

    picture: Picture
    question: Question
    indicator: Definition
    definition: Definition
    row: AssessedRow
    comparison: Comparison
    international: InternationalGap
    words: Words

    def number(self, value: float) -> str:
        """Return a value without its unit."""
        return format_number(value, self.definition.decimals, self.words.language)

    def text(self, value: float) -> str:
        """Return a value with its unit."""
        return value_text(value, self.definition, self.words.language)

    def difference(self, value: float) -> str:
        """Return a signed difference with its unit."""
        return difference_text(value, self.definition, self.words.language, signed=True)

    def period(self, period: str) -> str:
        """Return what a period stands for: a mean of several years as its span."""
        return span_text(period, self.definition, self.words)

    @property
    def source(self) -> str:
        """The publisher and its key, e.g. «Kolada (N79190)»."""
        return source_text(self.definition, self.words)

    @property
    def is_sound(self) -> bool:
        """Whether the row's own value may be judged."""
        row = self.row
        return row.value is None or self.is_sound_at(row.area, row.period or "", row.value)

    def is_sound_at(self, area: str, period: str, value: float) -> bool:
        """Return whether a value may be judged and be a yardstick: neither doubtful nor being checked."""
        return self.definition.is_sound(area, period, value) and not self.is_checked(area, period)

    def is_checked(self, area: str, period: str) -> bool:
        """Return whether a value is being checked, since its last step may stem from the recording."""
        return bool(self.picture.checks(self.question.as_of).reasons(self.definition.id, area, period))

    def unsound_word(self, area: str, period: str, value: float) -> str:
        """Return in a word why a value is not judged, as it stands beside it: doubtful, or being checked."""
        if self.is_sound_at(area, period, value):
            return ""
        is_doubted = not self.definition.is_sound(area, period, value)
        return self.words("table.doubtful" if is_doubted else "table.checked")

    def unsound_reason(self, area: str, period: str, value: float) -> str:
        """Return in a sentence why a value is not judged; nothing where it is."""
        if self.is_sound_at(area, period, value):
            return ""
        doubt, language = self.definition.doubt(area, period), self.words.language
        if doubt is not None:
            return doubt.reason.in_(language)
        if not self.definition.is_sound(area, period, value):
            return self.words("row.implausible")
        reasons = self.picture.checks(self.question.as_of).reasons(self.definition.id, area, period)
        return say(Reason(f"suspected.{reasons[0]}", {"value": value}), self.definition, language)


def source_text(definition: Definition, say: Words) -> str:
    """Return the publisher and its key, e.g. «Kolada (N79190)»; a key that is only a word says nothing to a reader."""
    key = definition.series[0]
    name = PUBLISHERS[key.provider].name.in_(say.language)
    return f"{name} ({key.key})" if any(letter.isdigit() for letter in key.key) else name


def area_name(picture: Picture, code: str, say: Words) -> str:
    """Return an area's name; the nation's in the language, a region's as it calls itself."""
    return say(f"area.{code}") if code == NATION else picture.areas.by_code[code].name


def span_text(period: str, definition: Definition, say: Words) -> str:
    """Return a period of one definition: a mean of several years as its span, like 2021–2024."""
    width = definition.period.years
    return (
        Period.years_to(Period.parse(period).year, width).label(say.language)
        if width and period
        else period_text(period, say)
    )


def period_text(period: str, say: Words) -> str:
    """Return a period as people write it: a month by its name, a year as it is; a day, which is no period, too."""
    return Period.parse(period).label(say.language) if is_period(period) else period


def short_period(period: str, say: Words) -> str:
    """Return a year as it is, a month or a week shortened to fit under an axis."""
    return Period.parse(period).short_label(say.language)


def vintages_text(vintages: Sequence[str], say: Words) -> str:
    """Return the days and months that values were read; of more than a few the first and the last."""
    shown = [period_text(vintage, say) for vintage in vintages]
    return ", ".join(shown) if len(shown) <= MOST_VINTAGES else f"{shown[0]} – {shown[-1]}"


def subject(picture: Picture, question: Question, indicator: str, area: str, series: str = "") -> Subject | None:
    """Return the subject of an indicator's headline series, or of a named one of its series.

    None when the sex is not published.
    """
    scorecard = picture.scorecard(question.as_of)
    headline = _chosen(picture, question, indicator, series)
    row = scorecard.row(*headline, area) if headline else None
    if headline is None or row is None:
        return None
    chosen = headline[0]
    return Subject(
        picture,
        question,
        picture.catalogue.by_id[indicator],
        picture.catalogue.by_id[chosen],
        row,
        scorecard.comparisons[chosen, row.sex],
        scorecard.international[chosen],
        words(question.lang),
    )


def _chosen(picture: Picture, question: Question, indicator: str, series: str) -> tuple[str, Sex] | None:
    # A series of some other indicator may stand in the address: its figures must not pass under this one's name.
    if series not in [item.id for item in picture.catalogue.series_of(indicator)]:
        return picture.headline(indicator, question.sex, question.as_of)
    known = picture.scorecard(question.as_of).headline_series((series,), question.sex)
    return (known, question.sex) if known else None
