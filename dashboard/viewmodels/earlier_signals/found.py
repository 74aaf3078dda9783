"""What an edition's pages tell by the earlier method: what was stored with it, and that the method is another now."""

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.sentences import Piece, Sentence
from indicators import (
    Attention,
    CountryAttention,
    Picture,
    attention,
    country_attention,
    kept_attention,
    kept_country,
)


def found_in_area(picture: Picture, question: Question, area: str) -> Attention | None:
    """Return what was chosen for one area; None where the edition is read as published, and holds none."""
    asked = (picture, area, question.sex, question.as_of)
    return kept_attention(*asked) if picture.as_published else attention(*asked)


def found_in_country(picture: Picture, question: Question, dimension: str = "") -> CountryAttention | None:
    """Return what was chosen for the country; None where the edition is read as published, and holds none."""
    asked = (picture, question.as_of, dimension)
    return kept_country(*asked) if picture.as_published else country_attention(*asked)


def method_line(picture: Picture, question: Question) -> Sentence | None:
    """Return the line that says by which method an earlier edition's signals were chosen, or that none were stored.

    None for the current edition.
    """
    if not picture.as_published:
        return None
    key = "signals.earlier_year" if question.as_of else "signals.earlier_method"
    return Sentence("→", "neutral", (Piece(words(question.lang)(key, edition=picture.edition.number)),))
