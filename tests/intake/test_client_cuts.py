"""A recorded page cut at every byte, in four framings: no partial page is accepted."""

import pytest

from intake.http.client import Limits
from intake.http.refusals import CsvError, IncompleteError, JsonError, RefusedError
from intake.http.strict_csv import read_csv
from intake.http.strict_json import read_json
from tests.replicas.messages import CSV, Reply, as_json
from tests.replicas.testing import canned, make_client
from tests.replicas.wire import wire_length

ROW = {
    "kpi": "U70447",
    "municipality": "0013",
    "period": 2025,
    "values": [{"gender": "T", "count": 1, "status": "", "value": 65.3, "isdeleted": False}],
}
PAGE = as_json({"values": [ROW], "next_url": None, "previous_url": None, "count": 1})
TABLE = Reply(
    b"REF_AREA,TIME_PERIOD,OBS_VALUE\n" + b"".join(b"SWE,%d,82.%d\n" % (2000 + n, n) for n in range(12)), kind=CSV
)
FRAMINGS = [("length", "none"), ("chunked", "none"), ("close", "none"), ("close", "gzip"), ("length", "gzip")]
READ = {"json": (PAGE, read_json), "csv": (TABLE, lambda body: read_csv(body, ["OBS_VALUE"]))}


def is_whole(framing, cut, reply):
    """Chunks are whole once the last one has come; what follows it is no part of the body."""
    end = wire_length(reply)
    return cut >= (end - len("\r\n\r\n") if framing == "chunked" else end)


@pytest.mark.parametrize("form", READ)
@pytest.mark.parametrize(("framing", "packing"), FRAMINGS)
def test_no_partial_page_is_accepted(form, framing, packing):
    page, read = READ[form]
    whole = Reply(page.body, kind=page.kind, framing=framing, packing=packing)
    with canned(whole) as (server, addresses), make_client(addresses, limits=Limits(attempts=1)) as client:
        for cut in range(wire_length(whole)):
            server.publisher.reply = Reply(page.body, kind=page.kind, framing=framing, packing=packing, cut=cut)
            try:
                body = client.get("kolada", "kpi")
                read(body)
            except RefusedError:
                continue
            assert is_whole(framing, cut, whole), f"{cut} bytes were accepted as {body.content!r}"
            assert body.content == page.body


@pytest.mark.parametrize("form", READ)
def test_a_page_whose_length_is_understated_is_refused(form):
    """The server sends less and says so: nothing but the page's own end tells."""
    page, read = READ[form]
    ends = {n for n in range(len(page.body)) if page.body[:n].endswith(b"\n")}
    with canned(page) as (server, addresses), make_client(addresses, limits=Limits(attempts=1)) as client:
        for end in range(1, len(page.body)):
            server.publisher.reply = Reply(page.body[:end], kind=page.kind)
            try:
                read(client.get("kolada", "kpi"))
            except (JsonError, CsvError, IncompleteError):
                continue
            # A table that ends after a row, under a length that says so, is a table: only declared rows would tell.
            assert form == "csv"
            assert end in ends
