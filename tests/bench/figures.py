"""One measured figure beside its peer's, what was promised of it, and the table of them."""

from dataclasses import dataclass

HEADS = ("figure", "ours", "peer", "ratio", "promised", "")
DIGITS = {"ms": 1, "MB": 0, "requests/s": 0}


@dataclass(frozen=True)
class Figure:
    """A median of ours and of a peer's, and what was promised of the two.

    `unit` is ms, MB or requests/s. Of requests a second more is better: they are promised by `least`, and the ratio
    is the other way round.
    """

    name: str
    ours: float
    peer: float
    most: float | None = None
    times_slower: float | None = None
    times_faster: float | None = None
    unit: str = "ms"
    least: float | None = None

    @property
    def _gain(self):
        """How many times better ours is than the peer's."""
        return self.ours / self.peer if self.unit == "requests/s" else self.peer / self.ours

    @property
    def ratio(self):
        if self.times_slower or self._gain < 1:
            return f"{1 / self._gain:.2f} ×"
        word = {"ms": "faster", "MB": "smaller", "requests/s": "more"}[self.unit]
        return f"{self._gain:.1f} × {word}" if self._gain < 10 else f"{self._gain:.0f} × {word}"

    @property
    def promise(self):
        parts = [f"≤ {self.most:.0f} {self.unit}"] if self.most else []
        parts += [f"≥ {self.least:.0f} {self.unit}"] if self.least else []
        parts += [f"≤ {self.times_slower:.1f} ×"] if self.times_slower else []
        parts += [f"≥ {self.times_faster:.0f} ×"] if self.times_faster else []
        return ", ".join(parts)

    @property
    def is_kept(self):
        return (
            (self.most is None or self.ours <= self.most)
            and (self.least is None or self.ours >= self.least)
            and (self.times_slower is None or self.times_slower * self._gain >= 1)
            and (self.times_faster is None or self._gain >= self.times_faster)
        )

    def cells(self):
        verdict = ("kept" if self.is_kept else "MISSED") if self.promise else ""
        return self.name, self._said(self.ours), self._said(self.peer), self.ratio, self.promise, verdict

    def _said(self, value):
        return f"{value:.{DIGITS[self.unit]}f} {self.unit}"


def table(figures):
    """Return the figures as a Markdown table, columns aligned."""
    rows = [HEADS, *[figure.cells() for figure in figures]]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADS))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])
