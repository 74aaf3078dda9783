"""What has changed since the period before, without the unit that stands beside the value already."""

from collections.abc import Iterator, Sequence

from dashboard.query import Question
from dashboard.viewmodels.contract import Row
from dashboard.viewmodels.subject import subject
from indicators import Picture

# Between a difference and its unit, which a line never breaks apart.
NO_BREAK = "\u00a0"


def changes(picture: Picture, question: Question, area: str, rows: Sequence[Row]) -> Iterator[str]:
    """Yield each row's change in few words, nothing where the row tells of none."""
    for row in rows:
        known = subject(picture, question, row.indicator, area)
        if known is None or not row.change_text or known.row.value is None or known.row.previous is None:
            yield ""
            continue
        period, before = known.row.previous
        number = known.difference(known.row.value - before).partition(NO_BREAK)[0]
        yield known.words("report.change", change=number, period=known.period(period))
