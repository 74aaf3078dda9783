"""The headers of every answer: what a browser may run, fetch, embed and keep of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

Header = tuple[str, str]
YEAR = 31_536_000
FIRST_REFUSAL = 400
# Plotly and the pickers set styles on elements; a picture is drawn from data in the page and kept as a blob.
SOURCES = (
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# What a page may ask a browser for: the full screen and a waking screen when presenting, and to copy an address.
OWN_RIGHTS = ("fullscreen", "screen-wake-lock", "clipboard-write")
NO_RIGHTS = (
    *("accelerometer", "autoplay", "camera", "clipboard-read", "display-capture", "geolocation"),
    *("gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment"),
    *("picture-in-picture", "publickey-credentials-get", "serial", "usb", "xr-spatial-tracking"),
)
RIGHTS = ", ".join([*(f"{name}=(self)" for name in OWN_RIGHTS), *(f"{name}=()" for name in NO_RIGHTS)])
ALWAYS: tuple[Header, ...] = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", RIGHTS),
)
HTTPS: Header = ("Strict-Transport-Security", f"max-age={YEAR}")
# A file that Dash names by its content, or one of ours with the time of its last change in the address.
NAMED_BY_CONTENT = re.compile(r"/_dash-component-suites/[^?]+\.v[\w-]+m[0-9a-f]+\.[\w.]+")
OWN_FILE = re.compile(r"/assets/[^?]+\?m=[\d.]+")


def page_policy(script_hashes: Sequence[str]) -> str:
    """Return the content policy of a document: our own scripts, and those inline whose digests are given."""
    scripts = " ".join(["script-src 'self'", *dict.fromkeys(script_hashes)])
    return "; ".join([SOURCES[0], scripts, *SOURCES[1:]])


def cache_rule(status: int, address: str) -> str:
    """Return how long an answer that does not say so itself may be kept, by its status and address with query.

    >>> cache_rule(200, "/region/14")
    'no-cache'
    """
    if status >= FIRST_REFUSAL:
        return "no-store"
    if status in (200, 304) and (NAMED_BY_CONTENT.fullmatch(address) or OWN_FILE.fullmatch(address)):
        return f"public, max-age={YEAR}, immutable"
    return "no-cache"


@dataclass(frozen=True, slots=True)
class Answered:
    """What the headers of one answer depend on: the policy of documents, the request's id, its address and status."""

    policy: str
    request: str
    address: str
    status: int
    https: bool


def completed(headers: Sequence[Header], answer: Answered) -> list[Header]:
    """Return an answer's headers with what every answer bears; what is ours to say is never said twice."""
    told = {name.lower(): value for name, value in headers}
    is_page = told.get("content-type", "").startswith("text/html") and "content-disposition" not in told
    rule = cache_rule(answer.status, answer.address)
    kept = "" if answer.status >= FIRST_REFUSAL or "immutable" in rule else told.get("cache-control", "")
    more: list[Header] = [
        *ALWAYS,
        ("Content-Security-Policy", answer.policy if is_page else NOTHING),
        ("Cache-Control", kept or rule),
        ("X-Request-Id", answer.request),
        *([HTTPS] if answer.https else []),
    ]
    ours = {name.lower() for name, _ in more}
    return [*((name, value) for name, value in headers if name.lower() not in ours), *more]
