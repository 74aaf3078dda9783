"""Replicas told to misbehave: each fault is refused by its reason, and no row of the answer is used."""

import pytest

from intake.formats.wanted import Wanted
from intake.sources import read_source
from tests.replicas import FAULTS

# What is refused, and as what. The codes are those of `intake.http.refusals`.
KOLADA = {
    "cut-length": "incomplete",
    "cut-chunked": "incomplete",
    "cut-close": "json",
    "cut-gzip": "incomplete",
    "status-400": "status",
    "status-403": "status",
    "status-404": "status",
    "status-429": "status",
    "status-500": "status",
    "status-503": "status",
    "redirect-away": "redirected",
    "redirect-loop": "redirected",
    "redirect-file": "redirected",
    "empty": "empty",
    "null": "contract",
    "empty-list": "contract",
    "empty-object": "contract",
    "html": "json",
    "not-utf8": "encoding",
    "bomb": "too-large",
    "packed-oddly": "encoding",
    "nested": "json",
    "nan": "json",
    "infinity": "json",
    "minus-infinity": "json",
    "too-large-number": "json",
    "long-integer": "json",
    "comma-number": "contract",
    "text-number": "contract",
    "true-number": "contract",
    "list-number": "contract",
    "duplicate-key": "json",
    "lone-surrogate": "json",
    "no-values": "empty",
    "wrong-count": "paging",
    "no-count": "contract",
    "row-lost": "paging",
    "row-repeated": "paging",
    "next-url": "paging",
}
# A cut or broken connection is one or the other by how far it came.
EITHER = {"reset": {"unreachable", "incomplete"}}
# Whole, well formed and wrong: what only a comparison with earlier figures can tell, and the check of rows is for that.
FOR_THE_CHECK = {"regions-shuffled", "scaled", "value"}
# Faults of other publishers' shapes, or of time, which have tests of their own.
ELSEWHERE = {"unit-changed", "drip"}
CUBES = ["cut-length", "cut-chunked", "cut-close", "cut-gzip", "null", "empty-list", "empty-object", "html", "not-utf8"]
CUBES += [
    "nan",
    "too-large-number",
    "long-integer",
    "comma-number",
    "true-number",
    "list-number",
    "duplicate-key",
    "bomb",
]


def test_every_fault_has_its_outcome():
    assert set(KOLADA) | set(EITHER) | FOR_THE_CHECK | ELSEWHERE == set(FAULTS)


@pytest.mark.parametrize("fault", [*KOLADA, *EITHER])
def test_a_bad_answer_is_refused_by_its_reason(client, replicas, fault):
    replicas["kolada"].tell(fault)
    reading = read_source("kolada", client, [Wanted("sample", "kolada", "N79187", ("region",), ("T",))])
    assert reading.rows == ()
    assert reading.refused is not None
    assert reading.refused.code in EITHER.get(fault, {KOLADA.get(fault)}), str(reading.refused)
    assert reading.refused.source == "kolada"
    assert "/v3/data/kpi/N79187/" in reading.refused.address
    assert reading.refused.reason


@pytest.mark.parametrize("fault", CUBES)
@pytest.mark.parametrize(("source", "where"), [("scb", "/data"), ("eurostat", "")])
def test_a_bad_cube_is_refused(client, replicas, wanted, source, where, fault):
    item = next(item for item in wanted[source] if not item.doubt)
    replicas[source].tell(fault, where=where)
    replicas["scb_v1"].tell("status-404")
    reading = read_source(source, client, [item])
    assert reading.rows == ()
    assert reading.refused is not None


@pytest.mark.parametrize("fault", ["regions-shuffled", "scaled"])
def test_whole_and_wrong_figures_are_left_for_the_check_of_rows(client, replicas, fault):
    wanted = [Wanted("sample", "kolada", "N79187", ("region",), ("T",))]
    right = read_source("kolada", client, wanted).rows
    replicas["kolada"].tell(fault)
    wrong = read_source("kolada", client, wanted)
    assert wrong.refused is None
    assert len(wrong.rows) == len(right)
    assert [row.value for row in wrong.rows] != [row.value for row in right] or wrong.rows != right
