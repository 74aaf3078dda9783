"""Personal numbers, and ways to reach a person: what must never be in a file of unit data."""

import datetime as dt
import re

from stdnum import luhn
from stdnum.exceptions import ValidationError
from stdnum.se import personnummer

SPACES = " \u00a0\u2009\u202f"
# A dash may be typed as a hyphen, an en dash or a minus sign; digits may stand in pairs or apart.
DASHES = "-+\u2010\u2011\u2012\u2013\u2212"
# Six or eight digits of the date, perhaps a sign, and the last four; no part of a longer number or of decimals.
PATTERN = re.compile(
    rf"(?<![\d])(?<!\d[.,])(\d{{2}}[{SPACES}]?)?(\d{{2}})[{DASHES}{SPACES}]?(\d{{2}})[{DASHES}{SPACES}]?(\d{{2}})"
    rf"[{SPACES}]?([{DASHES}]?)[{SPACES}]?(\d{{2}}[{SPACES}]?\d{{2}})(?:\.0)?(?![\d])(?![.,]\d)"
)
# What is worth a closer look: at least ten digits with nothing but such signs between them. Most texts have none.
LONG_ENOUGH = re.compile(rf"(?:\d[.,])?\d(?:[{DASHES}{SPACES}]{{0,3}}\d){{9,}}(?:[.,]\d)?")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    rf"(?<![\w.,])(?:\+46[{SPACES}]?(?:\(0\))?|0046|0)[{SPACES}]?7\d[{SPACES}-]?(?:\d[{SPACES}-]?){{7}}(?![\w.,])"
)
COORDINATION = 60
EARLIEST = dt.date(1890, 1, 1)
MASK = "••••••-••••"


def has_personal_number(text: str) -> bool:
    """Return whether a text holds a Swedish personal or coordination number, in any of the ways it is written."""
    return any(_holds_one(text[match.start() : match.end()]) for match in LONG_ENOUGH.finditer(text))


def _holds_one(digits: str) -> bool:
    plain = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in digits)
    start = 0
    while match := PATTERN.search(plain, start):
        if _is_valid(match):
            return True
        start = match.start() + 1
    return False


def _is_valid(match: re.Match[str]) -> bool:
    century, year, month, day, sign, last = (re.sub(r"\s", "", part or "") for part in match.groups())
    # A coordination number's day is the day of birth plus 60; its check digit is made with the 60 in.
    born = int(day) - COORDINATION if int(day) > COORDINATION else int(day)
    try:
        date = personnummer.get_birth_date(f"{century}{year}{month}{born:02d}{'+' if sign == '+' else '-'}{last}")
    except ValidationError:
        return False
    # Only a written century tells which year is meant; without it the nearest that fits is taken for granted.
    known = not century or EARLIEST <= date <= dt.datetime.now(dt.UTC).date()
    return known and luhn.is_valid(f"{year}{month}{day}{last}")


def has_contact(text: str) -> bool:
    """Return whether a text holds an address of e-mail or a mobile phone number."""
    return ("@" in text and EMAIL.search(text) is not None) or PHONE.search(text) is not None
