"""The tables of one region's comparison, to be taken home: its rows as a table, and the scatter's."""

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.compare.rows import compare_view
from dashboard.viewmodels.compare.scatter import scatter_view
from dashboard.viewmodels.compare.tables import compare_tables
from dashboard.viewmodels.compare.views import CompareRow, CompareView
from dashboard.viewmodels.tables import Cell, Column, TableGroup, TableRow, TableView
from dashboard.viewmodels.take_home import Taken, taken
from indicators import Picture

ROWS = "rows"
FIELDS = ("indicator", "own", "middle", "gap", "side", "best")


def compare_taken(picture: Picture, question: Question, code: str) -> Taken:
    """Return the page's tables and their sources."""
    view = compare_view(picture, question, code)
    scatter = taken(
        compare_tables(picture, question, code),
        None if view.empty else view,
        scatter_view(picture, question, code),
    )
    rows = {} if view.empty else {ROWS: rows_table(view, question)}
    return Taken({**rows, **scatter.tables}, scatter.sources)


def rows_table(view: CompareView, question: Question) -> TableView:
    """Return the rows of a comparison as a table: what the script shows of them without the pictures."""
    say = words(question.lang)
    columns = tuple(Column(say(f"compare.column_{name}")) for name in FIELDS)
    groups = tuple(
        TableGroup(group.title, tuple(map(_row, group.rows)), is_section=group.is_section) for group in view.groups
    )
    return TableView(view.caption, columns, groups, (*view.notes, view.source))


def _row(row: CompareRow) -> TableRow:
    best = f"{row.best.text}, {row.best_text}" if row.best else row.best_text
    name = Cell(row.name.text, href=row.name.href, note=row.period)
    side = Cell(row.side.text, symbol=row.side.symbol, note=row.side.reason)
    return TableRow((name, row.value_text, row.middle_text, row.gap_text, side, best))
