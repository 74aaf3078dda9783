"""The controlled lists that definitions draw on: units of measure and caveats."""

from indicators.numbers import is_one
from indicators.refdata import read_toml
from indicators.text import Strict, Text


class Unit(Strict):
    """A unit: `suffix` stands beside a number, `one` beside the number 1 where that differs, `name` stands alone."""

    suffix: Text
    one: Text | None = None
    name: Text

    def beside(self, number: str) -> Text:
        """Return what stands beside a number as it is written: «1 dag», but «1,0 dagar» and «2 dagar»."""
        return self.one if self.one is not None and is_one(number) else self.suffix


UNITS: dict[str, Unit] = {code: Unit.model_validate(raw) for code, raw in read_toml("units.toml").items()}
CAVEATS: dict[str, Text] = {code: Text.model_validate(raw) for code, raw in read_toml("caveats.toml").items()}
