"""Personal numbers are found however they are written; plain numbers are left alone."""

import random

import pytest
from stdnum import luhn

from intake.uploads.personal import has_contact, has_personal_number

MADE, PLAIN = 1000, 10_000


def person(chance, *, coordination=False):
    """A made-up number with a right check digit, as (century, date, last four)."""
    year, month, day = chance.randint(1920, 2020), chance.randint(1, 12), chance.randint(1, 28)
    date = f"{year % 100:02d}{month:02d}{day + 60 * coordination:02d}"
    nine = f"{date}{chance.randint(0, 999):03d}"
    return f"{year // 100}", date, f"{nine[-3:]}{luhn.calc_check_digit(nine)}"


WAYS = (
    lambda century, date, last: f"{century}{date}-{last}",
    lambda century, date, last: f"{century}{date}{last}",
    lambda _, date, last: f"{date}-{last}",
    lambda _, date, last: f"{date}{last}",
    lambda _, date, last: f"{date}+{last}",
    lambda century, date, last: f"{century}{date} {last}",
    lambda _, date, last: f"{date[:2]} {date[2:4]} {date[4:]} {last}",
    lambda century, date, last: f"{century}{date[:2]}-{date[2:4]}-{date[4:]}-{last}",
    lambda _, date, last: f"Patient {date}–{last}, besök",
    lambda century, date, last: f"{century}{date}{last}.0",
)


def test_at_least_99_of_100_are_found():
    chance = random.Random(5)
    found = [has_personal_number(chance.choice(WAYS)(*person(chance, coordination=n % 5 == 0))) for n in range(MADE)]
    assert sum(found) >= 0.99 * MADE


def test_at_most_5_of_1000_plain_numbers_are_taken_for_one():
    chance = random.Random(6)
    texts = [str(chance.randrange(10 ** (n % 12), 10 ** (n % 12 + 1))) for n in range(PLAIN)]
    texts[::4] = [f"{float(text) / 1000:.6f}" for text in texts[::4]]
    assert sum(map(has_personal_number, texts)) <= 0.005 * PLAIN


@pytest.mark.parametrize(
    "text", ["232100-0016", "SE2321000016-1003", "0.191212121212", "12,1912121212", "1912121212123", "2024-03-01 12:12"]
)
def test_what_only_looks_like_one_is_none(text):
    assert not has_personal_number(text)


@pytest.mark.parametrize("text", ["anna@region.se", "070-123 45 67", "+46 70 123 45 67", "0046701234567"])
def test_ways_to_reach_a_person_are_found(text):
    assert has_contact(text)


@pytest.mark.parametrize("text", ["Norra sjukhuset", "0,701234567", "12 @ 5", "0701", "2024"])
def test_other_texts_reach_nobody(text):
    assert not has_contact(text)
