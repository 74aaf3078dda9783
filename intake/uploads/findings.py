"""What is found in a file: what stops it, what is held aside, what was put right and what is only worth saying."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from intake.uploads.limits import LONGEST_FOUND, MOST_FINDINGS

HELD = frozenset(("out-of-range", "value-mismatch"))
NOTES = frozenset(
    (
        *("columns-ignored", "duplicate-same", "encoding-assumed", "example", "formula-values", "hidden-columns"),
        *("hidden-rows", "hidden-sheet", "marked-missing", "no-counts", "number-cleaned"),
        *("template-row", "value-computed", "value-differs"),
    )
)
SEVERITIES = ("stop", "held", "note")


def severity_of(code: str) -> str:
    """Return "stop", "held" or "note"."""
    return "held" if code in HELD else "note" if code in NOTES else "stop"


@dataclass(frozen=True, slots=True)
class UploadFinding:
    """One thing found: where, what stood there (safe to show, at most 40 characters), which rule, and its facts.

    `row` is counted as the reader's program counts it, from 1; 0 where the whole file or sheet is meant. `count` is
    how many places have it: faults stand one by one, notes together.
    """

    code: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    found: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    count: int = 1

    @property
    def severity(self) -> str:
        """Whether it stops the file, holds the row aside, or is only worth saying."""
        return severity_of(self.code)


class StopError(Exception):
    """The file cannot be read further. Carries the finding that says why."""

    def __init__(self, code: str, **where: Any) -> None:
        """Take the finding's code, and its fields by name."""
        super().__init__(code)
        self.finding = UploadFinding(code, **where)


class Findings:
    """Everything found in one file: all of it counted, the first of each severity kept to be shown."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.counts: Counter[str] = Counter()
        self._kept: dict[str, list[UploadFinding]] = {severity: [] for severity in SEVERITIES}
        self._notes: dict[str, UploadFinding] = {}

    def add(self, finding: UploadFinding) -> None:
        """Take a finding; a note that was taken before is only counted."""
        severity = finding.severity
        if severity == "note":
            self._note(finding)
            return
        self.counts[severity] += 1
        if len(self._kept[severity]) < MOST_FINDINGS:
            self._kept[severity].append(finding)

    def only_counts(self, code: str) -> bool:
        """Count a finding that would not be shown, and return whether it was such a one."""
        severity = severity_of(code)
        if severity == "note":
            if old := self._notes.get(code):
                self._notes[code] = replace(old, count=old.count + 1)
            return old is not None
        if len(self._kept[severity]) < MOST_FINDINGS:
            return False
        self.counts[severity] += 1
        return True

    def _note(self, finding: UploadFinding) -> None:
        old = self._notes.get(finding.code)
        if old is None:
            self.counts["note"] += 1
            self._notes[finding.code] = finding
            return
        self._notes[finding.code] = replace(old, count=old.count + finding.count)

    @property
    def shown(self) -> tuple[UploadFinding, ...]:
        """The first 50 of each severity, what stops the file first."""
        return (*self._kept["stop"], *self._kept["held"], *self._notes.values())


def shown(value: object, longest: int = LONGEST_FOUND) -> str:
    """Return a value as it may be shown: signs that cannot be seen are spelled out, and long ones are cut."""
    text = "".join(_visible(sign) for sign in str(value)[: longest + 1])
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _visible(sign: str) -> str:
    return f"\\u{ord(sign):04x}" if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") else sign
