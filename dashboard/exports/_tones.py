"""A verdict on its own ground: which token fills it and which its symbol has, as assets/50-rug.css says."""

from dashboard.viewmodels.contract import Tone

FILLED = ("good", "bad")


def ground(tone: Tone) -> str:
    """Return the token of the ground under a symbol: full for better and worse, paper for what is missing."""
    if tone in FILLED:
        return f"{tone}-fill"
    return "paper" if tone == "missing" else f"{tone}-wash"


def sign(tone: Tone) -> str:
    """Return the token of the symbol on that ground."""
    return "on-fill" if tone in FILLED else tone


def edge(tone: Tone) -> str:
    """Return the token of the line round that ground."""
    return "paper" if tone in FILLED else "line-strong"
