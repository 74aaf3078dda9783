"""A request as a replica sees it, and its reply before it is put on the wire."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

JSON, TEXT, CSV = "application/json; charset=utf-8", "text/plain; charset=utf-8", "text/csv; charset=utf-8"


@dataclass(frozen=True)
class Request:
    """One request, with the path below the publisher's base, decoded and without slashes at its ends."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes = b""
    base: str = ""

    @property
    def path(self) -> str:
        return unquote(urlsplit(self.target).path).strip("/")

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    def first(self, name: str, otherwise: str = "") -> str:
        found = [value for key, value in self.query if key.lower() == name.lower()]
        return found[0] if found else otherwise

    def json(self) -> Any:
        return json.loads(self.body or b"null")


@dataclass(frozen=True)
class Reply:
    """A reply. `framing` is length, chunked or close; `cut` sends only so many bytes of the body on the wire."""

    body: bytes = b""
    status: int = 200
    kind: str = JSON
    headers: dict[str, str] = field(default_factory=dict)
    framing: str = "length"
    packing: str = "auto"
    cut: int | None = None
    reset: bool = False
    drip_s: float = 0.0

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'

    def with_json(self, content: Any) -> "Reply":
        return replace(self, body=json.dumps(content, ensure_ascii=False).encode())


def as_json(content: Any, status: int = 200, kind: str = JSON) -> Reply:
    return Reply(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), status, kind)


def as_text(text: str, status: int) -> Reply:
    return Reply(text.encode(), status, TEXT)
