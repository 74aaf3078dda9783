"""Which series of an indicator the page shows, and what its parts have in common."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.query import Question
from dashboard.viewmodels.indicator.views import Level
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.sentences import Piece, listed
from dashboard.viewmodels.sentences import unbroken as unbroken
from dashboard.viewmodels.subject import Subject, subject
from indicators import NATION, UNITS, Picture, Sex

SEPARATORS = {"sv": ",\u202f", "en": ".,"}
MOST_NAMED = 3


def asked_series(picture: Picture, question: Question, code: str) -> str:
    """Return the series an address names: by its parameter, or by a path that is a twin's id; else empty."""
    indicator = picture.catalogue.main_id(code)
    known = {item.id for item in picture.catalogue.series_of(indicator)}
    if question.series in known:
        return question.series
    return code if code != indicator else ""


def focus(picture: Picture, question: Question, code: str) -> Subject | None:
    """Return the nation's subject of the series the page shows; None when no period is early enough.

    When the sex asked for is not published, the subject is of one that is: `subject.row.sex` tells which.
    """
    indicator = picture.catalogue.main_id(code)
    series = asked_series(picture, question, code)
    sexes: tuple[Sex, ...] = (question.sex, "T", "F", "M")
    found = (subject(picture, replace(question, sex=sex), indicator, NATION, series) for sex in sexes)
    return next((item for item in found if item is not None), None)


def shown_question(picture: Picture, question: Question, code: str) -> Question | None:
    """Return the question that names the series and sex the page shows; None when no period is early enough."""
    whole = focus(picture, question, code)
    return None if whole is None else replace(whole.question, series=whole.definition.id, sex=whole.row.sex)


def region(whole: Subject, code: str) -> Subject:
    """Return the subject of one region in the same series."""
    rows = whole.picture.scorecard(whole.question.as_of).rows
    return replace(whole, row=rows[whole.definition.id, whole.row.sex, code])


def levels(whole: Subject) -> tuple[Level, ...]:
    """Return the yardsticks that may be drawn: the nation, the target, and the international value where comparable."""
    row = make_row(whole)
    found: list[Level] = []
    if whole.comparison.nation is not None:
        found.append(Level("nation", whole.comparison.nation, nation_text(whole)))
    if row.target.value is not None:
        found.append(Level("target", row.target.value, row.target.mark, row.target.dashed))
    if row.international.x is not None and row.international.value is not None:
        text = f"{row.international.label}: {whole.number(row.international.value)}"
        found.append(Level("international", row.international.value, text))
    return tuple(found)


def nation_text(whole: Subject) -> str:
    """Return the nation's name and value, e.g. «Riket 47,6»."""
    nation = whole.comparison.nation
    value = "" if nation is None else whole.number(nation)
    return f"{whole.words('figure.nation')} {value}".strip()


def unit_name(whole: Subject) -> str:
    """Return the unit as it stands alone."""
    return UNITS[whole.definition.unit].name.in_(whole.words.language)


def axis_end(whole: Subject) -> str:
    """Return what is written at the right end of an axis of values: that it is the better one, where one is."""
    return whole.words("figure.higher" if whole.definition.direction == "none" else "drawing.better")


def short_name(whole: Subject) -> str:
    """Return the indicator's short name."""
    return whole.indicator.short_name.in_(whole.words.language)


def best_first(whole: Subject, values: dict[str, float]) -> list[str]:
    """Return areas by value, the better first; without direction the higher first. Equal values keep their order."""
    sign = 1 if whole.definition.direction == "lower" else -1
    return sorted(values, key=lambda code: sign * values[code])


def area_names(whole: Subject, codes: Sequence[str]) -> str:
    """Return areas' names as a person would list them; when they are many, their number."""
    if len(codes) > MOST_NAMED:
        return whole.words.count("count.regions", len(codes))
    by_code = whole.picture.areas.by_code
    named = [(Piece(by_code[code].short_name), "") for code in codes]
    return "".join(piece.text for piece in listed(named, whole.words))


def holding(values: dict[str, float], value: float) -> list[str]:
    """Return the areas that have just this value."""
    return [code for code, found in values.items() if found == value]


def mean_note(whole: Subject) -> tuple[str, ...]:
    """Return what a period's name stands for where it is a mean of several years; else nothing."""
    period = whole.definition.period
    return (period.note.in_(whole.words.language),) if period.overlaps else ()


Place = tuple[str, str, float]


def unsound_notes(whole: Subject, found: Sequence[Place]) -> Iterator[str]:
    """Yield what the hollow marks of (area, period, value) stand for, and why they are hollow."""
    doubted, checked = _unsound(whole, found)
    if doubted:
        yield whole.words("indicator.doubtful_dots")
    if checked:
        yield whole.words("indicator.checked_dots")
    yield from unsound_reasons(whole, found)


def unsound_reasons(whole: Subject, found: Sequence[Place]) -> Iterator[str]:
    """Yield why values of (area, period, value) are not judged, each reason once."""
    doubted, checked = _unsound(whole, found)
    yield from dict.fromkeys(whole.unsound_reason(*one) for one in doubted)
    yield from _checked(whole, [one[:2] for one in checked])


def _unsound(whole: Subject, found: Sequence[Place]) -> tuple[list[Place], list[Place]]:
    """The doubtful ones, and those that are being checked."""
    doubted = [one for one in found if not whole.definition.is_sound(*one)]
    return doubted, [one for one in found if one not in doubted and whole.is_checked(*one[:2])]


def _checked(whole: Subject, places: Sequence[tuple[str, str]]) -> Iterator[str]:
    """For each reason the regions whose values are checked for it, by name."""
    checks, by_reason = whole.picture.checks(whole.question.as_of), dict[str, list[str]]()
    for area, period in places:
        reason = checks.reasons(whole.definition.id, area, period)[0]
        by_reason.setdefault(reason, []).append(whole.picture.areas.by_code[area].short_name)
    for code, regions in by_reason.items():
        names = "".join(piece.text for piece in listed([(Piece(name), "") for name in regions], whole.words))
        yield whole.words("indicator.checked_note", regions=names, reason=whole.words(f"matters.reason_{code}"))
