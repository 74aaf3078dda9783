"""How much a presentation may hold. The scripts are given the same numbers, so that both sides refuse alike."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most slides, characters in each text, bytes in a file, and characters in a link."""

    slides: int = 60
    view: int = 1000
    picture: int = 200
    title: int = 120
    heading: int = 240
    question: int = 400
    notes: int = 4000
    file: int = 400_000
    link: int = 6000

    def as_dict(self) -> dict[str, int]:
        """Return the limits by name."""
        return asdict(self)


LIMITS = Limits()
