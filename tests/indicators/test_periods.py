"""Tests of periods: every form is read and written alike, and neighbours touch without a day between."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.periods import Frequency, Period, PeriodError, is_period, years_in

DAY = dt.timedelta(days=1)
NO_PERIODS = [
    *("", "26", "12026", "0000", "2026 ", "٢٠٢٦", "2024/2021", "2024/2024"),
    *("2026-13", "2026-00", "2026-6", "2026-W54", "2027-W53", "2026-W7", "2026-Q5", "2026-T0", "2026-06-01"),
]
YEARS = st.integers(1900, 2100)
TEXTS = st.one_of(
    st.builds("{:04}".format, YEARS),
    st.builds("{:04}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{:04}-W{:02}".format, YEARS, st.integers(1, 52)),
    st.builds("{:04}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{:04}-T{}".format, YEARS, st.integers(1, 3)),
    st.builds(lambda year, width: f"{year:04}/{year + width:04}", YEARS, st.integers(1, 9)),
)


@pytest.mark.parametrize(
    ("text", "frequency", "first", "last", "days"),
    [
        ("2026", "year", "2026-01-01", "2026-12-31", 365),
        ("2024", "year", "2024-01-01", "2024-12-31", 366),
        ("2021/2024", "years", "2021-01-01", "2024-12-31", 1461),
        ("2024-02", "month", "2024-02-01", "2024-02-29", 29),
        ("2026-W07", "week", "2026-02-09", "2026-02-15", 7),
        ("2020-W53", "week", "2020-12-28", "2021-01-03", 7),
        ("2026-Q1", "quarter", "2026-01-01", "2026-03-31", 90),
        ("2026-T3", "tertial", "2026-09-01", "2026-12-31", 122),
    ],
)
def test_a_text_names_its_days(text: str, frequency: Frequency, first: str, last: str, days: int) -> None:
    period = Period.parse(text)
    assert period == Period(frequency, dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert period.days == days


@given(TEXTS)
def test_a_period_is_written_as_it_is_read(text: str) -> None:
    assert str(Period.parse(text)) == text


@given(TEXTS, st.integers(-200, 200))
def test_steps_are_taken_back(text: str, steps: int) -> None:
    period = Period.parse(text)
    assert period.moved(steps).moved(-steps) == period
    assert period.moved(steps).ordinal - period.ordinal == steps
    assert (period < period.moved(steps)) == (steps > 0)


@given(TEXTS.filter(lambda text: "/" not in text))
def test_neighbours_touch(text: str) -> None:
    period = Period.parse(text)
    assert period.following().first == period.last + DAY
    assert period.preceding().last == period.first - DAY
    assert not period.overlaps(period.following())
    assert period.following().position > period.position


@pytest.mark.parametrize(
    "text",
    NO_PERIODS,
)
def test_what_is_no_period_is_refused_by_its_name(text: str) -> None:
    with pytest.raises(PeriodError) as refused:
        Period.parse(text)
    assert repr(text) in str(refused.value)
    assert "allowed 2026, 2021/2024" in str(refused.value)


def test_outside_the_calendar_is_refused() -> None:
    with pytest.raises(PeriodError, match="9999 moved by 1"):
        Period.parse("9999").following()
    with pytest.raises(PeriodError, match="9999-W51 moved by 5"):
        Period.parse("9999-W51").moved(5)


def test_a_span_is_named_by_its_last_year_and_width() -> None:
    assert str(Period.years_to(2024, 4)) == "2021/2024"
    assert str(Period.years_to(2024, 1)) == "2024"
    assert Period.parse("2021/2024").overlaps(Period.parse("2022/2025"))
    assert not Period.parse("2021/2024").overlaps(Period.parse("2025/2028"))


def test_a_year_holds_its_months_and_not_the_week_across() -> None:
    year = Period.parse("2020")
    assert all(year.holds(Period.parse(f"2020-{month:02}")) for month in range(1, 13))
    assert not year.holds(Period.parse("2020-W53"))
    assert Period.parse("2020-W53").year == 2020 and Period.parse("2020-W53").part == 53


def test_order_is_by_the_end() -> None:
    texts = ["2024", "2023-12", "2024-W01", "2021/2024", "2024-01", "2024-Q1", "2024-T1", "2024-12"]
    ordered = [str(period) for period in sorted(Period.parse(text) for text in texts)]
    assert ordered == ["2023-12", "2024-W01", "2024-01", "2024-Q1", "2024-T1", "2021/2024", "2024", "2024-12"]


def test_places_on_an_axis() -> None:
    assert Period.parse("2026").position == 2026
    assert Period.parse("2021/2024").position == 2024
    assert Period.parse("2026-07").position == 2026.5
    assert Period.parse("2026-Q3").position == 2026.5
    assert Period.parse("2027-W01").position == pytest.approx(2027 + 3 / 365)


@pytest.mark.parametrize(
    ("text", "swedish", "english"),
    [
        ("2026", "2026", "2026"),
        ("2021/2024", "2021–2024", "2021–2024"),
        ("2026-06", "juni 2026", "June 2026"),
        ("2026-W07", "vecka 7, 2026", "week 7, 2026"),
        ("2026-Q1", "kvartal 1, 2026", "quarter 1, 2026"),
        ("2026-T2", "tertial 2, 2026", "four-month period 2, 2026"),
    ],
)
def test_labels(text: str, swedish: str, english: str) -> None:
    assert (Period.parse(text).label("sv"), Period.parse(text).label("en")) == (swedish, english)


@pytest.mark.parametrize(
    ("text", "swedish", "english"),
    [
        ("2026", "2026", "2026"),
        ("2021/2024", "2021–2024", "2021–2024"),
        ("2026-06", "jun 26", "Jun 26"),
        ("2026-W07", "v. 7 26", "w 7 26"),
        ("2006-Q1", "kv. 1 06", "Q1 06"),
        ("2026-T2", "tert. 2 26", "T2 26"),
    ],
)
def test_labels_under_an_axis(text: str, swedish: str, english: str) -> None:
    assert (Period.parse(text).short_label("sv"), Period.parse(text).short_label("en")) == (swedish, english)


def test_a_day_is_no_period() -> None:
    assert is_period("2026-11") and is_period("2026-W07")
    assert not is_period("2026-11-30") and not is_period("")


def test_years_that_a_text_names() -> None:
    assert years_in("2019-2021") == [2019, 2021]
    assert years_in("2016–2020, nearest") == [2016, 2020]
    assert years_in("latest") == years_in("120234") == []
