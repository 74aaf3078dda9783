"""Any two indicators against each other, region by region; a line only when it is asked for, and with its band."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.axes import ChartAxis, value_axis
from dashboard.viewmodels.compare.axes import FIRST_X, FIRST_Y, AxisSubject, axis_subject
from dashboard.viewmodels.compare.peers import peers_of
from dashboard.viewmodels.compare.scatter_texts import finding, line_notes, scatter_table
from dashboard.viewmodels.compare.views import ScatterLine, ScatterPoint, ScatterView
from dashboard.viewmodels.contract import Tone
from dashboard.viewmodels.indicator.focus import SEPARATORS
from dashboard.viewmodels.sentences import Piece, listed
from indicators import FEWEST_AREAS, AreasLine, Association, Picture, associate

TONES: dict[str, Tone] = {"own": "neutral", "peer": "neutral", "other": "missing"}


@dataclass(frozen=True)
class Pair:
    """Two indicators, and the regions that have both."""

    picture: Picture
    question: Question
    code: str
    x: AxisSubject
    y: AxisSubject

    @property
    def say(self) -> Words:
        """The reader's words."""
        return words(self.question.lang)

    @cached_property
    def both(self) -> Association:
        """The values of the regions that have both, in official order."""
        return associate(self.x.values, self.y.values, self.picture.areas.region_codes)

    @property
    def codes(self) -> tuple[str, ...]:
        """The regions that can be drawn, in official order."""
        return self.both.areas

    @property
    def middle(self) -> tuple[float, float]:
        """The medians of the drawn regions."""
        return self.both.middle

    def group(self, code: str) -> str:
        """Return whether a region is the reader's own, one it is held beside, or another."""
        peers = peers_of(self.picture, self.question, self.code)
        return "own" if code == self.code else "peer" if code in peers else "other"


def scatter_view(picture: Picture, question: Question, code: str) -> ScatterView:
    """Return two indicators against each other, with one region set apart from its peers and the others."""
    say = words(question.lang)
    x, y = (axis_subject(picture, question, chosen) for chosen in (question.x or FIRST_X, question.y or FIRST_Y))
    if x is None or y is None:
        return _nothing(say("compare.scatter_empty_early", year=question.period))
    pair = Pair(picture, question, code, x, y)
    if len(pair.codes) < FEWEST_AREAS:
        return _nothing(say.count("compare.scatter_empty_few", len(pair.codes)))
    return _view(pair)


def _nothing(why: str) -> ScatterView:
    return ScatterView("", "", None, None, "", "", (), None, SEPARATORS["sv"], why, (), "", None, why)


def _view(pair: Pair) -> ScatterView:
    say, fitted = pair.say, pair.both.line if pair.question.line else None
    line = _drawn(fitted) if fitted else None
    across, up = _axis(pair.x, ()), _axis(pair.y, (*line.lower, *line.upper) if line else ())
    said, n, number = finding(pair), len(pair.codes), pair.picture.edition.number
    periods = {"x_period": pair.x.period, "y_period": pair.y.period}
    return ScatterView(
        finding=said,
        caption=say("compare.scatter_caption", y=pair.y.name, x=pair.x.name, n=n, **periods),
        x=across,
        y=up,
        x_title=pair.x.title,
        y_title=pair.y.title,
        points=tuple(_points(pair)),
        line=line,
        separators=SEPARATORS[say.language],
        alt=say("compare.scatter_alt", n=n, finding=said),
        notes=(*_marks(pair), *line_notes(pair, fitted, across), *_left_out(pair), say("compare.scatter_cause")),
        source=say("compare.scatter_source", x=pair.x.subject.source, y=pair.y.subject.source, edition=number),
        table=scatter_table(pair, line),
        empty=None,
    )


def _axis(found: AxisSubject, more: tuple[float, ...]) -> ChartAxis | None:
    known = found.subject
    return value_axis([*found.values.values(), *more], known.definition.decimals, known.words.language)


def _points(pair: Pair) -> Iterator[ScatterPoint]:
    for code in pair.codes:
        area, group = pair.picture.areas.by_code[code], pair.group(code)
        x, y = pair.x.values[code], pair.y.values[code]
        reading = pair.say(
            "compare.scatter_reading",
            region=area.name,
            x=f"{pair.x.name} {pair.x.subject.text(x)}",
            y=f"{pair.y.name} {pair.y.subject.text(y)}",
        )
        yield ScatterPoint(code, area.short_name, x, y, group, TONES[group], reading)


def _drawn(fitted: AreasLine) -> ScatterLine:
    return ScatterLine(fitted.places, fitted.fitted, fitted.lower, fitted.upper)


def _marks(pair: Pair) -> tuple[str, ...]:
    marks = pair.say("compare.scatter_marks", region=pair.picture.areas.by_code[pair.code].name)
    return (marks, pair.say("compare.scatter_names"))


def _left_out(pair: Pair) -> Iterator[str]:
    """The regions that are not drawn, and why."""
    by_code = pair.picture.areas.by_code
    doubtful = {*pair.x.doubtful, *pair.y.doubtful}
    missing = {*pair.x.missing, *pair.y.missing} - doubtful
    for key, codes in (("missing", missing), ("doubtful", doubtful)):
        if codes:
            names = [(Piece(by_code[code].short_name), "") for code in sorted(codes)]
            yield pair.say(f"compare.scatter_{key}", names="".join(piece.text for piece in listed(names, pair.say)))
