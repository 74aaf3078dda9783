"""The frame of every page."""

import dataclasses
from urllib.parse import urlsplit

import pytest

from dashboard.factory import page_modules
from dashboard.page import menu_of
from dashboard.query import Question
from dashboard.viewmodels.shell import shell, with_menu
from indicators import Edition, Picture

MENU = menu_of(module.PAGE for module in page_modules())


def test_the_menu_leads_to_the_pages_there_are(picture):
    frame = with_menu(shell(picture, Question(), (), "/", "Titel"), MENU, Question(), "/")
    menu, at_the_foot = frame.menu, {frame.statement_href, frame.glossary_href}
    # A page below another is reached from that one.
    pages = [module.PAGE for module in page_modules()]
    # Files for many are reached from «Ladda ner» on every page that has one.
    own = [page.path for page in pages if page.path.count("/") == 1 and page.name != "export"]
    assert set(own) >= at_the_foot
    assert [item.href for item in menu] == [path for path in own if path not in at_the_foot]
    assert all(item.text for item in menu)


@pytest.mark.parametrize(
    ("path", "current"),
    [("/", "/"), ("/region", "/region"), ("/region/14", "/region"), ("/dimension/x", "/dimension"), ("/404", None)],
)
def test_the_menu_says_where_the_reader_is(path, current, picture):
    menu = with_menu(shell(picture, Question(), (), path, "Titel"), MENU, Question(), path).menu
    assert [item.href for item in menu][:3] == ["/", "/dimension", "/region"]
    assert [item.href for item in menu if item.current] == ([current] if current else [])


def test_the_language_link_keeps_the_whole_view(picture):
    asked = Question(sex="F", period="2023", target=True)
    frame = shell(picture, asked, (), "/region/14", "Titel")
    assert (frame.lang, frame.other_lang) == ("sv", "en")
    assert frame.other_href == "/region/14?lang=en&sex=F&period=2023&target=1"
    back = shell(picture, dataclasses.replace(asked, lang="en"), (), "/region/14", "Title")
    assert (back.other_lang, back.other_href) == ("sv", "/region/14?sex=F&period=2023&target=1")


def test_every_link_of_the_frame_keeps_the_language(picture):
    frame = shell(picture, Question(lang="en"), (), "/", "Title")
    for href in (frame.home, frame.about_href, *(item.href for item in frame.menu)):
        assert urlsplit(href).query == "lang=en"


def test_the_footer_names_the_edition(picture):
    footer = shell(picture, Question(), (), "/", "Titel").footer
    assert picture.edition.number in footer
    assert picture.edition.manifest["published"] in footer


def test_a_whole_edition_has_no_banner_and_a_damaged_one_says_what_is_wrong(picture):
    assert shell(picture, Question(), (), "/", "Titel").banner is None
    edition = picture.edition
    fallen = Edition(edition.folder, edition.manifest, "2026-12/manifest.json: the file is missing")
    older = Picture(picture.catalogue, picture.reference, fallen, picture.areas, picture.digest)
    for lang in ("sv", "en"):
        banner = shell(older, Question(lang=lang), (), "/", "Titel").banner
        assert "2026-12/manifest.json" in banner
        assert edition.number in banner
