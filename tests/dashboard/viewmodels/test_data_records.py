"""Values held back and revised: newest first, fifty of them, with a reason in words, and calm when there are none."""

from dataclasses import replace

import pytest

from dashboard.query import Question
from dashboard.viewmodels.data.records import MOST, quarantine_view, revisions_view
from dashboard.viewmodels.data.tables import data_tables
from indicators import Revisions
from tests.dashboard.stores import NEW, quarantined, revision


class Told:
    """An edition with records of its own; all else is the embedded one's."""

    def __init__(self, edition, held=(), revised=()):
        self._edition, self.quarantine, self.revisions = edition, tuple(held), Revisions(tuple(revised))

    def __getattr__(self, name):
        return getattr(self._edition, name)


def having(picture, held=(), revised=()):
    return replace(picture, edition=Told(picture.edition, held, revised))


def rows(view):
    return [[getattr(cell, "text", cell) for cell in row.cells] for row in view.table.groups[0].rows]


@pytest.mark.parametrize("view", [quarantine_view, revisions_view])
def test_nothing_is_said_calmly_and_there_is_no_table(view, picture):
    found = view(picture, Question())
    assert found.table is None
    assert found.text.endswith(".")
    assert set(data_tables(picture, Question())) == {"coverage", "downloads"}


def test_a_value_held_back_is_told_with_what_was_found_and_what_stays(picture):
    view = quarantine_view(having(picture, [quarantined()]), Question())
    assert view.text.startswith("1 värde lästes men publicerades inte")
    assert rows(view) == [
        [
            "Överbeläggning, somatisk vård", "Region Skåne", "2025", "29,0\u00a0per 100 platser",
            "2,9\u00a0per 100 platser", "Skäl: no-such-reason.", "2026-12-01",
        ]
    ]  # fmt: skip


def test_a_known_reason_is_said_in_words_with_its_numbers(picture, monkeypatch):
    from indicators import wording
    from indicators.text import Text

    known = {
        **wording.sentences(),
        "quarantine.leap": Text(sv="Tio gånger {held:value}.", en="Ten times {held:value}."),
    }
    monkeypatch.setattr(wording, "sentences", lambda: known)
    item = quarantined(reason="leap", facts={"held": 2.9})
    (row,) = rows(quarantine_view(having(picture, [item]), Question(lang="en")))
    assert row[5] == "Ten times 2.9\u00a0per 100 beds."


def test_a_reason_whose_facts_are_not_what_the_words_want_is_given_by_name(picture, monkeypatch):
    from indicators import wording
    from indicators.text import Text

    known = {"quarantine.leap": Text(sv="{n:value}", en="{n:value}")}
    monkeypatch.setattr(wording, "sentences", lambda: known)
    for facts in ({}, {"n": "x"}, {"n": [1]}):
        (row,) = rows(quarantine_view(having(picture, [quarantined(reason="leap", facts=facts)]), Question()))
        assert row[5] == "Skäl: leap."


def test_a_value_without_a_number_or_a_known_place_is_told_as_it_is(picture):
    item = quarantined(value=None, held=None, indicator="gone", area="1", period="20255")
    (row,) = rows(quarantine_view(having(picture, [item]), Question()))
    assert row[:5] == ["gone", "1", "20255", "–", "–"]


def test_a_revision_is_told_with_both_values_and_the_difference(picture):
    view = revisions_view(having(picture, revised=[revision(), revision(sex="F", new=None)]), Question())
    first, second = rows(view)
    assert first[3:6] == ["2,9\u00a0per 100 platser", "3,4\u00a0per 100 platser", "+0,5\u00a0per 100 platser"]
    assert first[6:] == ["Kolada", "2026-12-01", NEW]
    assert second[1] == "Region Skåne, kvinnor"
    assert second[4:6] == ["tillbakadraget", "–"]


def test_the_newest_come_first_and_only_fifty_are_shown(picture):
    many = [revision(date=f"2026-{1 + n // 28:02}-{1 + n % 28:02}") for n in range(120)]
    view = revisions_view(having(picture, revised=many), Question())
    dates = [row[7] for row in rows(view)]
    assert len(dates) == MOST == 50
    assert dates == sorted(dates, reverse=True)
    assert dates[0] == max(item.date for item in many)
    assert view.text.startswith("120 publicerade värden")
    assert view.text.endswith("De 50 första visas här.")
