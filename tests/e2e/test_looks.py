"""Widths and themes; what every page holds on a phone and on paper is asked in test_every_page.py."""

from playwright.sync_api import expect


def test_an_opened_row_fits_a_small_phone(reader_of):
    reader = reader_of(320, 640)
    reader.open("/region/14")
    reader.page.locator("#row-treatable-mortality .disclosure").click()
    reader.page.locator("#row-treatable-mortality-more summary").click()
    assert reader.too_wide() == []


GROUND = "() => getComputedStyle(document.body).backgroundColor"


def test_the_theme_follows_the_machine_until_it_is_chosen_and_the_choice_is_kept(reader_of):
    reader = reader_of(color_scheme="dark")
    reader.open("/om")
    button = reader.page.locator("button.theme-toggle")
    dark = reader.page.evaluate(GROUND)
    expect(button).to_have_text("Ljust tema")
    reader.tab_to("button.theme-toggle").press("Space")
    light = reader.page.evaluate(GROUND)
    assert light != dark
    expect(button).to_have_text("Mörkt tema")
    expect(button).to_be_focused()
    reader.page.locator(".site-nav").get_by_role("link", name="Översikt").click()
    reader.settled()
    assert reader.page.evaluate(GROUND) == light
    reader.page.reload()
    reader.settled()
    assert reader.page.evaluate(GROUND) == light
    button.click()
    assert reader.page.evaluate(GROUND) == dark


def test_nothing_moves_for_a_reader_who_asked_for_stillness(reader):
    reader.page.emulate_media(reduced_motion="reduce")
    reader.open("/region/14")
    moving = reader.page.evaluate("""() => [...document.querySelectorAll('*')].filter((e) => {
        const style = getComputedStyle(e);
        return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01;
    }).length""")
    assert moving == 0
