"""A long page cut at every byte, in four framings, as JSON and as CSV: `python -m tests.bench.cut_pages`."""

import logging
import sys
import time

from intake.http.client import Limits
from intake.http.refusals import RefusedError
from intake.http.strict_csv import read_csv
from intake.http.strict_json import read_json
from tests.replicas.messages import CSV, Reply, as_json
from tests.replicas.testing import canned, make_client
from tests.replicas.wire import wire_length

FRAMINGS = [("length", "none"), ("chunked", "none"), ("close", "none"), ("length", "gzip")]
ENDS = {"chunked": len("\r\n\r\n")}


def _rows() -> list[dict[str, object]]:
    """Twenty rows as Kolada writes them, about 3 kB."""
    value = {"gender": "T", "count": 1, "status": "", "isdeleted": False}
    return [
        {"kpi": "U70447", "municipality": f"{n:04}", "period": 2025, "values": [{**value, "value": 60 + n / 7}]}
        for n in range(20)
    ]


PAGES = {
    "JSON": (as_json({"values": _rows(), "next_url": None, "previous_url": None, "count": 20}), read_json),
    "CSV": (
        Reply(
            b"REF_AREA,TIME_PERIOD,OBS_VALUE\n" + b"".join(b"SWE,%d,%d.%d\n" % (1900 + n, n, n) for n in range(120)),
            kind=CSV,
        ),
        lambda body: list(read_csv(body, ["OBS_VALUE"])),
    ),
}


def main() -> int:
    # Each refusal is logged; here they are counted.
    logging.disable()
    tried, accepted, began = 0, [], time.perf_counter()
    for form, (page, read) in PAGES.items():
        for framing, packing in FRAMINGS:
            whole = Reply(page.body, kind=page.kind, framing=framing, packing=packing)
            end = wire_length(whole) - ENDS.get(framing, 0)
            with canned(whole) as (server, addresses), make_client(addresses, limits=Limits(attempts=1)) as client:
                for cut in range(end):
                    server.publisher.reply = Reply(page.body, kind=page.kind, framing=framing, packing=packing, cut=cut)
                    tried += 1
                    try:
                        read(client.get("kolada", "kpi"))
                    except RefusedError:
                        continue
                    accepted.append(f"{form}, {framing}, {packing}: {cut} of {end} bytes")
    print(f"{tried} partial pages, {len(accepted)} accepted; {time.perf_counter() - began:.0f} s")
    for line in accepted[:20]:
        print(f"  {line}")
    return 1 if accepted else 0


if __name__ == "__main__":
    sys.exit(main())
