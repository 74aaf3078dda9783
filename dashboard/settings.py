"""Settings from the environment, with safe defaults."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from indicators import EMBEDDED

HOST, PORT, EDITIONS = "HALSODIALOG_HOST", "HALSODIALOG_PORT", "HALSODIALOG_EDITIONS"
HIGHEST_PORT = 65535


class SettingsError(Exception):
    """A setting cannot be used. Says which, what was found and what is allowed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the program listens, and which store of editions it reads."""

    host: str = "127.0.0.1"
    port: int = 8050
    editions: Path = EMBEDDED


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of an environment. Raises SettingsError."""
    defaults = Settings()
    return Settings(
        host=environment.get(HOST) or defaults.host,
        port=read_port(environment.get(PORT) or str(defaults.port), PORT),
        editions=Path(environment.get(EDITIONS) or defaults.editions),
    )


def read_port(text: str, where: str) -> int:
    """Return a port number. Raises SettingsError naming where it was given."""
    short = text.isascii() and text.isdigit() and len(text) <= len(str(HIGHEST_PORT))
    if short and 0 < int(text) <= HIGHEST_PORT:
        return int(text)
    raise SettingsError(f"{where}: found '{text}'; must be a whole number from 1 to {HIGHEST_PORT}")
