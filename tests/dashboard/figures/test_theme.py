"""Every colour of the figures stands out from light and from dark paper."""

import re
from pathlib import Path

import pytest

from dashboard.figures import theme

TOKENS = (Path(__file__).parents[3] / "assets" / "00-tokens.css").read_text(encoding="utf-8")
LEAST = 3.0
COLOURS = sorted({*theme.TONES.values(), theme.NATION, theme.ABROAD, *(colour for colour, _, _ in theme.LINES)})


def luminance(colour):
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first, second):
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def papers():
    """Each theme's paper and wash, as the tokens have them."""
    return sorted(set(re.findall(r"--(?:paper|wash|raised): (#[0-9a-f]{6});", TOKENS)))


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_the_papers_are_found_light_and_dark():
    assert "#ffffff" in papers()
    assert any(luminance(paper) < 0.05 for paper in papers())


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("paper", papers())
def test_colours_stand_out_from_every_paper(colour, paper):
    assert contrast(colour, paper) >= LEAST


def test_lines_differ_by_colour_by_dash_and_by_marker():
    for part in range(3):
        assert len({style[part] for style in theme.LINES}) == len(theme.LINES)
    assert theme.NATION not in {colour for colour, _, _ in theme.LINES}


def test_texts_are_never_small():
    assert theme.SIZE >= 13


def test_a_layout_has_no_paper_no_legend_and_no_tools():
    layout = theme.layout(height=10)
    assert (layout["paper_bgcolor"], layout["plot_bgcolor"]) == (theme.CLEAR, theme.CLEAR)
    assert (layout["showlegend"], layout["dragmode"], layout["height"]) == (False, False, 10)
