"""GET /.well-known/security.txt: where to report a fault in the program's safety (RFC 9116)."""

import datetime as dt

from flask import Flask, Response

from dashboard.release import RELEASED
from dashboard.settings import Settings
from dashboard.web.guard.limits import RefusedError

PATH = "/.well-known/security.txt"
# Who runs an old program has not said again that the contact still answers: the file ends with the release's year.
VALID = dt.timedelta(days=364)


def add_security_txt(server: Flask, settings: Settings) -> None:
    """Add the file. Without a contact there is none: nobody is invented who would answer."""
    text = security_txt(settings)

    @server.get(PATH)
    def security() -> Response:
        if not text:
            raise RefusedError(404, "no_security_contact")
        return Response(text, content_type="text/plain; charset=utf-8")


def security_txt(settings: Settings) -> str:
    """Return the file's text; empty without a contact. It ends 364 days after the program's release."""
    contact = settings.front.security or settings.contact
    if not contact:
        return ""
    way = contact if contact.startswith("https://") else f"mailto:{contact}"
    ends = dt.datetime.combine(RELEASED + VALID, dt.time(), dt.UTC)
    lines = [f"Contact: {way}", f"Expires: {ends:%Y-%m-%dT%H:%M:%SZ}", "Preferred-Languages: sv, en"]
    if settings.address.startswith("https://"):
        lines.append(f"Canonical: {settings.address}{PATH}")
    return "".join(f"{line}\r\n" for line in lines)
