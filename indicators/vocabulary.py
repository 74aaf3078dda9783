"""The controlled lists that definitions draw on: units of measure and caveats."""

from indicators.refdata import read_toml
from indicators.text import Strict, Text


class Unit(Strict):
    """A unit: `suffix` stands beside a number, `name` stands alone."""

    suffix: Text
    name: Text


UNITS: dict[str, Unit] = {code: Unit.model_validate(raw) for code, raw in read_toml("units.toml").items()}
CAVEATS: dict[str, Text] = {code: Text.model_validate(raw) for code, raw in read_toml("caveats.toml").items()}
