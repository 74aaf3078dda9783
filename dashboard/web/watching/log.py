"""The log as lines of JSON on stderr, without personal data: no address of a reader, no query, no value of a fault."""

import datetime as dt
import ipaddress
import logging
import re
import sys
import traceback
from typing import Any, TextIO

import orjson
from flask import has_request_context, request

from dashboard.web.watching.seen import Seen, request_id

REQUESTS = "halsodialog.requests"
FACTS = "facts"
# What others' libraries write may hold a reader's address or what was asked; neither gets into a line.
PATHS = re.compile(r"(?<![\w.])/[^\s'\"]*|\?\S+")
IPV4 = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b")
IPV6 = re.compile(r"(?<![\w:])[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")
PERSON = re.compile(r"\b(?:\d{2})?\d{6}[-+]?\d{4}\b|[\w.+-]+@[\w-]+\.[\w.-]+")
DEEPEST = 12
requests = logging.getLogger(REQUESTS)


class JsonLines(logging.Formatter):
    """One record as one line of JSON: when, how grave, who says it, what; of a request the record of it alone."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        facts: dict[str, Any] = {
            "at": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
        }
        told = getattr(record, FACTS, None)
        facts |= told if told is not None else {"message": scrubbed(record.getMessage()), **_request()}
        if record.exc_info and record.exc_info[1] is not None:
            facts["fault"] = _fault(record.exc_info[1])
        return orjson.dumps(facts, default=str).decode()


def scrubbed(text: str) -> str:
    """Return a message without addresses, paths, queries, e-mail addresses and personal identity numbers."""
    text = IPV4.sub("(address)", PATHS.sub("(path)", PERSON.sub("(person)", text)))
    return IPV6.sub(_without_address, text)[:500]


def _without_address(found: re.Match[str]) -> str:
    """A time of day looks like an address until it is read as one."""
    try:
        ipaddress.IPv6Address(found[0].rstrip("."))
    except ValueError:
        return found[0]
    return "(address)"


def _request() -> dict[str, str]:
    return {"request": request_id(request.environ)} if has_request_context() else {}


def _fault(error: BaseException) -> dict[str, Any]:
    """The kind of a fault and where it arose. Its own words are left out: they may hold what a reader wrote."""
    frames = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    where = [f"{'/'.join(frame.filename.split('/')[-3:])}:{frame.lineno} {frame.name}" for frame in frames]
    return {"kind": type(error).__name__, "where": where}


def tell_log(seen: Seen) -> None:
    """Write one line for an answered request."""
    facts = {
        "request": seen.id,
        "route": seen.route,
        "method": seen.method,
        "status": seen.status,
        "ms": round(seen.seconds * 1000, 1),
        "edition": seen.edition,
        **({"callback": seen.callback} if seen.callback else {}),
    }
    requests.info("answered", extra={FACTS: facts})


def log_as_json(stream: TextIO | None = None) -> logging.Handler:
    """Make every line of this process's log one of JSON, on stderr, and return what writes it.

    What libraries log of requests by themselves is silenced: it holds readers' addresses.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    logging.getLogger().handlers[:] = [handler]
    logging.getLogger().setLevel(logging.WARNING)
    requests.setLevel(logging.INFO)
    for name in ("gunicorn.error", "waitress"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
        logging.getLogger(name).setLevel(logging.INFO)
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    return handler
