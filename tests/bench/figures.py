"""One measured figure beside its peer's, and the table of them."""

from dataclasses import dataclass

HEADS = ("figure", "ours", "peer", "ratio", "promised", "")


@dataclass(frozen=True)
class Figure:
    """A median of ours and of a peer's, in milliseconds, and what was promised of the two."""

    name: str
    ours: float
    peer: float
    most: float | None = None
    times_slower: float | None = None
    times_faster: float | None = None

    @property
    def ratio(self):
        is_slower = self.times_slower or self.ours > self.peer
        return f"{self.ours / self.peer:.2f} ×" if is_slower else f"{self.peer / self.ours:.0f} × faster"

    @property
    def promise(self):
        parts = [f"≤ {self.most:.0f} ms"] if self.most else []
        parts += [f"≤ {self.times_slower:.1f} ×"] if self.times_slower else []
        parts += [f"≥ {self.times_faster:.0f} × faster"] if self.times_faster else []
        return ", ".join(parts)

    @property
    def is_kept(self):
        return (
            (self.most is None or self.ours <= self.most)
            and (self.times_slower is None or self.ours <= self.times_slower * self.peer)
            and (self.times_faster is None or self.ours * self.times_faster <= self.peer)
        )

    def cells(self):
        verdict = ("kept" if self.is_kept else "MISSED") if self.promise else ""
        return self.name, f"{self.ours:.1f} ms", f"{self.peer:.1f} ms", self.ratio, self.promise, verdict


def table(figures):
    """Return the figures as a Markdown table, columns aligned."""
    rows = [HEADS, *[figure.cells() for figure in figures]]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADS))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])
