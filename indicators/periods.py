"""Periods: spans of time that figures are of, from a week to several years, in the one form that all files use."""

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache, total_ordering
from typing import Literal, Self

from indicators.refdata import read_toml
from indicators.text import Language, Strict, Text

Frequency = Literal["years", "year", "tertial", "quarter", "month", "week"]

FORMS: dict[Frequency, re.Pattern[str]] = {
    "year": re.compile(r"(\d{4})"),
    "month": re.compile(r"(\d{4})-(0[1-9]|1[0-2])"),
    "week": re.compile(r"(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])"),
    "quarter": re.compile(r"(\d{4})-Q([1-4])"),
    "tertial": re.compile(r"(\d{4})-T([1-3])"),
    "years": re.compile(r"(\d{4})/(\d{4})"),
}
NAMED_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
ALLOWED = "2026, 2021/2024, 2026-06, 2026-W07, 2026-Q1 or 2026-T1"
MONTHS: dict[Frequency, int] = {"year": 12, "tertial": 4, "quarter": 3, "month": 1}
DAYS_A_YEAR = 365.25
DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)


class PeriodError(ValueError):
    """A text is no period."""

    def __init__(self, *, found: object) -> None:
        """Say what was found and which forms are allowed."""
        self.found = found
        super().__init__(f"period: found {found!r}; allowed {ALLOWED}")


@total_ordering
@dataclass(frozen=True)
class Period:
    """A span of time by its first and last day, both in it; a period is later than another when it ends later."""

    frequency: Frequency
    first: dt.date
    last: dt.date

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Return the period that a text names. Raises PeriodError for any other text."""
        return _parse(text)

    @classmethod
    def around(cls, day: dt.date, frequency: Frequency) -> "Period":
        """Return the period of a frequency that a day lies in; of several years there is none to choose."""
        match frequency:
            case "week":
                week = day.isocalendar()
                return _made("week", week.year, week.week)
            case "years":
                raise PeriodError(found=f"years around {day}")
            case _:
                return _made(frequency, day.year, (day.month - 1) // MONTHS[frequency] + 1)

    @classmethod
    def years_to(cls, last: int, width: int) -> "Period":
        """Return the calendar years, `width` of them, that end with the year `last`; one year is a year."""
        return _parse(str(last) if width == 1 else f"{last - width + 1:04}/{last:04}")

    def __str__(self) -> str:
        """Return the form that files and addresses use, which `parse` reads."""
        match self.frequency:
            case "years":
                return f"{self.first.year:04}/{self.last.year:04}"
            case "year":
                return f"{self.year:04}"
            case "month":
                return f"{self.year:04}-{self.part:02}"
            case "week":
                return f"{self.year:04}-W{self.part:02}"
            case _:
                return f"{self.year:04}-{self.frequency[0].upper()}{self.part}"

    def __lt__(self, other: Self) -> bool:
        """Order by the last day, then by the first: a year comes before its own December."""
        return (self.last, self.first) < (other.last, other.first)

    @property
    def year(self) -> int:
        """The calendar year it ends in; of a week the year that ISO 8601 numbers it in."""
        return self.first.isocalendar().year if self.frequency == "week" else self.last.year

    @property
    def part(self) -> int:
        """The number of the month, quarter, four-month period or week in its year; 1 for years."""
        match self.frequency:
            case "week":
                return self.first.isocalendar().week
            case "years":
                return 1
            case _:
                return (self.first.month - 1) // MONTHS[self.frequency] + 1

    @property
    def days(self) -> int:
        """The number of days in it."""
        return (self.last - self.first).days + 1

    @property
    def ordinal(self) -> int:
        """The place in the unbroken row of periods of its frequency: neighbours differ by one."""
        if self.frequency == "week":
            return self.first.toordinal() // WEEK.days
        months = MONTHS.get(self.frequency, MONTHS["year"])
        return self.year * (12 // months) + self.part - 1

    @property
    def position(self) -> float:
        """The place of its first day on an axis of years, 2026.5 for July 2026; of years the last one's."""
        if self.frequency == "week":
            start = dt.date(self.first.year, 1, 1)
            return self.first.year + (self.first - start).days / (dt.date(self.first.year + 1, 1, 1) - start).days
        return self.last.year + (self.first.month - 1) / 12

    @property
    def step(self) -> float:
        """The distance in years to the next of its frequency on an axis: 1 for years, a twelfth for months."""
        return WEEK.days / DAYS_A_YEAR if self.frequency == "week" else MONTHS.get(self.frequency, 12) / 12

    def following(self) -> "Period":
        """Return the next period of the same frequency; of several years the span that ends a year later."""
        return self.moved(1)

    def preceding(self) -> "Period":
        """Return the period before of the same frequency."""
        return self.moved(-1)

    def moved(self, steps: int) -> "Period":
        """Return the period so many steps later, earlier when negative. Raises PeriodError outside years 1–9999."""
        try:
            match self.frequency:
                case "week":
                    return Period("week", self.first + steps * WEEK, self.last + steps * WEEK)
                case "years":
                    return _made("years", self.first.year + steps, self.last.year + steps)
                case _:
                    year, part = divmod(self.ordinal + steps, 12 // MONTHS[self.frequency])
                    return _made(self.frequency, year, part + 1)
        except (ValueError, OverflowError):
            raise PeriodError(found=f"{self} moved by {steps}") from None

    def overlaps(self, other: "Period") -> bool:
        """Tell whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: "Period") -> bool:
        """Tell whether every day of the other is in this one."""
        return self.first <= other.first and other.last <= self.last

    def label(self, language: Language) -> str:
        """Return the period as people write it: «2021–2024», «juni 2026», «vecka 7 2026», «kvartal 1 2026»."""
        match self.frequency:
            case "year":
                return str(self)
            case "years":
                return f"{self.first.year}–{self.last.year}"
            case "month":
                # Few indicators have months: the others' readers should not wait for the calendar's import.
                from babel.dates import format_date

                return str(format_date(self.first, "MMMM y", locale=language))
            case _:
                return _labels()[self.frequency].label.in_(language).format(part=self.part, year=self.year)

    def short_label(self, language: Language) -> str:
        """Return the period as it fits under an axis: «2021–2024», «jun 26», «v. 7 26», «kv. 1 26»."""
        last_two = f"{self.year % 100:02}"
        match self.frequency:
            case "year" | "years":
                return self.label(language)
            case "month":
                return f"{self.label(language)[:3]} {last_two}"
            case _:
                return _labels()[self.frequency].short.in_(language).format(part=self.part, yy=last_two)


class _Labels(Strict):
    """How one frequency's periods are written: in a sentence, and under an axis."""

    label: Text
    short: Text


@lru_cache(maxsize=1)
def _labels() -> dict[str, _Labels]:
    return {name: _Labels.model_validate(raw) for name, raw in read_toml("periods.toml").items()}


def years_in(text: str) -> list[int]:
    """Return the calendar years that a publisher's text names, in its order: both of «2019-2021»."""
    return [int(year) for year in NAMED_YEAR.findall(text)]


def is_period(text: str) -> bool:
    """Tell whether a text names a period; a day, like a vintage's, does not."""
    try:
        _parse(text)
    except PeriodError:
        return False
    return True


@lru_cache(maxsize=4096)
def _parse(text: str) -> Period:
    for frequency, form in FORMS.items():
        if text.isascii() and (found := form.fullmatch(text)):
            try:
                return _made(frequency, *(int(part) for part in found.groups()))
            except (ValueError, OverflowError):  # year 0000, or week 53 of a year that has 52
                break
    raise PeriodError(found=text)


def _made(frequency: Frequency, year: int, part: int = 1) -> Period:
    match frequency:
        case "week":
            monday = dt.date.fromisocalendar(year, part, 1)
            return Period("week", monday, monday + WEEK - DAY)
        case "years":
            if part <= year:
                raise PeriodError(found=f"{year}/{part}")
            return Period("years", dt.date(year, 1, 1), dt.date(part, 12, 31))
        case _:
            months = MONTHS[frequency]
            end = dt.date(year, part * months, monthrange(year, part * months)[1])
            return Period(frequency, dt.date(year, (part - 1) * months + 1, 1), end)
