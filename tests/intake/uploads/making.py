"""Files of unit data as tests make them: good ones to begin with, and what may be wrong with them."""

import io
import zipfile

import xlsxwriter

HEAD = ("Enhet", "Enhetstyp", "Indikator", "Period", "Kön", "Värde", "Täljare", "Nämnare")
SHARE = "pressure-ulcers"
ROW = ("Norra sjukhuset", "Sjukhus", SHARE, 2024, "Alla", 12.5, 25, 200)
OTHER = ("Södra sjukhuset", "Sjukhus", SHARE, 2024, "Alla", 10.0, 30, 300)
THIRD = ("Västra sjukhuset", "Sjukhus", SHARE, 2024, "Alla", 8.0, 32, 400)


def row(**changes):
    """The good row with some fields changed, by the Swedish heading in small letters."""
    fields = dict(zip((name.casefold() for name in HEAD), ROW, strict=True))
    assert set(changes) <= set(fields)
    return tuple({**fields, **changes}.values())


def text(*rows, head=HEAD, delimiter=";", end="\n"):
    """Rows as the text of a CSV file."""
    return "".join(delimiter.join(map(str, line)) + end for line in (head, *rows))


def csv(*rows, **how):
    return text(*(rows or (ROW, OTHER)), **how).encode()


def xlsx(*rows, fill=None, head=HEAD, **options):
    """Rows as an XLSX file; `fill(book, sheet)` adds what is wrong with it."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False, **options}) as book:
        sheet = book.add_worksheet("Uppgifter")
        for place, line in enumerate((head, *(rows or (ROW, OTHER)))):
            sheet.write_row(place, 0, line)
        if fill:
            fill(book, sheet)
    return content.getvalue()


def remade(content, change=None, extra=()):
    """An archive written anew: `change(name, content)` returns each member's new content, `extra` are new members."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(name, data) if change else data)
        for name, data in extra:
            new.writestr(name, data)
    return made.getvalue()


def in_sheet(old, new):
    """A change for `remade`: in the first worksheet one text in place of another."""

    def change(name, data):
        if name != "xl/worksheets/sheet1.xml":
            return data
        assert old in data
        return data.replace(old, new, 1)

    return change
