"""A judgement as somebody fills it in: checked as the file is, and written out as the file wants it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.i18n import Words, words
from dashboard.query import Question
from indicators import FaultError, Picture, check_graded

FIELDS = ("indicator", "first", "second", "unwarranted", "unwarranted_sv", "unwarranted_en")
MORE = ("grave", "grave_sv", "grave_en", "author")
NAMES = (*FIELDS, *MORE)


@dataclass(frozen=True, slots=True)
class Draft:
    """What came of a form: the text for refdata/graded_differences.toml, or every fault in it."""

    text: str
    faults: tuple[str, ...]
    told: str


def draft(picture: Picture, question: Question, filled: Mapping[str, object], today: dt.date) -> Draft:
    """Return the entry of a filled form, or its faults. Nothing is written: a person adds it to the file."""
    say, values = words(question.lang), {name: str(filled.get(name) or "").strip() for name in NAMES}
    try:
        check_graded({"differences": [_raw(values, today)]}, set(picture.catalogue.by_id))
    except FaultError as error:
        wrong = dict.fromkeys(_label(fault.field.removeprefix("differences.0."), say) for fault in error.faults)
        return Draft("", tuple(wrong), say("equality.draft_faults"))
    return Draft(_toml(values, today), (), say("equality.draft_whole"))


def _label(field: str, say: Words) -> str:
    """The name that a field has in the form."""
    part, _, rest = field.partition(".")
    if part not in ("unwarranted", "grave"):
        return say(f"equality.draft_{part}")
    kind, language = say(f"equality.{part}"), rest.rpartition(".")[2]
    return kind if rest == "grade" else f"{kind}: {say(f'equality.draft_reason_{language}')}"


def _raw(values: Mapping[str, str], today: dt.date) -> dict[str, Any]:
    return {
        **{name: values[name] for name in ("indicator", "first", "second", "author")},
        "date": today,
        **{
            kind: {"grade": values[kind], "reason": {"sv": values[f"{kind}_sv"], "en": values[f"{kind}_en"]}}
            for kind in ("unwarranted", "grave")
        },
    }


def _toml(values: Mapping[str, str], today: dt.date) -> str:
    lines = ["[[differences]]"]
    lines += [f"{name} = {quoted(values[name])}" for name in ("indicator", "first", "second", "author")]
    lines += [f"date = {today.isoformat()}"]
    for kind in ("unwarranted", "grave"):
        reason = f"{{ sv = {quoted(values[f'{kind}_sv'])}, en = {quoted(values[f'{kind}_en'])} }}"
        lines += ["", f"[differences.{kind}]", f"grade = {quoted(values[kind])}", f"reason = {reason}"]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    r"""Return a text as a TOML string: quotes, backslashes and control characters escaped, on one line.

    >>> quoted('say "no"')
    '"say \\"no\\""'
    """
    plain = " ".join(text.splitlines()).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char >= " " and char != "\x7f" else f"\\u{ord(char):04X}" for char in plain) + '"'
