"""What goes wrong under a reader's own settings is found; that nothing does is asked of every page together."""

from tests.e2e.own_settings import FOUND

# Put into a page that nothing is found on: what is there to be found.
FAULTS = {
    "cut": "overflow: hidden; width: 30px; white-space: nowrap",
    "moving": "transition: color 1s",
    "lost": "color: rgb(1, 2, 3); background: rgb(1, 2, 3)",
}


def test_what_is_wrong_is_found(reader):
    page = reader.open("/tillganglighet").page
    for kind, style in FAULTS.items():
        page.evaluate("() => document.getElementById('main').append(document.createElement('p'))")
        part = "document.getElementById('main').lastChild"
        page.evaluate(
            f"(style) => {{ {part}.textContent = 'Ett prov av texten'; {part}.style.cssText = style; }}", style
        )
        assert any("Ett prov" in one for one in page.evaluate(FOUND, kind)), kind
        page.evaluate(f"() => {part}.remove()")
        assert not any("Ett prov" in one for one in page.evaluate(FOUND, kind))
