"""What became of a value after it was published: its publisher changed it, or it was corrected here."""

from dashboard.viewmodels.editions.corrected import corrected_note
from dashboard.viewmodels.subject import Subject
from indicators import Revision


def revision(subject: Subject, area: str, period: str) -> Revision | None:
    """Return the last revision of a value of the subject's series that a reader can see, else None.

    A change beyond the decimals that are shown is kept in the edition, and says nothing here.
    """
    for key in subject.definition.series:
        found = subject.picture.edition.revisions.of(key.provider, key.key).get((subject.row.sex, area, period))
        if found and (found.new is None or subject.number(found.old) != subject.number(found.new)):
            return found
    return None


def revised_text(subject: Subject, area: str, period: str) -> str | None:
    """Return what is said of a revised value: the old, the new, when and from which edition on; None when it is not."""
    found = revision(subject, area, period)
    if found is None:
        return None
    words, old = subject.words, subject.text(found.old)
    if found.new is None:
        return words("revised.withdrawn", old=old, date=found.date, edition=found.edition)
    return words("revised.text", old=old, new=subject.text(found.new), date=found.date, edition=found.edition)


def revised_note(subject: Subject, area: str, period: str) -> str:
    """Return the short form, for a cell: «reviderad, tidigare 55,2», or that it is corrected; else empty."""
    found = revision(subject, area, period)
    revised = subject.words("revised.note", old=subject.number(found.old)) if found else ""
    return ", ".join(filter(None, (corrected_note(subject, area, period), revised)))
