"""PNG: the same picture in pixels, twice as large as on screen, for programs that take no vectors."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from dashboard.exports._markup import as_svg
from dashboard.exports.pictures.vector import WIDTH, drawn
from dashboard.viewmodels.exported.picture import RowPicture

NAME, MIME = "png", "image/png"
FONTS = Path(__file__).parents[1] / "report" / "typst" / "fonts"
POINTS_PER_INCH, TWICE = 72, 2
PAGE = Path(__file__).parent / "picture.typ"
# One compiler keeps its fonts; it takes one picture at a time.
_ALONE = Lock()


def write(picture: RowPicture) -> Iterator[bytes]:
    """Yield the picture."""
    with _ALONE:
        inputs = {"picture": as_svg(drawn(picture)).decode(), "width": str(WIDTH)}
        yield bytes(_compiler().compile(format="png", ppi=POINTS_PER_INCH * TWICE, sys_inputs=inputs, timestamp=0))


@cache
def _compiler() -> Any:
    # Only who takes a picture home waits for the import.
    import typst

    fonts = typst.Fonts(font_paths=[str(FONTS)], include_system_fonts=False, include_embedded_fonts=False)
    return typst.Compiler(input=str(PAGE), root=str(PAGE.parent), font_paths=fonts)
