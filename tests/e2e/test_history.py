"""Back and forward: each step restores controls, rows, place and focus, whoever made the entry."""

import time

from playwright.sync_api import expect

STEPS = (
    ("?sex=F", lambda reader: reader.picker("Kvinnor").check()),
    ("?sex=F&period=2022", lambda reader: reader.picker("Period").select_option("2022")),
    ("?sex=F&period=2022&deviating=1", lambda reader: reader.picker("avvikande mått").check()),
    ("?sex=M&period=2022&deviating=1", lambda reader: reader.picker("Män").check()),
)

# What stands above may be told in fewer lines: the place is where the reader's eyes are, not how far down the page.
PLACE = "Math.round(document.querySelector('.filters').getBoundingClientRect().top)"


SETTLES_WITHIN = 10


def view(reader):
    return reader.page.url, reader.rows(), reader.filters(), reader.page.locator("tr.row .number").all_text_contents()


def shows(reader, expected):
    """Wait for the view: between two steps the one before may still stand, but it may not stay."""
    end = time.monotonic() + SETTLES_WITHIN
    while (found := view(reader)) != expected and time.monotonic() < end:
        reader.page.wait_for_timeout(50)
        reader.settled()
    assert found == expected


def changed(reader, before):
    """Wait until other figures stand there than before: each step of these walks changes them."""
    end = time.monotonic() + SETTLES_WITHIN
    while (found := view(reader.settled()))[1::2] == before[1::2] and time.monotonic() < end:
        reader.page.wait_for_timeout(50)
    assert found[1::2] != before[1::2]
    return found


def walk(reader, steps):
    """Make the steps and return the view before the first and after each."""
    views = [view(reader)]
    for query, change in steps:
        change(reader)
        views.append(changed(reader, views[-1]))
        assert reader.page.url.endswith(query)
    return views


def test_steps_made_by_filters_are_walked_both_ways(reader):
    reader.open("/region/14")
    views = walk(reader, STEPS)
    for expected in reversed(views[:-1]):
        shows(reader.back(), expected)
    for expected in views[1:]:
        shows(reader.forward(), expected)


def test_a_step_between_filters_leaves_focus_and_place_alone(reader):
    reader.open("/region/14")
    walk(reader, STEPS)
    place = reader.page.evaluate(PLACE)
    reader.back().back()
    assert reader.page.evaluate(PLACE) == place
    assert reader.focus() != "body"


def test_steps_over_pages_filters_and_languages(reader):
    reader.open("/")
    reader.picker("Period").select_option("2022")
    reader.settled().page.locator(".site-nav").get_by_role("link", name="Regioner").click()
    reader.settled().page.locator("#main").get_by_role("link", name="Västra Götalandsregionen").click()
    views = walk(reader.settled(), STEPS[:2])
    reader.page.get_by_role("link", name="Switch to English").click()
    reader.settled().picker("Men").check()
    english = view(reader.settled())
    reader.page.locator("tr.row th a").first.click()
    assert "/indikator/" in reader.settled().page.url
    shows(reader.back(), english)
    reader.back().back()
    shows(reader, views[2])
    shows(reader.back(), views[1])
    shows(reader.back(), views[0])
    reader.back().at("/region").back().at("/?period=2022")
    assert reader.filters()["period"] == "2022"
    reader.back().at("/")
    assert reader.filters()["period"] == "newest"
    for _ in range(6):
        reader.forward()
    assert reader.page.url.endswith("lang=en")
    reader.forward()
    shows(reader, english)


def test_a_view_that_was_reached_by_an_address_is_returned_to(reader):
    """Dash itself last heard of sex=F: leaving it by a filter and coming back must still show it."""
    reader.open("/region/14?sex=F")
    first = view(reader)
    reader.picker("Män").check()
    reader.settled().picker("Alla").check()
    second = view(reader.settled().at("/region/14"))
    reader.page.locator(".site-nav").get_by_role("link", name="Översikt").click()
    reader.settled()
    shows(reader.back(), second)
    shows(reader.back().back(), first)


def test_quick_steps_end_at_the_right_view(reader):
    reader.open("/region/14")
    views = walk(reader, STEPS)
    reader.page.evaluate("history.go(-3)")
    reader.page.evaluate("history.go(2)")
    reader.page.evaluate("history.go(-1)")
    reader.page.wait_for_timeout(300)
    shows(reader.settled(), views[2])
    reader.page.locator(".site-nav").get_by_role("link", name="Översikt").click()
    reader.page.evaluate("history.back()")
    reader.page.wait_for_timeout(300)
    shows(reader.settled(), views[2])


def test_coming_back_leads_to_the_link_and_the_place_that_were_left(reader):
    reader.open("/region/14")
    link = reader.page.locator("tr.row th a").nth(60)
    link.scroll_into_view_if_needed()
    place = reader.page.evaluate("scrollY")
    assert place > 500
    link.focus()
    reader.press("Enter").settled()
    expect(reader.page.locator("h1")).to_be_focused()
    assert reader.page.evaluate("scrollY") == 0
    reader.back()
    expect(link).to_be_focused()
    assert abs(reader.page.evaluate("scrollY") - place) < 5
    expect(link).to_be_in_viewport()


def test_a_shared_address_shows_the_same_view_to_another_reader(reader_of):
    one, other = reader_of(), reader_of()
    one.open("/region/14")
    views = walk(one, STEPS)
    address = one.page.url.removeprefix(one.address)
    shows(other.open(address), views[-1])
    one.open("/?period=2022&indicator=beds&order=north-south&lang=en")
    assert one.filters() == {"period": "2022", "order": "north-south", "indicator": "beds"}
