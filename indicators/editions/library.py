"""The editions there are: those published here, and the one that comes with the program."""

from dataclasses import dataclass
from pathlib import Path

import orjson

from indicators.corrections import OWN_FILE, Corrections, read_corrections
from indicators.editions.edition import (
    CURRENT,
    EMBEDDED,
    MANIFEST,
    NUMBER,
    Edition,
    EditionDamagedError,
    open_edition,
    order,
)
from indicators.editions.mirrored import Fetched, read_fetched


@dataclass(frozen=True, slots=True)
class Library:
    """Stores of editions, the own one first. The own one's pointer decides; without one, the next store's."""

    stores: tuple[Path, ...] = (EMBEDDED,)

    @property
    def own(self) -> Path:
        """The store that new editions go to."""
        return self.stores[0]

    def numbers(self) -> tuple[str, ...]:
        """Return the numbers of all editions, newest first; whole or not."""
        found = {number for store in self.stores for number in list_editions(store)}
        return tuple(sorted(found, key=order, reverse=True))

    def folder(self, number: str) -> Path:
        """Return an edition's folder. Raises EditionDamagedError when there is none, or the number is none."""
        if not NUMBER.fullmatch(number):
            raise EditionDamagedError(f"{number[:40]!r}: not the number of an edition")
        for store in self.stores:
            if (store / number / MANIFEST).is_file():
                return store / number
        raise EditionDamagedError(f"{number[:40]}/{MANIFEST}: the file is missing")

    def open(self, number: str) -> Edition:
        """Return an edition by its number. Raises EditionDamagedError."""
        return open_edition(self.folder(number))

    def pointed_at(self) -> str | None:
        """Return the number that is current, whether it is whole or not; None when no store says one."""
        for store in self.stores:
            try:
                return _pointer(store)
            except (FileNotFoundError, EditionDamagedError):
                continue
        return None

    def corrections(self) -> Corrections:
        """Return every correction: those of the program and those made beside the own editions. Raises FaultError."""
        return read_corrections(self.own).model_copy(update={"stores": self.stores})

    def corrected_at(self) -> int:
        """Return when a correction was last made here, in billionths of a second; 0 when none was."""
        try:
            return (self.own / OWN_FILE).stat().st_mtime_ns
        except OSError:
            return 0

    def fetched(self) -> Fetched | None:
        """Return what came of the last look at the store that editions are fetched from; None without such a store."""
        return read_fetched(self.own)

    def fault(self) -> str:
        """Return why what is current elsewhere cannot be shown; empty where nothing is fetched, or all is well.

        A store that does not answer now is no such reason as long as something was fetched from it before.
        """
        told = self.fetched()
        if told is None or not told.fault or (told.is_store and (self.own / CURRENT).is_file()):
            return ""
        return told.fault

    def current(self) -> Edition:
        """Return the current edition; when it is damaged the newest whole one before it, with `fallback` saying so.

        The last resort is the embedded edition. Raises EditionDamagedError with every fault when no edition is whole.
        """
        faults: list[str] = list(filter(None, (self.fault(),)))
        for folder in self._candidates(faults):
            try:
                edition = open_edition(folder)
            except EditionDamagedError as error:
                faults.append(str(error))
                continue
            return edition.standing_in("; ".join(faults)) if faults else edition
        raise EditionDamagedError("; ".join(faults) or f"{self.own.name}: there is no edition")

    def _candidates(self, faults: list[str]) -> list[Path]:
        """The current edition first, then those before it, newest first; with a damaged pointer, all of them."""
        current = self._pointer(faults)
        known = [store / number for store in self.stores for number in list_editions(store)]
        newest_first = sorted(known, key=lambda folder: order(folder.name), reverse=True)
        if current is None:
            return newest_first
        before = [folder for folder in newest_first if order(folder.name) <= order(current.name)]
        last = [folder for folder in newest_first if len(self.stores) > 1 and folder.parent == self.stores[-1]]
        return list(dict.fromkeys((current, *before, *last)))

    def _pointer(self, faults: list[str]) -> Path | None:
        """The folder the first pointer names; None, and why, when a store with editions has no pointer to one."""
        for store in self.stores:
            try:
                number = _pointer(store)
            except FileNotFoundError:
                if not list_editions(store) and store != self.stores[-1]:
                    continue
                faults.append(f"{store.name}/{CURRENT}: the file is missing")
                return None
            except EditionDamagedError as error:
                faults.append(str(error))
                return None
            return next((other / number for other in self.stores if (other / number).is_dir()), store / number)
        return None


def _pointer(store: Path) -> str:
    """The number a store's pointer names. Raises FileNotFoundError without a pointer, else EditionDamagedError."""
    where = f"{store.name}/{CURRENT}"
    try:
        number = orjson.loads((store / CURRENT).read_bytes())["number"]
    except FileNotFoundError:
        raise
    except OSError as error:
        raise EditionDamagedError(f"{where}: cannot be read ({error.strerror})") from error
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise EditionDamagedError(f"{where}: not a pointer to an edition") from error
    if not isinstance(number, str) or not NUMBER.fullmatch(number):
        raise EditionDamagedError(f"{where}: not a pointer to an edition")
    return number


def list_editions(store: Path = EMBEDDED) -> tuple[str, ...]:
    """Return the numbers of the editions in a store, newest first; whole or not. What has another name is none."""
    try:
        names = [path.parent.name for path in store.glob(f"*/{MANIFEST}")]
    except OSError:
        # A folder that cannot be read holds nothing for us; its pointer, read first, says why.
        return ()
    return tuple(sorted((name for name in names if NUMBER.fullmatch(name)), key=order, reverse=True))


def open_current(store: Path = EMBEDDED) -> Edition:
    """Return the current edition of one store. Raises EditionDamagedError when none is whole."""
    return Library((store,)).current()
