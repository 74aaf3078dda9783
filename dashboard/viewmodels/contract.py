"""What the screens, sheets and the API are given: frozen, formatted rows and texts, ready to be shown.

Numbers come twice: as they are (`value`) and as they are read (`value_text`). Places on an axis (`x`, `y`) run from
0 to 1; on the dot-range 1 is always the better end. Every verdict comes as a code, a word, a symbol, a tone and a
sentence, so that no reader of this file has to know how it was reached.
"""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["good", "bad", "neutral", "target", "missing"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One verdict: a code for machines; a word, symbol and tone for the eye; a sentence that says why.

    `brief` is a shorter word for where what it leaves out stands beside it; empty where `text` is short.
    """

    verdict: str
    text: str
    symbol: str
    tone: Tone
    reason: str
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series. `x`, `y` are its place in the trend picture (0..1, y upwards); None where it has none."""

    period: str
    value: float | None
    text: str
    x: float | None
    y: float | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The last years of the area and the nation, with the verdict on the area's own.

    `brief` is `text` without what a change beside it says: the size of a step, a change of keeper.
    """

    verdict: str
    text: str
    symbol: str
    tone: Tone
    reason: str
    points: tuple[Point, ...]
    nation: tuple[Point, ...]
    breaks: tuple[float, ...]
    summary: str
    brief: str


@dataclass(frozen=True, slots=True)
class Target:
    """The target level and how the area meets it. Without a target `value` is None and `verdict` is 'no-target'.

    `label` stands beside the verdict, `mark` names its line in a picture, and `line` is both where there is one line. A
    right by law has no operator, and its line stands where everyone would be. `gap` is the distance that was judged, in
    the indicator's unit (percentage points of shares); of a right, to everyone.
    """

    value: float | None
    operator: str | None
    kind: str | None
    status: str | None
    match: str | None
    verdict: str
    text: str
    symbol: str
    tone: Tone
    reason: str
    label: str
    mark: str
    line: str
    gap: float | None
    dashed: bool
    x: float | None


@dataclass(frozen=True, slots=True)
class RegionMark:
    """One region on the dot-range: its value and place.

    A doubtful value, or one that is being checked, is drawn hollow and is no yardstick; `word` says which it is.
    """

    code: str
    value: float
    text: str
    x: float
    doubtful: bool
    word: str = ""


@dataclass(frozen=True, slots=True)
class Inside:
    """The spread of the region's municipalities. With fewer than five, `xs` holds points and no quartiles.

    `is_lasting`: they lie further apart than in the other regions, year after year, which `reason` then says.
    """

    n: int
    min: float | None
    q1: float | None
    median: float | None
    q3: float | None
    max: float | None
    period: str | None
    text: str
    reason: str
    xs: tuple[float, ...]
    low_code: str | None
    high_code: str | None
    is_lasting: bool = False


@dataclass(frozen=True, slots=True)
class International:
    """The international value. `x` is None unless it may stand on the same scale (grade same or similar)."""

    value: float | None
    label: str
    year: str | None
    grade: str
    text: str
    reason: str
    x: float | None


@dataclass(frozen=True, slots=True)
class Axis:
    """The dot-range's axis: the outermost regions' values and places, the middle half, and how the axis runs."""

    left_text: str
    right_text: str
    middle_from: float | None
    middle_to: float | None
    mirrored: bool
    note: str
    left_x: float = 0.0
    right_x: float = 1.0


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled fact, as shown in an opened row or a definition list."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class SexValue:
    """The value of one sex at the headline period, or why there is none."""

    sex: str
    name: str
    value: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Reach:
    """One yardstick told in people: its code, name and value, and how many fewer or more a year it would be.

    `areas` are the peers with that value. `people` is None where the area is as good already; `lower`, `upper` are None
    where the value has no interval.
    """

    yardstick: str
    areas: tuple[str, ...]
    name: str
    value: float
    value_text: str
    people: float | None
    lower: float | None
    upper: float | None
    people_text: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator for one area. `doubtful_word`: doubted or checked; `middle_half`: where most sound values lie."""

    indicator: str
    series: str
    dimension: str
    area: str
    name: str
    full_name: str
    href: str
    unit: str
    unit_code: str
    decimals: int
    kind: str
    direction: str
    period: str
    period_text: str
    value: float | None
    value_text: str
    missing: str | None
    doubtful: str | None
    doubtful_word: str
    corrected: str | None
    revised: str | None
    revised_note: str
    change: float | None
    change_from: str | None
    change_number: str
    counted_from: Point | None
    change_text: str
    change_reason: str
    target: Target
    position: str
    position_text: str
    position_symbol: str
    position_tone: Tone
    position_reason: str
    caution: str
    trend: Trend
    nation: float | None
    nation_text: str
    nation_x: float | None
    x: float | None
    regions: tuple[RegionMark, ...]
    middle_half: tuple[float, float] | None
    inside: Inside
    international: International
    axis: Axis
    sexes: tuple[SexValue, ...]
    sex_gap: str
    facts: tuple[Fact, ...]
    people: tuple[Reach, ...]
    people_text: str
    people_lack: str | None
    twin: str
    twin_href: str
    source: str
    source_key: str
    derived: bool
    derived_text: str
    summary: str


@dataclass(frozen=True, slots=True)
class SectionArea:
    """One framework area on a page: its rows by position, and what to say where rows are lacking."""

    code: str
    name: str
    rows: tuple[int, ...]
    gap: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """One dimension on a page."""

    code: str
    name: str
    href: str
    count_text: str
    areas: tuple[SectionArea, ...]


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One mark of a picture and what it stands for. `mark` names the drawing, not a colour."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class ScorecardView:
    """The region page's rows. `labels` are the words the drawing script itself needs (headings, buttons)."""

    edition: str
    area: str
    area_name: str
    lang: str
    sex: str
    period: str
    caption: str
    sections: tuple[Section, ...]
    rows: tuple[Row, ...]
    region_names: dict[str, str]
    legend: tuple[LegendItem, ...]
    labels: dict[str, str]
    empty: str | None
    source_line: str
