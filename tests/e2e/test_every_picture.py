"""Every picture of the comparing pages: its finding as a heading, its words, its source, its edition, and its table."""

import pytest
from playwright.sync_api import expect

from indicators import open_picture
from tests.tiers import some

PAGES = (
    ("/jamfor/14?line=1", "sv"),
    ("/jamfor/09?peers=all", "en"),
    ("/variation", "sv"),
    ("/variation?indicator=cap-median-wait", "en"),
    ("/jamlikhet", "sv"),
    ("/jamlikhet", "en"),
    ("/internationellt/life-expectancy-at-birth-total", "sv"),
    ("/internationellt/preventable-mortality", "en"),
)
EDITION = {"sv": "Utgåva {number}", "en": "Edition {number}"}
CHARTS = """(charts) => charts.map((chart) => ({
  finding: chart.querySelector('figcaption')?.firstChild?.textContent ?? '',
  shown: chart.querySelector('figcaption small')?.textContent ?? '',
  alt: chart.querySelector('[role=img]')?.getAttribute('aria-label') ?? '',
  source: chart.querySelector('.source-line')?.textContent ?? '',
  captions: [...chart.querySelectorAll('details table caption')].map((one) => one.textContent),
  headed: [...chart.querySelectorAll('details table')].every((one) => one.querySelector('thead th[scope=col]')),
  rows: chart.querySelectorAll('details tbody th[scope=row]').length,
  marks: [...chart.querySelectorAll('.js-plotly-plot')].flatMap((p) => p.data.flatMap((one) => one.x ?? [])).length,
}))"""
# A small picture in a row of a table: its table's caption, or what stands with the table, names the edition.
IN_ROWS = """(pictures) => pictures.filter((one) => one.closest('table')).map((one) => {
  const table = one.closest('table');
  return { alt: one.getAttribute('aria-label') ?? '', caption: table.caption?.textContent ?? '',
           around: (table.closest('section, .card, .compare-rows') ?? document.body).textContent };
})"""


@pytest.fixture
def number():
    return open_picture().edition.number


def opened(reader, path, language):
    """A page with every disclosure open, so that every table is drawn."""
    reader.open(path if language == "sv" else f"{path}{'&' if '?' in path else '?'}lang={language}")
    reader.page.locator("figure.chart details.as-table").evaluate_all(
        "(all) => all.forEach((one) => { one.open = true; })"
    )
    return reader.settled()


def whole(reader):
    """The charts on the page that hold anything: one that the view has nothing for is hidden."""
    charts = reader.page.locator("figure.chart")
    expect(charts.first).to_be_attached()
    return [chart for chart in charts.all() if chart.is_visible()]


@pytest.mark.parametrize(("path", "language"), some(PAGES, kept=PAGES[::2]))
def test_every_chart_has_its_finding_words_source_edition_and_table(reader, path, language, number):
    opened(reader, path, language)
    charts = whole(reader)
    assert charts, f"{path} has no chart"
    for chart in charts:
        (found,) = chart.evaluate_all(CHARTS)
        assert found["finding"].strip(), found
        assert found["shown"].strip(), found
        assert found["alt"].strip(), found
        assert EDITION[language].format(number=number) in found["source"], found
        assert all(caption.strip() for caption in found["captions"]), found
        assert found["captions"], found
        assert found["headed"], found
        assert found["rows"] > 0, found
        assert found["marks"] > 0, found


@pytest.mark.parametrize(
    "path", ["/jamfor/14?dimension=equal-care", "/jamlikhet", "/internationellt?dimension=equal-care"]
)
def test_every_small_picture_says_its_numbers_in_words_and_its_table_names_the_edition(reader, path, number):
    reader.open(path)
    pictures = reader.page.locator("table svg[role=img]")
    expect(pictures.first).to_be_attached()
    for found in pictures.evaluate_all(IN_ROWS):
        assert any(sign.isdigit() for sign in found["alt"]), found["alt"]
        assert found["caption"].strip()
        assert number in found["around"] or number in reader.page.locator("main").inner_text(), path
