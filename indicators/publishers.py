"""Who publishes the series: names for the source line, and the terms they are used on."""

from indicators.refdata import read_toml
from indicators.text import Strict, Text, Words


class Publisher(Strict):
    """One publisher of series."""

    name: Text
    home: Words
    terms: Text


PUBLISHERS: dict[str, Publisher] = {
    code: Publisher.model_validate(raw) for code, raw in read_toml("publishers.toml").items()
}
