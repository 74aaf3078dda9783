"""The walk of a page by Tab: through all that can be operated, in the page's order, with the focus to be seen."""

from playwright.sync_api import expect

# Everything that can be operated, but for what stands aside until asked for: a closed menu, the cells of a grid.
OPERABLE = """() => [...document.querySelectorAll('a[href], button, select, input, textarea, summary, [tabindex="0"]')]
  .filter((e) => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true })
    && !(e.type === 'radio' && !e.checked))"""
# The colour of the ring of focus.
RING = """() => {
  const probe = document.body.appendChild(Object.assign(document.createElement('i'), { style: 'color: var(--focus)' }));
  window.ring = getComputedStyle(probe).color;
  probe.remove();
}"""
# Notes each stop as Tab is let go, with what is wrong with it. The ring stands on the element itself or, where that is
# a picture or a hidden button, on what is drawn for it.
WATCH = """() => document.addEventListener('keyup', () => {
  const e = document.activeElement;
  window.reached.push(e);
  const drawn = [e, e.parentElement, e.nextElementSibling, ...e.children].filter(Boolean).some((one) => {
    const style = getComputedStyle(one);
    return (parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none')
      || (parseFloat(style.strokeWidth) >= 2 && style.stroke === window.ring);
  });
  const box = e.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  if (!drawn || !inside) window.unseen.push(`${e.outerHTML.slice(0, 120)} at ${Math.round(box.top)}, drawn: ${drawn}`);
}, { capture: true, signal: (window.walk = new AbortController()).signal })"""
MISSED = "() => operable.filter((e) => !reached.includes(e)).map((e) => e.outerHTML.slice(0, 120))"
OUT_OF_ORDER = "() => operable.filter((e, i) => reached[i] !== e).map((e) => e.outerHTML.slice(0, 120))"
# Rows are alike: where there are many, the first stops stand for the rest.
FEWEST, MOST = 5, 90


def faults(guest):
    """What is wrong with the walk from the top of an open page, by what it is."""
    page = guest.page
    # The walk begins where a page begins that has just been opened.
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); getSelection().collapse(document.body, 0); }")
    page.evaluate(RING)
    page.evaluate(WATCH)
    page.evaluate(
        f"(most) => {{ window.reached = []; window.unseen = []; window.operable = ({OPERABLE})().slice(0, most); }}",
        MOST,
    )
    expected = page.evaluate("window.operable.length")
    guest.press(*["Tab"] * expected)
    page.evaluate("window.walk.abort()")
    found = {
        "stops": [] if expected > FEWEST else [f"only {expected}"],
        "focus_not_seen": page.evaluate("window.unseen"),
        "missed_by_tab": page.evaluate(MISSED),
        "out_of_order": page.evaluate(OUT_OF_ORDER),
    }
    # The first stop of all leads past the menu.
    page.evaluate("window.operable[0].focus()")
    _skips_to_the_content(guest)
    return found


def _skips_to_the_content(guest):
    link = guest.page.locator("a.skip-link")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    guest.press("Enter")
    expect(guest.page.locator("#main")).to_be_focused()
    guest.press("Tab")
    assert guest.page.evaluate("document.getElementById('main').contains(document.activeElement)")
