"""What is asked of a text about a figure; each rule has a name and is proved by a planted fault."""

import re
import tomllib
from pathlib import Path
from types import MappingProxyType

BARRED = tomllib.loads((Path(__file__).parents[1] / "barred_words.toml").read_text(encoding="utf-8"))["barred"]
PATTERNS = [(one, re.compile(one["pattern"], re.IGNORECASE)) for one in BARRED]
BLANKS = " \u00a0\u202f"
SPACE = f"[{BLANKS}]"
UNIT = rf"(?:{SPACE}?%|{SPACE}(?:dagar|days|år|years|kr|SEK|per{SPACE}[\d{BLANKS},]+(?:platser|beds)?))"
NUMBER = rf"[−+]?\d[\d{BLANKS}]*(?:[,.]\d+)?"
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NATION = re.compile(
    r"\b(?:riket|rikets|the nation|the nation’s|Sweden|mittersta regionen|the middle region)\b", re.IGNORECASE
)
# A difference inside a region is held against its own municipalities.
INSIDE_MEAN = re.compile(
    r"(?:kommunernas|deras) medelvärde|their mean|municipalities’ mean|mean of the municip", re.IGNORECASE
)
FIGURE = re.compile(rf"{NUMBER}{UNIT}")
TWO_LEVELS = re.compile(r"(?:riket|the nation)[^.;]*\d[^.;]*(?:→|till \d|to \d)", re.IGNORECASE)
UNIT_TWICE = re.compile(
    rf"(?:mellan|between|från|from) {NUMBER}(?P<unit>{UNIT}) (?:och|and|till|to) {NUMBER}(?P=unit)(?! ?\()"
)
SAME_UNIT = re.compile(r"%\s*%|\b(dagar|days|procent|procentenheter|år)\s+\1\b")
EMPTY = re.compile(r"^\s*[:;,.]\s|\b(?:Gäller|Applies to)\s*\.|\(\s*\)|:\s*\.|«»|””|“”")
MANY = "värden|mått är|regioner|kommuner|enheter|signaler|values|units|regions|municipalities|measures"
ONE_OF_MANY = re.compile(rf"(?<![\d,.\u00a0\u202f–−])1{SPACE}(?:{MANY})\b")
MOST_WORDS = 30
SENTENCES = ("sheet.sentences", "rows.rows.trend.reason", "rows.rows.change_reason", "country.groups")
# Where sentences about a figure stand by themselves: no head above them says the year.
ALONE = (
    "rows.rows.summary",
    "rows.rows.inside.text",
    "rows.rows.trend.summary",
    "sheet.sentences.text",
    "sheet.groups.rows.dots.alt",
    "sheet.groups.rows.trend.alt",
    "deck.slides.chart.alt",
)
# Of a region each of these tells a signal: its year, and the nation beside it.
SIGNALS = re.compile(
    r"^(?:signals\.(?:signals|focus|shared)(?:\.with)?\.sentence"
    r"|(?:brief|visit)\.(?:subjects|shared)\b.*\.(?:said|sentences\.pieces)"
    r"|(?:brief|visit)\.groups\.findings\.sentence\.(?:pieces|visit)|lines\..*(?:said|text))$"
)
NATION_CODE = "00"


def sentences(text):
    return [one for one in re.split(rf"(?<=[.!?]){SPACE}+(?=[A-ZÅÄÖ])", text) if one]


def words_in(sentence):
    """The words; a number with its spaces is one."""
    return [
        one
        for one in re.split(r"[ \n]+", re.sub(r"(?<=\d)[\u00a0\u202f](?=\d)", "", sentence))
        if re.search(r"\w", one)
    ]


def is_list(sentence):
    """A list of measures: two or more of them, each with the nation's figure beside its own."""
    return sentence.count(";") >= 2 or len(re.findall(r"\((?:riket|the nation) \d", sentence)) >= 2


def has_no_year(one):
    is_asked = one.where.startswith(ALONE) or SIGNALS.search(one.where)
    return bool(is_asked and FIGURE.search(one.text) and not YEAR.search(one.text))


def has_no_nation(one):
    is_asked = one.area != NATION_CODE and SIGNALS.search(one.where)
    return bool(is_asked and FIGURE.search(one.text) and not (NATION.search(one.text) or INSIDE_MEAN.search(one.text)))


def is_long(one):
    if not (SIGNALS.search(one.where) or one.where.startswith(SENTENCES)):
        return False
    return any(len(words_in(part)) > MOST_WORDS and not is_list(part) for part in sentences(one.text))


def barred(one):
    """The item that bars a word of the text, or ""."""
    for rule, pattern in PATTERNS:
        if (rule["where"] == "everywhere" or one.is_for_visit) and pattern.search(one.text):
            return f"item {rule['item']}: {pattern.search(one.text).group()}"
    return ""


def tells_held_back(one, held_back):
    """Whether a text prints two national levels of a measure whose national change is under check."""
    if one.area == NATION_CODE:
        return False
    if one.measure in held_back:
        return bool(TWO_LEVELS.search(one.text))
    # A sheet's text tells of several measures, each in a sentence that begins with its name.
    named = tuple(f"{name}:" for name in held_back.get("names", ()))
    return any(TWO_LEVELS.search(part) for part in sentences(one.text) if part.startswith(named))


def faults(one, held_back=MappingProxyType({})):
    """The name of every rule a text breaks. `held_back`: measures whose national change is under check, and `names`."""
    found = {
        "no year": has_no_year(one),
        "no nation": has_no_nation(one),
        "more than thirty words": is_long(one),
        "unit twice": bool(UNIT_TWICE.search(one.text) or SAME_UNIT.search(one.text)),
        "empty lead": bool(EMPTY.search(one.text)),
        "one with a word of many": bool(ONE_OF_MANY.search(one.text)),
        "held-back national change": tells_held_back(one, held_back),
    }
    word = barred(one)
    return [name for name, is_so in found.items() if is_so] + ([word] if word else [])
