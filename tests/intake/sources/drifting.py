"""Every field of a recorded answer changed in eight ways, as a publisher's form may drift; and what comes of it."""

import copy
import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from intake.http.refusals import RefusedError
from intake.sources import SOURCES
from tests.intake.sources.recorded import RECORDED

Place = tuple[str | int, ...]
NEW = "nytt-värde"


def missing(holder: Any, name: Any) -> None:
    del holder[name]


def renamed(holder: Any, name: Any) -> None:
    holder[f"{name}_ny"] = holder.pop(name)


def null(holder: Any, name: Any) -> None:
    holder[name] = None


def text_for_number(holder: Any, name: Any) -> None:
    holder[name] = str(holder[name])


def nested(holder: Any, name: Any) -> None:
    holder[name] = {"value": holder[name]}


def new_member(holder: Any, name: Any) -> None:
    holder[name] = NEW


def hundredfold(holder: Any, name: Any) -> None:
    holder[name] = holder[name] * 100


def extra(holder: Any, name: Any) -> None:
    holder[f"{name}_till"] = copy.deepcopy(holder[name])


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


# Each drift, and the values it can befall.
DRIFTS = {
    "missing": (missing, lambda holder, value: True),
    "renamed": (renamed, lambda holder, value: isinstance(holder, dict)),
    "null": (null, lambda holder, value: value is not None),
    "text for number": (text_for_number, lambda holder, value: _is_number(value)),
    "nested": (nested, lambda holder, value: True),
    "new member": (new_member, lambda holder, value: isinstance(value, str)),
    "times 100": (hundredfold, lambda holder, value: _is_number(value) and value != 0),
    "extra": (extra, lambda holder, value: isinstance(holder, dict)),
}


@dataclass(frozen=True)
class Drift:
    """One changed field of one source: where it stands, how it was changed, and the answer with it."""

    source: str
    place: Place
    kind: str
    text: str

    @property
    def field(self) -> str:
        """The place without the numbers of members: one field of the publisher's form."""
        return ".".join("*" if isinstance(step, int) else step for step in self.place)


def drifts(source: str) -> Iterator[Drift]:
    """Yield every field of a recorded answer in every drift it can befall."""
    text = RECORDED[source].text
    if text.startswith(("{", "[")):
        yield from _of_json(source, json.loads(text))
    else:
        yield from _of_table(source, list(csv.reader(io.StringIO(text))))


def _places(content: Any, place: Place = ()) -> Iterator[Place]:
    members = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for name, member in members:
        yield (*place, name)
        yield from _places(member, (*place, name))


def _of_json(source: str, content: Any) -> Iterator[Drift]:
    for place in _places(content):
        for kind, (change, befalls) in DRIFTS.items():
            made = copy.deepcopy(content)
            holder = made
            for step in place[:-1]:
                holder = holder[step]
            if befalls(holder, holder[place[-1]]):
                change(holder, place[-1])
                yield Drift(source, place, kind, json.dumps(made, ensure_ascii=False))


def _of_table(source: str, lines: list[list[str]]) -> Iterator[Drift]:
    for column, name in enumerate(lines[0]):
        for kind, changed in _columns([line[column] for line in lines]).items():
            made = [[*line[:column], *cells, *line[column + 1 :]] for line, cells in zip(lines, changed, strict=True)]
            text = io.StringIO()
            csv.writer(text, lineterminator="\n").writerows(made)
            yield Drift(source, (name,), kind, text.getvalue())


def _columns(cells: list[str]) -> dict[str, list[list[str]]]:
    """A column of a table in each drift, as the cells that stand in its place."""
    head, *values = cells
    numbers = [_number(value) for value in values]
    made = {
        "missing": [[] for _ in cells],
        "renamed": [[f"{head}_ny"], *([value] for value in values)],
        "null": [[head], *([""] for _ in values)],
        "nested": [[head], *([json.dumps({"value": value})] for value in values)],
        "new member": [[head], *([NEW] for _ in values)],
        "extra": [[head, f"{head}_till"], *([value, value] for value in values)],
    }
    if any(numbers):
        made["text for number"] = [[head], *([f"{value}x"] for value in values)]
        made["times 100"] = [[head], *([str(n * 100) if n else ""] for n in numbers)]
    return made


def _number(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None


def outcome(drift: Drift) -> tuple[str, Any]:
    """Read an answer that drifted: ("refused", error), ("same", rows), or ("other", rows)."""
    recorded = RECORDED[drift.source]
    try:
        rows = list(SOURCES[drift.source].read(recorded.changed(drift.text)))
    except RefusedError as error:
        return "refused", error
    right = list(SOURCES[drift.source].read(recorded.body))
    return ("same" if rows == right else "other"), rows
