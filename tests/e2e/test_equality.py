"""Equality in a browser: the pickers and the way back, pictures and their words, and the form for a judgement."""

import pytest
import tomli
from playwright.sync_api import expect

from tests.tiers import at_night

ROWS = "table.dumbbells tbody tr[data-indicator]"
DRAFT = "#equality-draft"
CHOSEN = "table.dumbbells tr.own"
MARKS = """rows => rows.map((row) => [
    row.querySelector('.pair-first').parentElement.getAttribute('x'),
    row.querySelector('.pair-second').parentElement.getAttribute('x'),
    row.querySelector('.dumbbell').getAttribute('aria-label'),
    ...[...row.querySelectorAll('td')].map((cell) => cell.innerText.trim())])"""


@pytest.fixture
def equal(reader):
    reader.open("/jamlikhet?lang=en")
    expect(reader.page.locator(ROWS).first).to_be_visible()
    return reader


def filled(reader, **fields):
    for name, value in fields.items():
        reader.page.locator(f"{DRAFT}-{name}").fill(value)


def test_every_picture_has_the_numbers_of_its_row(equal):
    rows = equal.page.locator(ROWS).evaluate_all(MARKS)
    assert len(rows) > 25
    for first, second, words, women, men, _, _, ratio, worse, _ in rows:
        assert f"Women {women}" in words
        assert f"Men {men}" in words
        assert words.endswith(f"Worse value: {worse}.")
        assert float(ratio) > 0
        places = float(first.rstrip("%")), float(second.rstrip("%"))
        if worse in ("Women", "Men"):
            assert (places[0] < places[1]) == (worse == "Women")


def test_the_pickers_stand_in_the_address_and_back_leads_back(equal):
    finding = equal.page.locator("#equality-finding")
    equal.picker("Nation or region").select_option("14")
    expect(finding).to_contain_text("Västra Götalandsregionen")
    equal.settled().at("/jamlikhet?lang=en&regions=14")
    equal.picker("Period").select_option("2022")
    expect(equal.page.locator("#equality-fifths-text")).to_contain_text("newest figures")
    equal.settled().at("/jamlikhet?lang=en&regions=14&period=2022")
    equal.back()
    expect(equal.page.locator("#equality-fifths-text")).not_to_contain_text("not for an earlier period")
    equal.back()
    expect(finding).to_contain_text("Sweden")


def test_a_row_leads_by_keyboard_to_its_indicator_over_the_years(equal):
    equal.tab_to(".dumbbell-change a").press("Enter")
    equal.settled()
    expect(equal.page.locator(CHOSEN)).to_have_count(1)
    chosen = equal.page.locator(f"{CHOSEN} th a").inner_text()
    expect(equal.page.locator("#equality-lines-caption small")).to_contain_text(chosen)
    expect(equal.page.locator("#equality-indicator option:checked")).to_have_text(chosen)


def test_the_lines_have_a_table_with_the_same_last_values(equal):
    equal.page.locator("#equality-lines-host summary").click()
    last = equal.page.locator("#equality-lines-table tbody tr").last.locator("td").all_inner_texts()
    row = equal.page.locator(f"{CHOSEN} td").all_inner_texts()
    assert (last[0], last[1]) == (row[0], row[1])


def test_a_judgement_with_faults_is_told_which(equal):
    equal.page.get_by_text("Write a judgement").click()
    equal.page.locator(f"{DRAFT}-second").select_option("education:low")
    equal.page.locator(f"{DRAFT}-make").click()
    made = equal.page.locator(f"{DRAFT}-made")
    expect(made).to_contain_text("Fill in or correct")
    faults = made.locator("li").all_inner_texts()
    assert "Unwarranted: Reason in Swedish" in faults
    assert "Who makes the judgement?" in faults
    assert equal.page.locator(f"{DRAFT}-made pre").count() == 0


def test_groups_of_two_kinds_are_refused(equal):
    equal.page.get_by_text("Write a judgement").click()
    equal.page.locator(f"{DRAFT}-second").select_option("education:low")
    reasons = {f"{kind}_{lang}": "reason" for kind in ("unwarranted", "grave") for lang in ("sv", "en")}
    filled(equal, **reasons, author="Anna")
    equal.page.locator(f"{DRAFT}-make").click()
    expect(equal.page.locator(f"{DRAFT}-made li")).to_have_text(["The other group"])


def test_a_whole_judgement_becomes_the_text_of_the_file_by_keyboard(equal):
    equal.page.get_by_text("Write a judgement").press("Enter")
    equal.page.locator(f"{DRAFT}-indicator").select_option("obesity")
    equal.page.locator(f"{DRAFT}-grave").select_option("yes")
    filled(equal, unwarranted_sv='Skäl med "citat"', unwarranted_en="A reason", grave_sv="Stor", grave_en="Large")
    equal.page.locator(f"{DRAFT}-author").fill("Anna Ek, Socialdepartementet")
    equal.tab_to(f"{DRAFT}-make").press("Enter")
    expect(equal.page.locator(f"{DRAFT}-made pre")).to_be_visible()
    (entry,) = tomli.loads(equal.page.locator(f"{DRAFT}-made pre").inner_text())["differences"]
    assert (entry["first"], entry["second"], entry["grave"]["grade"]) == ("sex:women", "sex:men", "yes")
    assert entry["unwarranted"]["reason"]["sv"] == 'Skäl med "citat"'


@pytest.mark.parametrize("width", [320, *at_night(768)])
def test_nothing_is_wider_than_the_screen(reader_of, width):
    reader = reader_of(width, 800).open("/jamlikhet?regions=14&indicator=obesity")
    expect(reader.page.locator(ROWS).first).to_be_visible()
    reader.page.get_by_text("Skriv en bedömning").click()
    assert reader.settled().too_wide() == []
