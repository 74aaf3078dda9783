"""The table of promises in docs/benchmarks.md, between two markers."""

from pathlib import Path

from tests.bench.figures import table

BENCHMARKS = Path(__file__).parents[2] / "docs" / "benchmarks.md"
BEGINS, ENDS = "<!-- bench -->", "<!-- /bench -->"


def write(outcomes, told, path=BENCHMARKS):
    """Put the figures in the place of what stood between the markers. Raises SystemExit without both markers."""
    text = path.read_text(encoding="utf-8")
    before, begins, rest = text.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not begins or not ends:
        raise SystemExit(f"{path.name}: {BEGINS} and {ENDS} must stand there, around the table")
    figures = [figure for outcome in outcomes for figure in outcome.figures]
    path.write_text(f"{before}{BEGINS}\n{told}\n\n{table(figures)}\n{ENDS}{after}", encoding="utf-8")
