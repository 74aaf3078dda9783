"""The reading process: `python -m intake.uploads.child`, a request on stdin, the answer on stdout.

The first line of the answer is the reading, then a line for each row. It opens the file and nothing else, and is killed
without loss: what it says is kept only when it ended well.
"""

import sys
from collections.abc import Sequence

import orjson

from intake.uploads.columns import GivenRow
from intake.uploads.disclosure import Hidden, hide_small_counts
from intake.uploads.findings import Findings, StopError, UploadFinding
from intake.uploads.grid import Grid
from intake.uploads.judge import Judge, nearest
from intake.uploads.kinds import check_form
from intake.uploads.request import Reading, Request, as_lines
from intake.uploads.sandbox import shut_in
from intake.uploads.text_file import read_text_file
from intake.uploads.workbook import read_workbook


def read(request: Request) -> tuple[Reading, Sequence[GivenRow]]:
    """Return what a file holds, and its rows after hiding small counts: none when anything stops the file."""
    findings = Findings()
    judge = Judge(request.measures, request.today, findings)
    form = ""
    try:
        form = check_form(request.path, request.name)
        judge.judge(_grid(request, form, findings))
    except StopError as stop:
        findings.add(stop.finding)
    rows = [row for _, row in judge.rows.values()]
    if findings.counts["stop"] == 0 and not rows:
        findings.add(UploadFinding("no-rows-left"))
    shares = frozenset(measure.id for measure in request.measures if measure.is_share)
    is_stopped = findings.counts["stop"] > 0
    done = Hidden((), 0, 0) if is_stopped else hide_small_counts(rows, request.smallest, shares)
    kept = tuple(_helped(finding, judge) for finding in findings.shown)
    counts = dict(findings.counts)
    return Reading(kept, counts, form, judge.example, judge.read, len(done.rows), done.small, done.joined), done.rows


def _grid(request: Request, form: str, findings: Findings) -> Grid:
    return read_text_file(request.path, findings) if form == "csv" else read_workbook(request.path)


def _helped(finding: UploadFinding, judge: Judge) -> UploadFinding:
    """An unknown indicator is answered with the one that may have been meant."""
    if "text" not in finding.facts:
        return finding
    facts = {"meant": nearest(finding.facts["text"], judge.names)}
    return UploadFinding(finding.code, finding.sheet, finding.row, finding.column, finding.found, facts)


def main() -> None:
    """Answer one request."""
    request = Request.load(orjson.loads(sys.stdin.buffer.read()))
    shut_in()
    reading, rows = read(request)
    out = sys.stdout.buffer
    out.write(orjson.dumps(reading.dump()) + b"\n")
    for line in as_lines(rows):
        out.write(orjson.dumps(line) + b"\n")
    out.flush()


if __name__ == "__main__":
    main()
