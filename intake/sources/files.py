"""A folder of figures: one table of observations, as `halsodialog edition build` reads it too."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import get_args

from indicators.definition import Level, Sex
from indicators.groups import OBSERVED
from indicators.periods import FORMS
from indicators.text import Strict
from intake.formats.fetching import Fetcher
from intake.formats.numbers import point_number
from intake.formats.places import Place, places
from intake.formats.rows import Row, Said, row
from intake.formats.shape import Shape
from intake.formats.wanted import Wanted
from intake.http.body import Body
from intake.http.strict_csv import read_csv

NAME = "files"
# A folder is asked for no site.
SITES = ()
# The whole file is read for each batch, so that all series are one.
SERIES_A_BATCH = 10_000
FILE = "observations.csv.gz"
NEEDED = ("provider", "key", "area", "level", "period", "frequency", "sex", "value", "vintage")
PERIODS = {frequency: FORMS[frequency] for frequency in ("year", "month")}
VINTAGE = re.compile(r"\d{4}-\d{2}(-\d{2})?")


class Ask(Strict):
    """Nothing: the file names each series by its publisher and key."""


def fetch(client: Fetcher, wanted: Sequence[Wanted]) -> Iterator[Body]:
    """Give the file. Raises RefusedError."""
    if wanted:
        yield client.file(FILE).asked({(item.provider, item.key): item for item in wanted})


def read(body: Body) -> Iterator[Row]:
    """Give the file's rows of the series that are wanted, with the vintage the file states. Raises RefusedError."""
    shape, series = Shape(body), body.about
    known = places("scb")
    for line in read_csv(body, NEEDED):
        wanted = series.get((line["provider"], line["key"]))
        if wanted is None:
            continue
        place = known.get(line["area"])
        if place is None or place.level != shape.one_of(line["level"], "level", get_args(Level)):
            shape.refuse("area", (line["area"], line["level"]), "must be a known code of its level")
        yield _row(shape, wanted, place, line)


def _row(shape: Shape, wanted: Wanted, place: Place, line: dict[str, str]) -> Row:
    frequency = shape.one_of(line["frequency"], "frequency", PERIODS)
    if not PERIODS[frequency].fullmatch(line["period"]):
        shape.refuse("period", line["period"], f"must be a {frequency}")
    vintage = line["vintage"]
    if not VINTAGE.fullmatch(vintage):
        shape.refuse("vintage", vintage, f"must be a month or a day, like {dt.date(2026, 11, 21)}")
    sex = shape.one_of(line["sex"], "sex", get_args(Sex))
    value = point_number(shape, line["value"], "value")
    found = row(wanted, shape.body, place, Said(line["period"], value, sex=sex), vintage)
    return found._replace(group=shape.one_of(line["group"], "group", OBSERVED)) if line.get("group") else found
