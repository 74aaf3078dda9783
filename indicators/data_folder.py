"""Where the program keeps what it makes: one folder, with a place for each kind of thing."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

DATA = "HALSODIALOG_DATA"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folder that holds editions, copies of answers, what is read but not published, and uploads."""

    root: Path

    @property
    def editions(self) -> Path:
        """The store of editions."""
        return self.root / "editions"

    @property
    def cache(self) -> Path:
        """Copies of the publishers' answers."""
        return self.root / "cache"

    @property
    def intake(self) -> Path:
        """What has been read and checked, and is not published yet."""
        return self.root / "intake"

    @property
    def uploads(self) -> Path:
        """The regions' own unit data."""
        return self.root / "uploads"

    @property
    def log(self) -> Path:
        """What was refused, and when."""
        return self.root / "log"

    @property
    def lock_file(self) -> Path:
        """Held by whoever writes."""
        return self.root / ".lock"

    def make(self) -> "DataFolder":
        """Make the folder, closed to others but for reading, and return it. Raises OSError."""
        self.root.mkdir(parents=True, exist_ok=True)
        for part in (self.editions, self.intake, self.uploads, self.log):
            part.mkdir(exist_ok=True)
        return self


def folder_from(environment: Mapping[str, str]) -> DataFolder:
    """Return the folder that an environment names, else the platform's own for a user's data."""
    chosen = environment.get(DATA)
    return DataFolder(Path(chosen).expanduser() if chosen else user_data_path("halsodialog", appauthor=False))
