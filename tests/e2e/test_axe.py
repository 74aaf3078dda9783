"""axe-core with every rule on: each page wide in Swedish and narrow in English, in both themes."""

from pathlib import Path

import axe_core_python
import pytest

AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => {
  const result = await axe.run(document, { resultTypes: ['violations'] });
  return result.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.target.join(' ')} | ${node.any.concat(node.all, node.none).map((c) => c.message).join('; ')}`));
}"""


# axe takes the square of the number of rows, and rows are alike: a whole region is run once, else one dimension of it.
PARTS = {
    "/internationellt": "&dimension=equal-care",
    "/jamfor/14": "&dimension=service-quality",
    "/region/14": "&dimension=service-quality",
    "/region/09": "&dimension=population-health",
}


def violations(reader, themes=("light", "dark")):
    found = []
    for theme in themes:
        reader.page.evaluate("(theme) => window.halsodialog.theme.set(theme)", theme)
        found += [f"{theme}: {violation}" for violation in reader.page.evaluate(RUN)]
    return found


# Rules look at colours, which themes change, at layout, which width changes, and at names: each is met twice.
@pytest.mark.parametrize(("language", "width"), [("sv", 1280), ("en", 320)])
def test_no_violations(reader_of, place, language, width):
    reader = reader_of(width)
    reader.open(f"{place}?lang={language}{PARTS.get(place, '')}")
    reader.page.evaluate(AXE)
    assert violations(reader) == []


def test_no_violations_in_a_whole_region(reader):
    reader.open("/region/14")
    assert len(reader.rows()) > 100
    reader.page.evaluate(AXE)
    assert violations(reader, ("light",)) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_no_violations_in_an_opened_row(reader_of, width):
    reader = reader_of(width)
    reader.open("/region/14?area=quality")
    reader.page.locator("#row-treatable-mortality .disclosure").click()
    reader.page.locator("#row-treatable-mortality-more summary").click()
    reader.page.evaluate(AXE)
    assert violations(reader) == []


def test_no_violations_in_a_notice_and_an_empty_view(reader):
    reader.open("/region/14?sex=F&area=economy&target=1&hej=1")
    assert reader.rows() == []
    reader.page.evaluate(AXE)
    assert violations(reader) == []
