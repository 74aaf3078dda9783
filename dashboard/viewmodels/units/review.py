"""A reviewed file in words: whether it can be published, what was found in it, and what it changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dashboard.i18n import Words, words
from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.units.changes import UnitChanges, changes_of
from indicators import Language, Picture, format_number
from intake import UploadFinding, UploadReview

State = Literal["stopped", "ready", "published"]
MOST_SHOWN = 50
MOST_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One thing found: where, what stands there (empty when nothing does), the rule, and what to do."""

    place: str
    found: str
    rule: str
    cure: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """What was found of one severity; `more` says how many are not listed."""

    severity: str
    heading: str
    intro: str
    lines: tuple[FindingLine, ...]
    more: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    """Everything a reader is shown of a review before anything is published."""

    state: State
    heading: str
    told: str
    facts: tuple[Fact, ...]
    is_example: bool
    hidden: str
    groups: tuple[FindingGroup, ...]
    changes: UnitChanges | None


def review_view(review: UploadReview, picture: Picture, language: Language, smallest: int) -> ReviewView:
    """Return a review in words."""
    say, reading = words(language), review.reading
    state: State = "stopped" if reading.is_stopped else "published" if review.published else "ready"
    number = review.published.lstrip("0")
    told = say.count("upload.told.stopped", reading.counts.get("stop", 1)) if state == "stopped" else _told(say, state)
    heading = say("upload.heading.published", number=number) if state == "published" else say(f"upload.heading.{state}")
    return ReviewView(
        state,
        heading,
        told,
        tuple(_facts(review, picture, say)),
        reading.example,
        _hidden(review, say, smallest),
        tuple(_groups(review, picture, language)),
        None if state == "stopped" else changes_of(review.compared, picture, language, smallest),
    )


def _told(say: Words, state: State) -> str:
    return say("upload.told.published") if state == "published" else say("upload.told.ready")


def _facts(review: UploadReview, picture: Picture, say: Words) -> Iterator[Fact]:
    reading = review.reading
    yield Fact(say("upload.fact.region"), picture.areas.by_code[review.region].name)
    yield Fact(say("upload.fact.file"), review.name)
    if reading.read:
        yield Fact("", say.count("upload.fact.read", reading.read))
    if reading.rows:
        yield Fact("", say.count("upload.fact.rows", reading.rows))
    if hidden := reading.small + reading.joined:
        yield Fact("", say.count("upload.fact.hidden", hidden))


def _hidden(review: UploadReview, say: Words, smallest: int) -> str:
    reading = review.reading
    if not reading.small:
        return ""
    return say("upload.hidden", small=reading.small, joined=reading.joined, smallest=smallest)


def _groups(review: UploadReview, picture: Picture, language: Language) -> Iterator[FindingGroup]:
    say, counts = words(language), review.reading.counts
    for severity in ("stop", "held", "note"):
        found = [item for item in review.reading.findings if item.severity == severity]
        if not found:
            continue
        n = max(counts.get(severity, 0), len(found))
        lines = tuple(finding_line(item, picture, language) for item in found[:MOST_SHOWN])
        heading = _severity(severity, n, say)
        intro = say("upload.held_intro") if severity == "held" else ""
        more = say.count("upload.more", n - len(lines)) if n > len(lines) else ""
        yield FindingGroup(severity, heading, intro, lines, more)


def _severity(severity: str, n: int, say: Words) -> str:
    match severity:
        case "stop":
            return say.count("upload.severity.stop", n)
        case "held":
            return say.count("upload.severity.held", n)
        case _:
            return say.count("upload.severity.note", n)


def finding_line(finding: UploadFinding, picture: Picture, language: Language) -> FindingLine:
    """Return one thing found, in words."""
    say = words(language)
    facts = _filled(finding.facts, picture, language)
    found = say("upload.found", found=finding.found) if finding.found else ""
    rule = say(f"upload.finding.{finding.code}.rule", found=finding.found, **facts)
    cure = say(f"upload.finding.{finding.code}.cure", **facts)
    return FindingLine(_place(finding, say), found, rule, cure)


def _place(finding: UploadFinding, say: Words) -> str:
    parts = [
        say("upload.place.sheet", sheet=finding.sheet) if finding.sheet else "",
        say("upload.place.row", row=finding.row) if finding.row else "",
        say("upload.place.column", column=finding.column) if finding.column else "",
        say.count("upload.places", finding.count) if finding.count > 1 else "",
    ]
    text = ", ".join(filter(None, parts)) or say("upload.place.file")
    return text[:1].upper() + text[1:]


def _filled(facts: Mapping[str, Any], picture: Picture, language: Language) -> dict[str, Any]:
    """Facts as they stand in a sentence: ids by their names, numbers in the language's format."""
    say = words(language)
    filled = {name: _number(value, language) if isinstance(value, float) else value for name, value in facts.items()}
    if "meant" in facts:
        known = picture.catalogue.by_id.get(str(facts["meant"]))
        filled["meant"] = say("upload.meant", name=known.name.in_(language)) if known else ""
    if "fields" in facts:
        filled["fields"] = ", ".join(say(f"upload.field.{field}") for field in facts["fields"])
    if "low" in facts:
        filled["range"] = _range(say, facts["low"], facts["high"], language)
    return filled


def _range(say: Words, low: float | None, high: float | None, language: Language) -> str:
    ends = {"low": low, "high": high}
    texts = {name: _number(end, language) for name, end in ends.items() if end is not None}
    which = "both" if len(texts) == len(ends) else next(iter(texts))
    return say(f"upload.range.{which}", **texts)


def _number(value: float, language: Language) -> str:
    decimals = 0 if float(value).is_integer() else MOST_DECIMALS
    return format_number(value, decimals, language)
