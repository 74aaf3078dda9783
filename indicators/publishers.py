"""Who publishes the series: names for the source line, and the terms they are used on."""

from indicators.refdata import read_toml
from indicators.text import Strict, Text, Words


class Publisher(Strict):
    """One publisher of series.

    `attribution` stands beside its own values, `derived` beside what is computed from them: some terms forbid naming
    the publisher as the source of another's computation. `expected` says when it publishes next, where that is known.
    """

    name: Text
    home: Words
    terms: Text
    attribution: Text
    derived: Text
    expected: Text | None = None


PUBLISHERS: dict[str, Publisher] = {
    code: Publisher.model_validate(raw) for code, raw in read_toml("publishers.toml").items()
}
