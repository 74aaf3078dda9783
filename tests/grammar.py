"""A strict reader of generated sentences: each rule names what is wrong with one, in Swedish or English."""

import re

from indicators.areas import AREAS

SPACE = "[ \u00a0\u202f]"
PLACES = tuple(area.name for area in AREAS.regions)
# One and many of what is counted; "mått" and "år" are the same in both.
COUNTED = {
    "sv": {
        "procentenhet": "procentenheter",
        "indexenhet": "indexenheter",
        "dag": "dagar",
        "kommun": "kommuner",
        "region": "regioner",
        "gällande målnivå": "gällande målnivåer",
        "månad": "månader",
    },
    "en": {
        "percentage point": "percentage points",
        "index point": "index points",
        "day": "days",
        "year": "years",
        "municipality": "municipalities",
        "region": "regions",
        "value": "values",
        "target level": "target levels",
        "month": "months",
    },
}
OWNED = {"sv": "kommuner|mått|värde|resultat", "en": "municipalities|indicators|value|results"}
OTHERS_WORDS = {
    "sv": r"\b(the|and|is|are|of|Sweden|against|worse)\b",
    "en": r"\b(och|eller|är|inte|mot|av|riket|kommunerna|regionerna|sämre)\b",
}
FORBIDDEN = (
    r"katastrof|\bras(ar|at|ade|a)\b|skandal|\bkris|alarmerande|chock|usel|\bsämst\b|signifikan|konfiden|statistiskt"
    r"|disast|catastroph|plummet|collaps|scandal|\bcrisis|alarming|shocking|\bworst\b|significan|confiden"
)


def faults(text, language):
    """Return the name of every rule that a sentence, or several in a row, breaks."""
    return [name for name, breaks in RULES.items() if breaks(text, language)]


def _number(text, language, one):
    """Whether a count of one has a word of many, or the other way round."""
    for single, many in COUNTED[language].items():
        # 1 alone is one; 1,0 and 21 and 1 000 are many.
        alone = rf"(?<![\d,.\u202f])(?<!\d[ \u00a0])[−+]?1{SPACE}"
        several = rf"(?:(?<![\d,.])(?!1{SPACE})\d+|\d[,.]\d+){SPACE}"
        wrong = rf"{alone}{many}\b" if one else rf"{several}{single}\b"
        if re.search(wrong, text):
            return True
    return False


def _genitive(text, language):
    owned = OWNED[language]
    for place in PLACES:
        if re.search(rf"{place}{SPACE}(?:{owned})\b|{place}ss\b", text):
            return True
        if re.search(rf"{place}’s" if language == "sv" else rf"{place}s\b", text):
            return True
    return False


def _decimals(text, language):
    wrong = r"\d\.\d" if language == "sv" else r"\d,\d{1,2}(?!\d)"
    return bool(re.search(wrong, text))


def _percent(text, language):
    return bool(re.search(r"\d%" if language == "sv" else rf"\d{SPACE}%", text))


RULES = {
    "begins without a capital": lambda text, _: not text or not (text[0].isupper() or text[0].isdigit()),
    "ends without a full stop": lambda text, _: not text.endswith(".") or text.endswith(".."),
    "two spaces": lambda text, _: bool(re.search(f"{SPACE}{{2,}}", text)) or text != text.strip(),
    "a space before its sign": lambda text, _: bool(re.search(rf"{SPACE}[.,;:)]|\({SPACE}|[(]\)", text)),
    "a word twice": lambda text, _: bool(re.search(rf"\b([^\W\d]+){SPACE}\1\b", text, re.IGNORECASE)),
    "a unit and a bare year": lambda text, _: bool(re.search(rf"\d{SPACE}(?:år|years?){SPACE}(?:19|20)\d\d\b", text)),
    "an unfilled place": lambda text, _: bool(re.search(r"[{}\ufffc]|\bNone\b(?! of)|\bnan\b", text)),
    "a forbidden word": lambda text, _: bool(re.search(FORBIDDEN, text, re.IGNORECASE)),
    "decimals of the other language": _decimals,
    "a hyphen for a minus": lambda text, _: bool(re.search(r"(?<![\w–])-\d", text)),
    "one with a word of many": lambda text, language: _number(text, language, one=True),
    "many with a word of one": lambda text, language: _number(text, language, one=False),
    "a name without its genitive": _genitive,
    "per cent written as in the other language": _percent,
    "a bracket without its other": lambda text, language: (
        text.count("(") != text.count(")")
        or (text.count("”") + text.count("“")) % 2 == 1
        or (language == "en" and text.count("“") != text.count("”"))
    ),
    "a new sentence without a capital": lambda text, _: bool(re.search(rf"\.{SPACE}[a-zåäö]", text)),
    "words of the other language": lambda text, language: bool(re.search(OTHERS_WORDS[language], text)),
}
