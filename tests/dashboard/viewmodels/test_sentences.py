"""Sentences in pieces."""

from dashboard.i18n import Words, words
from dashboard.viewmodels.sentences import Piece, Sentence, listed, with_names


def text(pieces):
    return "".join(piece.text for piece in pieces)


def pieces(*names):
    return [Piece(name, f"/{name}") for name in names]


def test_names_are_listed_as_a_person_would():
    assert text(listed(pieces("A"), words("sv"))) == "A"
    assert text(listed(pieces("A", "B"), words("sv"))) == "A och B"
    assert text(listed(pieces("A", "B", "C"), words("sv"))) == "A, B och C"
    assert text(listed(pieces("A", "B", "C"), words("en"))) == "A, B and C"
    assert listed([], words("sv")) == ()


def test_a_name_with_a_comma_of_its_own_is_kept_apart_by_semicolons():
    assert text(listed(pieces("A (1,5)", "B", "C"), words("sv"))) == "A (1,5); B och C"


def test_the_names_stand_where_the_words_say_and_keep_their_links():
    say = Words("sv", {"k": "Av {n}: {names}!"})
    found = with_names(say, "k", pieces("A", "B"), n=2)
    assert text(found) == "Av 2: A och B!"
    assert [piece.href for piece in found if piece.href] == ["/A", "/B"]


def test_a_sentences_text_is_its_pieces_together():
    assert Sentence("→", "neutral", (Piece("Se "), Piece("här", "/"), Piece("."))).text == "Se här."
