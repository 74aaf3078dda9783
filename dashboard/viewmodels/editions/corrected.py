"""Corrections as they are told: of one figure wherever it stands, of a whole page, and all of them for ever.

Whether a figure is corrected is asked in one place, `corrections_of`: every form of a row tells what it answers.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.geometry import MOST_YEARS
from dashboard.viewmodels.subject import Subject, area_name, span_text
from dashboard.viewmodels.subject import subject as subject_of
from indicators import COUNTED, NATION, AssessedRow, Correction, Period, Picture, editions_holding, value_text

CORRECTIONS = "/om/rattelser"
# Pages that tell figures of many indicators at once, and those that tell of one dimension.
WHOLE = ("", "jamfor", "variation", "jamlikhet", "presentera")
MOST_ON_TOP = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A correction on top of a page that shows a figure it concerns, with the way to the whole of it."""

    text: str
    link: str
    href: str


def corrections_of(
    picture: Picture, row: AssessedRow, area: str, period: str, value: float | None
) -> Correction | None:
    """Return the correction of a figure of a row's series as the open edition holds it; None when there is none."""
    return picture.corrections.of(row.indicator, area, period, row.sex, value)


def corrected(subject: Subject, area: str, period: str) -> Correction | None:
    """Return the correction of a value of the subject's series, as the open edition holds it."""
    value = next((value for when, value in subject.comparison.points.get(area, ()) if when == period), None)
    return corrections_of(subject.picture, subject.row, area, period, value)


def corrected_text(subject: Subject) -> str | None:
    """Return the sentences on every corrected figure that the row tells or counts from, the newest first; else None.

    The row's own figure is the newest one where it lacks a value.
    """
    row = subject.row
    period = row.period if row.value is not None or row.last is None else row.last[0]
    own = corrected(subject, row.area, period or "")
    found = (*((own,) if own else ()), *(item for *_, item in used(subject)))
    told = {item.id: sentences(item, subject.words) for item in found}
    return " ".join(told.values()) or None


def used(subject: Subject) -> Iterator[tuple[str, str, Correction]]:
    """Yield area, period and correction of each figure that a row uses: its value, what its change is counted from, and
    the years that its line and the nation's draw.

    What is doubted is marked in its own row, and used nowhere.
    """
    row, last = subject.row, subject.row.period or ""
    base = row.previous[0] if row.previous and row.change.verdict == COUNTED else ""
    drawn = str(Period.parse(last).year - MOST_YEARS + 1) if last else ""
    for area in dict.fromkeys((row.area, NATION)):
        for period, value in reversed(subject.comparison.points.get(area, ())):
            is_base = period == base and area == row.area
            if is_base or (drawn <= period <= last and subject.is_sound_at(area, period, value)):
                found = corrections_of(subject.picture, row, area, period, value)
                if found is not None:
                    yield area, period, found


def base_note(subject: Subject) -> str:
    """Return in few words that the value which a row's change is counted from is corrected; else nothing."""
    row = subject.row
    if row.previous is None or row.change.verdict != COUNTED:
        return ""
    period = row.previous[0]
    return (
        subject.words("corrected.note_base", period=subject.period(period))
        if corrected(subject, row.area, period)
        else ""
    )


def corrected_note(subject: Subject, area: str, period: str) -> str:
    """Return the short form, for a cell: «rättelse: rätt tal är 55,2»; empty when the value is not corrected."""
    found = corrected(subject, area, period)
    if found is None:
        return ""
    right = next(item.right for item in found.figures if (item.area, item.period) == (area, period))
    key = "corrected.note_unknown" if right is None else "corrected.note"
    return subject.words(key, right="" if right is None else subject.number(right))


def sentences(found: Correction, say: Words) -> str:
    """Return the three public sentences as one text."""
    told = " ".join(item.in_(say.language) for item in found.sentences)
    return say("corrected.text", date=found.corrected_on.isoformat(), told=told)


def on_page(picture: Picture, question: Question, path: str) -> tuple[Told, ...]:
    """Return the corrections of figures that the page at an address shows, the newest first."""
    say, fresh = words(question.lang), Question(lang=question.lang, edition=question.edition)
    found = [item for item in picture.corrections.corrections if _is_shown(picture, question, path, item)]
    told = [
        Told(sentences(item, say), say("corrected.link"), f"{link(CORRECTIONS, fresh)}#{item.id}")
        for item in found[:MOST_ON_TOP]
    ]
    more = len(found) - MOST_ON_TOP
    rest = (
        (Told(say.count("corrected.more", more), say("corrected.link"), link(CORRECTIONS, fresh)),) if more > 0 else ()
    )
    return (*told, *rest)


def _is_shown(picture: Picture, question: Question, path: str, found: Correction) -> bool:
    """Whether a page tells a figure that a correction concerns: one indicator's page all years, others the newest."""
    definition = picture.catalogue.by_id.get(found.indicator)
    kind, _, code = path.strip("/").partition("/")
    if definition is None:
        return False
    if kind == "indikator" and code:
        return picture.catalogue.main_id(definition.id) == picture.catalogue.main_id(code) and _holds(picture, found)
    if kind not in (*WHOLE, "region", "dimension"):
        return False
    if kind == "dimension" and code not in ("", definition.dimension):
        return False
    areas = {code} if kind in ("region", "jamfor") and code else {figure.area for figure in found.figures}
    return any(_is_used(picture, question, found, area) for area in sorted(areas))


def _is_used(picture: Picture, question: Question, found: Correction, area: str) -> bool:
    definition = picture.catalogue.by_id[found.indicator]
    headline = picture.scorecard(question.as_of).headlines.get((found.indicator, question.sex))
    # Most are told from what is read at a start: no row is looked up for them. Rows that were published by other rules
    # may count from what is doubted now.
    is_kept = picture.as_published is not None
    known = {
        (figure.area, figure.period)
        for figure in found.figures
        if figure.area in (area, NATION)
        and figure.sex == question.sex
        and figure.period <= (headline or "")
        and (is_kept or definition.is_sound(figure.area, figure.period, figure.wrong))
    }
    main = picture.catalogue.main_id(found.indicator)
    if not known or main not in picture.catalogue.by_id:
        return False
    shown = subject_of(picture, question, main, area)
    return (
        shown is not None
        and shown.row.indicator == found.indicator
        and any((where, period) in known for where, period, _ in used(shown))
    )


def _holds(picture: Picture, found: Correction) -> bool:
    """Whether the open edition still holds one of the wrong figures."""
    definition = picture.catalogue.by_id[found.indicator]
    values = {
        (area, period, sex): value
        for key in definition.series
        for (sex, area), points in picture.edition.store.series(key.provider, key.key).points.items()
        for period, value in points
    }
    places = ((item, values.get((item.area, item.period, item.sex))) for item in found.figures)
    return any(picture.corrections.of(found.indicator, i.area, i.period, i.sex, value) for i, value in places)


@dataclass(frozen=True, slots=True)
class CorrectedItem:
    """One figure that is wrong, unrounded in the indicator's unit and in words; `right` None where it is not known."""

    area: str
    name: str
    period: str
    sex: str
    wrong: float
    right: float | None
    wrong_text: str
    right_text: str


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One correction: what it concerns, the three sentences, and the facts."""

    id: str
    indicator: str
    heading: str
    href: str
    sentences: tuple[str, ...]
    cause: str
    found_by: str
    found_on: str
    corrected_on: str
    editions: tuple[str, ...]
    figures: tuple[CorrectedItem, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """All corrections that were ever made, the newest first."""

    lang: str
    text: str
    corrections: tuple[CorrectionView, ...]


def corrections_view(picture: Picture, question: Question) -> CorrectionsView:
    """Return every correction in one language."""
    say = words(question.lang)
    found = tuple(_view(picture, item, question, say) for item in picture.corrections.corrections)
    return CorrectionsView(say.language, say.count("corrected.count", len(found)), found)


def _view(picture: Picture, found: Correction, question: Question, say: Words) -> CorrectionView:
    definition = picture.catalogue.by_id.get(found.indicator)
    name = definition.short_name.in_(say.language) if definition else found.indicator
    main = picture.catalogue.main_id(found.indicator) if definition else found.indicator
    return CorrectionView(
        id=found.id,
        indicator=found.indicator,
        heading=f"{name}, {', '.join(found.periods)}",
        href=link(f"/indikator/{main}", Question(lang=question.lang, edition=question.edition)),
        sentences=tuple(item.in_(say.language) for item in found.sentences),
        cause=found.cause.in_(say.language),
        found_by=found.found_by.in_(say.language),
        found_on=found.found_on.isoformat(),
        corrected_on=found.corrected_on.isoformat(),
        editions=editions_holding(found, picture.corrections, picture.catalogue),
        figures=tuple(_items(picture, found, say)),
    )


def _items(picture: Picture, found: Correction, say: Words) -> Iterator[CorrectedItem]:
    definition = picture.catalogue.by_id.get(found.indicator)

    def told(value: float | None) -> str:
        if value is None:
            return say("corrected.unknown")
        return value_text(value, definition, say.language) if definition else f"{value:g}"

    for item in found.figures:
        period = span_text(item.period, definition, say) if definition else item.period
        name = f"{area_name(picture, item.area, say)}, {period}"
        sex = "" if item.sex == "T" else f", {say(f'sex.{item.sex}').lower()}"
        values = (item.wrong, item.right, told(item.wrong), told(item.right))
        yield CorrectedItem(item.area, f"{name}{sex}", item.period, item.sex, *values)
