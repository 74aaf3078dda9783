"""The other series of an indicator's pair: what it says, and what it has that the row's own series lacks."""

from dashboard.query import link
from dashboard.viewmodels.subject import Subject, source_text, span_text
from indicators import NATION, Definition, value_text

NEVER, UNPUBLISHED = "sexes.never", "inside.unpublished"


def twin_text(subject: Subject) -> str:
    """Return what the indicator's other series says, and how the two differ; empty without one."""
    words = subject.words
    other = _other(subject)
    if other is None:
        return ""
    twin = next(d for d in (other, subject.definition) if d.twin is not None).twin
    note = twin.note.in_(words.language) if twin else ""
    row = subject.picture.scorecard(subject.question.as_of).row(other.id, subject.row.sex, subject.row.area)
    if row is None or row.value is None:
        return words("twin.silent", source=source_text(other, words), note=note)
    value, period = value_text(row.value, other, words.language), span_text(row.period or "", other, words)
    return words("twin.says", source=source_text(other, words), value=value, period=period, note=note)


def twin_href(subject: Subject) -> str:
    """Return the address of the indicator's page by its other series; empty without one."""
    other = _other(subject)
    if other is None:
        return ""
    regions = () if subject.row.area == NATION else (subject.row.area,)
    return link(f"/indikator/{subject.indicator.id}", subject.question, series=other.id, regions=regions)


def sexes_elsewhere(subject: Subject) -> str:
    """Return which other series has women and men, and to which period; empty where the row's own has, or none."""
    other = _other(subject)
    if other is None or subject.row.sexes.reason.key != NEVER:
        return ""
    headlines = subject.picture.scorecard(subject.question.as_of).headlines
    found = [headlines.get((other.id, "F")), headlines.get((other.id, "M"))]
    known = [period for period in found if period is not None]
    return _told(subject, other, "sexes", min(known)) if len(known) == len(found) else ""


def inside_elsewhere(subject: Subject) -> str:
    """Return which other series has municipalities, and to which period; empty where the row's own has, or none."""
    other = _other(subject)
    if other is None or subject.row.inside.judgement.reason.key != UNPUBLISHED:
        return ""
    row = subject.picture.scorecard(subject.question.as_of).row(other.id, subject.row.sex, subject.row.area)
    period = row.inside.period if row else None
    return _told(subject, other, "inside", period) if period else ""


def _told(subject: Subject, other: Definition, what: str, period: str) -> str:
    facts = {"source": source_text(other, subject.words), "period": span_text(period, other, subject.words)}
    return subject.words(f"twin.{what}", **facts)


def _other(subject: Subject) -> Definition | None:
    series = subject.picture.catalogue.series_of(subject.indicator.id)
    return next((item for item in series if item.id != subject.definition.id), None)
