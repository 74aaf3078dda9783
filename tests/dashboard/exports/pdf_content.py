"""What stands on the pages of a PDF: each run of text with its place and size, each mark, and whether it is tagged."""

import re
from dataclasses import dataclass

import pikepdf

IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
SHOWS, PAINTS = {"Tj", "TJ"}, {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
POINTS = {"m": 2, "l": 2, "c": 6, "v": 4, "y": 4}


@dataclass(frozen=True)
class Run:
    """A run of text: where it begins and ends on the page (points), its size, and whether it is inside a tag."""

    text: str
    x: float
    y: float
    end: float
    size: float
    tagged: bool


@dataclass(frozen=True)
class Mark:
    """A point of a drawn path, and whether it is inside a tag."""

    x: float
    y: float
    tagged: bool


def times(a, b):
    """Return the matrix that does `a` first and then `b`."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


# How an operator changes the text's matrix.
MOVES = {
    "BT": lambda tm, _: IDENTITY,
    "Tm": lambda tm, numbers: tuple(numbers),
    "Td": lambda tm, numbers: times((1, 0, 0, 1, *numbers), tm),
    "TD": lambda tm, numbers: times((1, 0, 0, 1, *numbers), tm),
}


class Font:
    """A composite font: the width and the text of each code."""

    def __init__(self, font):
        self.widths, self.default = {}, 1000.0
        for descendant in font.get("/DescendantFonts", []):
            self.default = float(descendant.get("/DW", 1000))
            self._read_widths(list(descendant.get("/W", [])))
        self.texts = _texts(font["/ToUnicode"].read_bytes().decode("latin-1")) if "/ToUnicode" in font else {}

    def _read_widths(self, entries):
        while entries:
            first, second = int(entries.pop(0)), entries.pop(0)
            if isinstance(second, pikepdf.Array):
                self.widths |= {first + i: float(width) for i, width in enumerate(second)}
            else:
                self.widths |= dict.fromkeys(range(first, int(second) + 1), float(entries.pop(0)))

    def read(self, raw):
        codes = [int.from_bytes(raw[i : i + 2]) for i in range(0, len(raw), 2)]
        width = sum(self.widths.get(code, self.default) for code in codes)
        return "".join(self.texts.get(code, "\ufffd") for code in codes), width / 1000


def _texts(cmap):
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for low, high, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = int(text, 16)
            found |= {int(low, 16) + i: chr(start + i) for i in range(int(high, 16) - int(low, 16) + 1)}
    return found


class Reader:
    """Follows one page's content, and that of every picture on it."""

    def __init__(self):
        self.runs, self.marks, self.fonts = [], [], {}

    def follow(self, stream, resources, matrix=IDENTITY, depth=0):
        state, stack = {"ctm": matrix, "font": None, "size": 0.0, "tm": IDENTITY}, []
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            if name == "q":
                stack.append(dict(state))
            elif name == "Q":
                state = stack.pop()
            elif name in ("BDC", "BMC"):
                depth += 1
            elif name == "EMC":
                depth -= 1
            elif name == "Do":
                self._picture(resources["/XObject"][operands[0]], state["ctm"], depth)
            else:
                self._operate(name, operands, state, resources, depth)
        return self

    def _picture(self, picture, ctm, depth):
        if picture["/Subtype"] != "/Form":
            self._add_mark(ctm, (0.0, 0.0, 1.0, 1.0), depth)
            return
        placed = times(tuple(map(float, picture.get("/Matrix", IDENTITY))), ctm)
        resources = picture.get("/Resources", {})
        # Nothing of a picture is seen outside its box; only one with letters has to be read.
        self._add_mark(placed, tuple(map(float, picture["/BBox"])), depth)
        if "/Font" in resources or "/XObject" in resources:
            self.follow(picture, resources, placed, depth)

    def _operate(self, name, operands, state, resources, depth):
        if name == "cm":
            state["ctm"] = times(tuple(map(float, operands)), state["ctm"])
        elif name in MOVES:
            state["tm"] = MOVES[name](state["tm"], [float(number) for number in operands])
        elif name == "Tf":
            state["font"], state["size"] = self._font(resources["/Font"][operands[0]]), float(operands[1])
        elif name in SHOWS:
            self._show(operands[0] if name == "TJ" else [operands[0]], state, depth)
        elif name in POINTS:
            self._add_mark(state["ctm"], tuple(map(float, operands)), depth)
        elif name == "re":
            x, y, w, h = map(float, operands)
            self._add_mark(state["ctm"], (x, y, x + w, y + h), depth)

    def _font(self, font):
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = Font(font)
        return self.fonts[font.objgen]

    def _show(self, parts, state, depth):
        text, width = "", 0.0
        for part in parts:
            if isinstance(part, pikepdf.String):
                said, wide = state["font"].read(bytes(part))
                text, width = text + said, width + wide
            else:
                width -= float(part) / 1000
        at = times(state["tm"], state["ctm"])
        end = times((1, 0, 0, 1, width * state["size"], 0), at)
        size = state["size"] * (at[2] ** 2 + at[3] ** 2) ** 0.5
        self.runs.append(Run(text, at[4], at[5], end[4], size, depth > 0))
        state["tm"] = times((1, 0, 0, 1, width * state["size"], 0), state["tm"])

    def _add_mark(self, ctm, numbers, depth):
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            placed = times((1, 0, 0, 1, x, y), ctm)
            self.marks.append(Mark(placed[4], placed[5], depth > 0))


def read_pages(pdf):
    """Return what stands on each page."""
    return [Reader().follow(page, page.get("/Resources", {})) for page in pdf.pages]


def text_of(pages):
    """Return everything that is said, without the spaces that a line's end takes away."""
    return "".join("".join(run.text for page in pages for run in page.runs).split())
