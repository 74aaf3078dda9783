"""An edition with groups, made for the tests: one indicator by education and by income."""

import datetime as dt
import gzip

from indicators import Catalogue, Picture
from indicators.areas import AREAS
from indicators.digest import assessment_digest
from intake import Plan, build_edition
from tests.builders import FIGURES_HEADER, definition, figure_line, figure_lines, reference, write_figures

HEADER = f"{FIGURES_HEADER},group,numerator,denominator"
EDUCATION = {"education:low": 60, "education:middle": 70, "education:high": 80}
FIFTHS = {f"income:{name}": 50 + 5 * step for step, name in enumerate(("lowest", "low", "middle", "high", "highest"))}
YEARS = ("2019", "2024", "2025")


def grouped(group, value, **changes):
    """One line of one group, with counts of a thousand people unless told otherwise."""
    n = changes.pop("n", 1000)
    counts = f"{round(value * n / 100)},{n}" if n else ","
    return f"{figure_line(value=str(value), **changes)},{group},{counts}"


def group_lines():
    """Education in the nation and Stockholm, few answers in Gotland; income in the nation only."""
    for place, (area, level) in enumerate((("00", "nation"), ("01", "region"))):
        for step, year in enumerate(YEARS):
            for group, value in EDUCATION.items():
                low = -4 * step if group == "education:low" else 0
                yield grouped(group, value + place + low, area=area, level=level, period=year)
    for group, value in EDUCATION.items():
        yield grouped(group, value, area="09", n=20)
    for group, value in FIFTHS.items():
        yield grouped(group, value, area="00", level="nation")


def write(folder, lines=None):
    """A folder of figures with groups."""
    write_figures(folder)
    everybody = [f"{line},,," for line in figure_lines()]
    body = "\n".join([HEADER, *everybody, *(group_lines() if lines is None else lines), ""])
    (folder / "observations.csv.gz").write_bytes(gzip.compress(body.encode(), mtime=0))
    return folder


def make(folder, item=None, lines=None):
    """The picture of an edition with groups."""
    catalogue, judged = Catalogue((item or definition(),)), reference()
    plan = Plan(write(folder / "figures", lines), folder / "store", "2026-11", dt.date(2026, 11, 21))
    edition = build_edition(plan, catalogue, judged)
    return Picture(catalogue, judged, edition, AREAS, assessment_digest(catalogue, judged))
