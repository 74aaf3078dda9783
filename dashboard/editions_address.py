"""The setting that says where editions are shown from: a folder, or an object store that they are fetched from."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit
from urllib.request import url2pathname

from dashboard.setting_error import SettingsError
from indicators import DataFolder

EDITIONS = "HALSODIALOG_EDITIONS"
FILE, STORE = "file", "s3"
QUERY = {"region", "scheme", "endpoint_override"}
BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
ALLOWED = (
    "must be file:///folder or s3://bucket/folder, with region, scheme and endpoint_override after ? where needed; "
    "keys belong in the environment of the store's own client, never in an address"
)


@dataclass(frozen=True, slots=True)
class EditionsAddress:
    """An address of a store of editions. `is_folder` is one of this machine, which is read where it lies."""

    text: str

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of this machine."""
        return self.text.startswith(f"{FILE}:")

    def store(self, data: DataFolder) -> Path:
        """Return the folder that editions are opened from: the address's own, or where those fetched are kept."""
        if self.is_folder:
            return Path(url2pathname(urlsplit(self.text).path))
        return data.root / "fetched" / hashlib.sha256(self.text.encode()).hexdigest()[:16]


def read_editions(environment: Mapping[str, str]) -> EditionsAddress | None:
    """Return the address of an environment; None without one. Raises SettingsError, which never repeats a key."""
    text = environment.get(EDITIONS, "").strip()
    if not text:
        return None
    parts = urlsplit(text)
    queried = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    is_file = parts.scheme == FILE and parts.path.startswith("/") and not parts.netloc and not parts.query
    is_store = parts.scheme == STORE and BUCKET.fullmatch(parts.netloc) is not None and queried <= QUERY
    if not (is_file or is_store) or parts.fragment:
        raise SettingsError(f"{EDITIONS}: found '{parts.scheme[:20]}:…'; {ALLOWED}")
    return EditionsAddress(text)
