"""Recorded answers spoiled at random: what reads them may refuse, or give rows that are whole, and nothing else."""

import copy
import json
import math
import random
import re
from collections import Counter
from dataclasses import dataclass, field

from intake.checking.rows import check_form
from intake.formats.frame import frame
from intake.formats.rows import VALUED
from intake.http.refusals import RefusedError
from intake.sources import SOURCES
from tests.intake.sources.recorded import RECORDED

ODD = [
    None,
    True,
    False,
    0,
    -1,
    1.5,
    10**30,
    "",
    "12,5",
    " 12",
    "NaN",
    [],
    {},
    [[]],
    "\u202e",
    "<script>",
    "=1+1",
    "x" * 10_000,
]
ODD_NUMBERS = [
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "9" * 5000,
    "01",
    "1.",
    ".5",
    "+1",
    "0x10",
    "1_000",
    "null",
    "true",
    '"1"',
]
NUMBER = re.compile(r"(?<![\w\"])-?\d+(?:\.\d+)?")
# Rows of countries are not observations of the catalogue, and a folder's repeated rows are for the check of rows.
NOT_CHECKED = ("eurostat", "oecd", "files")


def flip(text, chance):
    data = bytearray(text.encode())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def cut(text, chance):
    return text[: chance.randrange(len(text))]


def remove(text, chance):
    start = chance.randrange(len(text))
    return text[:start] + text[start + chance.randrange(1, 40) :]


def repeat(text, chance):
    start = chance.randrange(len(text))
    end = start + chance.randrange(1, 200)
    return text[:end] + text[start:end] + text[end:]


def insert(text, chance):
    odd = chance.choice(["\x00", "\ufeff", "\\ud800", "å", ",", "}", "]", '"', "\n", "{", "//", "\u2028", "\r"])
    place = chance.randrange(len(text))
    return text[:place] + odd + text[place:]


def odd_bytes(text, chance):
    place = chance.randrange(len(text))
    return text[:place].encode() + chance.randbytes(3) + text[place:].encode()


def odd_number(text, chance):
    return _with_number(text, chance, chance.choice(ODD_NUMBERS))


def other_number(text, chance):
    return _with_number(text, chance, str(chance.choice([-1, 0, 1, 7, 2026, 99999, 1e20])))


def _with_number(text, chance, number):
    found = list(NUMBER.finditer(text))
    if not found:
        return insert(text, chance)
    spot = chance.choice(found)
    return text[: spot.start()] + number + text[spot.end() :]


def twice(text, chance):
    return text + text


def wrapped(text, chance):
    return f"[{text}]"


def other_page(text, chance):
    return chance.choice(["", "null", "[]", "{}", "<!doctype html>", "[" * 50_000, "{" * 50_000, "\n", "a,b\n1\n"])


def nodes(content, path=()):
    """Every place in a value, as a path."""
    yield path
    members = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for name, member in members:
        yield from nodes(member, (*path, name))


def in_tree(edit):
    """A change of one member of an answer in JSON; a table is changed as text instead."""

    def change(text, chance):
        try:
            made = json.loads(text)
        except (ValueError, RecursionError):
            return remove(text, chance)
        paths = [path for path in nodes(made) if path]
        if not paths:
            return repeat(text, chance)
        path = chance.choice(paths)
        holder = made
        for step in path[:-1]:
            holder = holder[step]
        edit(holder, path[-1], chance)
        return json.dumps(made, ensure_ascii=chance.random() < 0.5)

    return change


def drop(holder, name, chance):
    del holder[name]


def replace(holder, name, chance):
    holder[name] = copy.deepcopy(chance.choice(ODD))


def rename(holder, name, chance):
    if isinstance(holder, dict):
        holder[chance.choice(["", "new", f"{name} ", "__proto__", "values"])] = holder.pop(name)
    else:
        holder.reverse()


def double(holder, name, chance):
    if isinstance(holder, list):
        holder.append(copy.deepcopy(holder[name]))
    else:
        holder[f"{name}2"] = copy.deepcopy(holder[name])


def shuffle(holder, name, chance):
    if isinstance(holder, list):
        chance.shuffle(holder)
    else:
        names = list(holder)
        other = chance.choice(names)
        holder[name], holder[other] = holder[other], holder[name]


def scale(holder, name, chance):
    value = holder[name]
    if isinstance(value, int | float) and not isinstance(value, bool):
        holder[name] = value * chance.choice([10, 100, 0.01, -1, 1e300])
    else:
        holder[name] = [value]


def into_text(holder, name, chance):
    holder[name] = str(holder[name])


OPERATORS = [
    *(flip, cut, remove, repeat, insert, odd_bytes, odd_number, other_number, twice, wrapped, other_page),
    *(in_tree(edit) for edit in (drop, replace, rename, double, shuffle, scale, into_text)),
    *(in_tree(edit) for edit in (drop, replace)),
]


@dataclass
class Outcome:
    """What became of the spoiled answers: how many were refused, as what, and how many gave rows."""

    refused: Counter = field(default_factory=Counter)
    read: int = 0
    bad: list[str] = field(default_factory=list)


def fuzz(n, seed):
    """Spoil and read so many answers. An exception that is no refusal is not caught."""
    chance, outcome = random.Random(seed), Outcome()
    names = sorted(RECORDED)
    for _ in range(n):
        recorded = RECORDED[chance.choice(names)]
        text = recorded.text
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            spoiled = chance.choice(OPERATORS)(text or "{}", chance)
            # Half characters can be written as escapes only; what is sent is always bytes.
            sent = spoiled.encode("utf-8", "replace") if isinstance(spoiled, str) else spoiled
            text = sent.decode("utf-8", "replace")
        judge(recorded, text, outcome)
    return outcome


def judge(recorded, text, outcome):
    body = recorded.changed(text)
    try:
        rows = list(SOURCES[recorded.source].read(body))
    except RefusedError as error:
        assert error.source == recorded.source
        assert error.address == body.address
        assert error.reason
        outcome.refused[error.code] += 1
        return
    outcome.read += 1
    outcome.bad.extend(f"{recorded.source}: {fault}" for fault in _faults(recorded.source, rows))


def _faults(source, rows):
    for row in rows:
        if math.isfinite(row.value) != (row.status in VALUED):
            yield f"{row} has the wrong status"
    if rows and source not in NOT_CHECKED:
        yield from map(str, check_form(frame(rows), source, {(row.source, row.source_key) for row in rows}))
