"""Sentences in pieces."""

import pytest

from dashboard.i18n import Words, words
from dashboard.viewmodels.sentences import Piece, Sentence, filled, genitive, listed, with_names


def text(pieces):
    return "".join(piece.text for piece in pieces)


def named(*names, said=""):
    return [(Piece(name, f"/{name}", row=name), said) for name in names]


def test_names_are_listed_as_a_person_would():
    assert text(listed(named("A"), words("sv"))) == "A"
    assert text(listed(named("A", "B"), words("sv"))) == "A och B"
    assert text(listed(named("A", "B", "C"), words("sv"))) == "A, B och C"
    assert text(listed(named("A", "B", "C"), words("en"))) == "A, B and C"
    assert listed([], words("sv")) == ()


def test_a_name_with_a_comma_of_its_own_is_kept_apart_by_semicolons():
    assert text(listed(named("A, eller a", "B", "C"), words("sv"))) == "A, eller a; B och C"
    assert text(listed([*named("A", said="(1,5)"), *named("B", "C")], words("sv"))) == "A (1,5); B och C"


def test_what_is_said_of_a_name_stands_after_it_outside_the_link():
    found = listed(named("A", "B", said="(1)"), words("sv"))
    assert text(found) == "A (1) och B (1)"
    assert [(piece.text, piece.href, piece.row) for piece in found if piece.href] == [
        ("A", "/A", "A"),
        ("B", "/B", "B"),
    ]


def test_the_names_stand_where_the_words_say_and_keep_their_links():
    say = Words("sv", {"k": "Av {n}: {names}!"})
    found = with_names(say, "k", named("A", "B"), n=2)
    assert text(found) == "Av 2: A och B!"
    assert [piece.href for piece in found if piece.href] == ["/A", "/B"]


def test_a_sentences_text_is_its_pieces_together():
    assert Sentence("→", "neutral", (Piece("Se "), Piece("här", "/"), Piece("."))).text == "Se här."


def test_pieces_stand_where_the_words_say():
    found = filled("Av {b} och {a}.", a=Piece("A", "/a"), b=Piece("{x}"))
    assert [piece.text for piece in found] == ["Av ", "{x}", " och ", "A", "."]
    assert filled("", a=Piece("A")) == ()
    with pytest.raises(KeyError):
        filled("Av {c}.", a=Piece("A"))


@pytest.mark.parametrize(
    ("name", "sv", "en"),
    [
        ("Region Skåne", "Region Skånes", "Region Skåne’s"),
        ("Västra Götalandsregionen", "Västra Götalandsregionens", "Västra Götalandsregionen’s"),
        ("Region Västernorrland", "Region Västernorrlands", "Region Västernorrland’s"),
        ("Region Jämtland Härjedalen", "Region Jämtland Härjedalens", "Region Jämtland Härjedalen’s"),
        ("Region Örebro län", "Region Örebro läns", "Region Örebro län’s"),
        ("Region Dalarna", "Region Dalarnas", "Region Dalarna’s"),
        ("riket", "rikets", "riket’s"),
        ("Borås", "Borås", "Borås’"),
        ("VÄSTERÅS", "VÄSTERÅS", "VÄSTERÅS’"),
        ("Sollefteå-Ix", "Sollefteå-Ix", "Sollefteå-Ix’s"),
    ],
)
def test_whose_something_is(name, sv, en):
    assert (genitive(name, "sv"), genitive(name, "en")) == (sv, en)
