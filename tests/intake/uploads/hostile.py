"""The 45 files of the list of bad uploads: each with what must come of it.

A case is (number, name, content, outcome): the outcome is the code of what stops the file, or "" when it is taken, and
codes of what else must be said. None of them is larger than it must be; the content of those that take long to make is
what makes it.
"""

import io
import struct
import zipfile

from tests.intake.uploads.making import HEAD, OTHER, ROW, THIRD, csv, in_sheet, remade, row, text, xlsx

MEGABYTE = 1024 * 1024
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
PERSON = "19121212-1212"
BILLION = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def after_declaration(mark):
    def change(name, data):
        return data.replace(b"?>", b"?>" + mark, 1) if name == SHEET else data

    return change


def wrong_crc():
    content = bytearray(xlsx())
    place = content.find(b"xl/sharedStrings.xml")
    start = place + len("xl/sharedStrings.xml")
    content[start + 20] ^= 0xFF
    return bytes(content)


def archive(members):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in members:
            new.writestr(name, data)
    return made.getvalue()


def many_members(n):
    """An archive that claims many members: the same empty one over and over in its directory."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        new.writestr("a", b"")
    content = made.getvalue()
    start = content.index(b"PK\x01\x02")
    end = content.index(b"PK\x05\x06")
    entry = content[start:end]
    counted = min(n, 0xFFFF)
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, counted, counted, len(entry) * counted, start, 0)
    return content[:start] + entry * counted + tail


def encrypted():
    content = bytearray(xlsx())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        while start >= 0:
            content[start + place] |= 1
            start = content.find(mark, start + 4)
    return bytes(content)


def far_cell(_, sheet):
    sheet.write(1_048_575, 16_383, "x")


def second_sheet(book, _):
    book.add_worksheet("Mer").write_row(0, 0, ("Enhet", "Enhetstyp", "Indikator", "Period", "Kön", "Värde"))


def hidden_parts(book, sheet):
    sheet.write_row(3, 0, THIRD)
    sheet.set_row(3, None, None, {"hidden": True})
    extra = book.add_worksheet("Dold")
    extra.write(0, 0, "hemligt")
    extra.hide()


def million_rows():
    """More rows than the limit, each a few bytes: packed it is small."""
    line = b'<row r="%d"><c r="A%d"><v>1</v></c></row>'
    rows = b"".join(line % (n, n) for n in range(3, 1_000_003))
    return remade(xlsx(), in_sheet(b"</sheetData>", rows + b"</sheetData>"))


def bomb():
    return remade(xlsx(), extra=[("xl/media/zeros.bin", bytes(30 * MEGABYTE))])


def large_unpacked():
    """Each part within the ratio, all together beyond what may be unpacked."""
    part = (bytes(range(256)) * 4 + bytes(64 * 1024)) * 160
    return remade(xlsx(), extra=[(f"xl/media/{n}.bin", part) for n in range(11)])


def cell(value, **more):
    return xlsx(row(**{"värde": value, **more}), OTHER)


def formulas(_, sheet):
    sheet.write_formula(1, 5, "=G2/H2*100", value=12.5)
    sheet.write_formula(2, 5, "=1+1", value="")


def dates(book, sheet):
    import datetime as dt

    sheet.write_datetime(1, 3, dt.datetime(2024, 3, 1), book.add_format({"num_format": "yyyy-mm"}))


def comment(_, sheet):
    sheet.write_comment(1, 0, f"Frågan gäller {PERSON}")


def runs(book, sheet):
    bold = book.add_format({"bold": True})
    sheet.write_rich_string(2, 8, "nr 19121212", bold, "-12", "12")


def cases():
    yield 1, "tom.csv", b"", "file-empty", ()
    yield 2, "rubriker.csv", csv()[: csv().index(b"\n") + 1], "no-rows", ()
    yield 3, "stor.csv", b"x" * (11 * MEGABYTE), "file-too-large", ()
    yield 4, "../../etc/passwd\0.exe", csv(), "file-type", ()
    yield from wrong_kinds()
    yield from archives()
    yield from values()
    yield from structures()
    yield from texts()


def wrong_kinds():
    starts = {"xlsx": xlsx(), "pdf": b"%PDF-1.7\n", "png": b"\x89PNG\r\n", "exe": b"MZ\x90\0", "html": b"<html><body>"}
    for kind, content in starts.items():
        yield 5, f"{kind}.csv", content, "content-mismatch", ()
    yield 6, "text.xlsx", csv(), "content-mismatch", ()
    for name in ("gammal.xls", "binär.xlsb", "öppen.ods", "makro.xlsm"):
        yield 17, name, xlsx(), "file-old-form", ()
    yield 17, "makro.xlsx", remade(xlsx(), extra=[("xl/vbaProject.bin", b"x")]), "file-old-form", ()
    yield 17, "låst.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600), "file-old-form", ()


def archives():
    yield 7, "crc.xlsx", wrong_crc(), "archive-damaged", ()
    yield 8, "kapad.xlsx", xlsx()[:-900], "archive-damaged", ()
    yield 9, "miljon.xlsx", million_rows, "sheet-rows", ()
    yield 10, "hörn.xlsx", xlsx(fill=far_cell), "sheet-rows", ()
    yield 11, "skratt.xlsx", remade(xlsx(), after_declaration(BILLION)), "archive-dtd", ()
    yield 12, "utanför.xlsx", remade(xlsx(), after_declaration(OUTSIDE)), "archive-dtd", ()
    yield 13, "delar.xlsx", many_members(60_000), "archive-members", ()
    yield 14, "bomb.xlsx", bomb, "archive-ratio", ()
    yield 14, "stor.xlsx", large_unpacked, "archive-unpacked", ()
    yield (
        15,
        "nästlad.xlsx",
        remade(xlsx(), extra=[("xl/embeddings/a.bin", archive([("a", b"x")]))]),
        "archive-nested",
        (),
    )
    yield 15, "zip.xlsx", archive([("inre.zip", archive([("a", b"x")]))]), "content-mismatch", ()
    yield 16, "stig.xlsx", remade(xlsx(), extra=[("../../ute.xml", b"<a/>")]), "archive-names", ()
    yield 16, "lösenord.xlsx", encrypted(), "archive-encrypted", ()
    yield 18, "länk.xlsx", xlsx(fill=lambda _, sheet: sheet.write_url(1, 9, "https://example.org/x")), "", ()


def values():
    for name in ("=1+1", '=HYPERLINK("http://x")', "+1", "-1+1", "@SUM(A1)", "\t=1", "'=1"):
        yield 19, "formeltext.xlsx", xlsx(row(enhet=name), OTHER), "", ()
    yield 20, "formler.xlsx", xlsx(fill=formulas), "formula-empty", ("formula-values",)
    for number in ("12,5", "12.5", "12,5 %", "12,50"):
        yield 21, "tal.csv", csv(row(värde=number), OTHER), "", ()
    for number in ("1\u00a0250,0", "1\u2009250,0", "1\u202f250,0", "1 250,0"):
        share = row(indikator="admissions", värde=number, täljare="", nämnare="")
        yield 21, "tusental.csv", csv(share, OTHER), "", ("number-cleaned",)
    yield 22, "tvetydigt.csv", csv(row(värde="1,234"), row(enhet="B", värde="1.234")), "number-ambiguous", ()
    for mark in ("..", ".", "-", "–", "n/a", "#N/A", "<5"):
        yield 23, "saknas.csv", csv(row(värde=mark), OTHER), "", ("marked-missing",)
    for mark in ("NaN", "inf", "1e309"):
        yield 23, "oändligt.csv", csv(row(värde=mark), OTHER), "number-infinite", ()
    yield 24, "täljare.csv", csv(row(täljare=50), OTHER), "", ("value-mismatch",)
    yield 24, "noll.csv", csv(row(nämnare=0), OTHER), "denominator-zero", ()
    yield 24, "över.csv", csv(row(täljare=300), OTHER), "numerator-above", ()
    for number in (-3, 101):
        yield 25, "utanför.csv", csv(row(värde=number, täljare="", nämnare=""), OTHER), "", ("out-of-range",)
    yield 26, "värdedatum.xlsx", cell_date(), "number-date", ()
    yield 27, "1904.xlsx", xlsx(fill=dates, date_1904=True), "", ()
    for period, code in (
        ("24", "period-form"),
        (2031, "period-future"),
        (1900, "period-old"),
        ("2024-13", "period-form"),
    ):
        yield 28, "period.csv", csv(row(period=period), OTHER), code, ()
    yield 29, "lika.csv", csv(ROW, ROW, OTHER), "", ("duplicate-same",)
    yield 29, "olika.csv", csv(ROW, row(värde=13.0, täljare=26)), "duplicate-differs", ()


def cell_date():
    def fill(book, sheet):
        import datetime as dt

        sheet.write_datetime(1, 5, dt.datetime(2024, 5, 12), book.add_format({"num_format": "d mmm"}))

    return xlsx(fill=fill)


def structures():
    yield 30, "okänd.csv", csv(row(indikator="pressure-ulcer"), OTHER), "indicator-unknown", ()
    yield 30, "typ.csv", csv(row(enhetstyp="Lasarett"), OTHER), "kind-unknown", ()
    yield 30, "kön.csv", csv(row(kön="X"), OTHER), "sex-unknown", ()
    yield 31, "utan.csv", csv(ROW[:5], head=("Enhet", "Enhetstyp", "Indikator", "Period", "Kön")), "columns-missing", ()
    extra = text((*ROW, "a"), (*OTHER, "b"), head=(*HEAD, "Anteckning"))
    yield 31, "extra.csv", extra.encode(), "", ("columns-ignored",)
    twice = ("Enhet", "Enhetstyp", "Indikator", "Period", "Kön", "Värde", "Value", "Nämnare")
    yield 32, "dubbel.csv", csv(head=twice), "columns-twice", ()
    yield 33, "dolt.xlsx", xlsx(fill=hidden_parts), "", ("hidden-rows", "hidden-sheet")
    yield 34, "två.xlsx", xlsx(fill=second_sheet), "sheet-several", ()
    yield 42, "lång.csv", csv(ROW).replace(b"25;200", b"25;200;9;9"), "row-long", ()
    yield 43, "sep.csv", b"\xef\xbb\xbfsep=,\n" + csv(delimiter=","), "", ()
    wide = tuple(f"k{n}" for n in range(250))
    yield 44, "bred.csv", csv(head=(*wide, "Enhet", "Indikator")), "sheet-columns", ()


def texts():
    for number in (
        PERSON,
        "191212121212",
        "121212-1212",
        "1212121212",
        "121212+1212",
        "19121272-1219",
        "19 121212 1212",
    ):
        yield 35, "person.csv", csv(row(enhet=f"A {number}"), OTHER), "personal-number", ()
    yield 35, "person.xlsx", cell(12.5, nämnare=191212121212), "personal-number", ()
    yield 36, "kommentar.xlsx", xlsx(fill=comment), "personal-number", ()
    yield 36, "delad.xlsx", xlsx(fill=runs), "personal-number", ()
    yield 36, "post.csv", csv(row(enhet="anna.svensson@region.se"), OTHER), "contact-details", ()
    yield 36, "telefon.csv", csv(row(enhet="Ring 070-123 45 67"), OTHER), "contact-details", ()
    yield 37, "märkt.csv", csv(row(enhet="<img src=x onerror=alert(1)>"), OTHER), "", ()
    yield 38, "långt.csv", csv(row(enhet="x" * 9000), OTHER), "unit-long", ()
    yield 38, "bakvänt.csv", csv(row(enhet="A\u202eB"), OTHER), "unit-invisible", ()
    yield 39, "nul.csv", csv().replace(b"Norra", b"No\0ra"), "nul", ()
    yield 39, "retur.csv", csv().replace(b"\n", b"\r"), "", ()
    yield 39, "blandat.csv", csv().replace(b"\n", b"\r\n", 1).rstrip(), "", ()
    yield 40, "skadat.csv", csv().replace(b"Norra", "VÃ¥rd".encode()), "garbled", ()
    yield 38, "jättelångt.csv", csv(row(enhet="x" * 11_000), OTHER), "field-long", ()
    yield 38, "långt citat.csv", csv(row(enhet='"' + "x" * 11_000 + '"'), OTHER), "field-long", ()
    yield 41, "citat.csv", csv(*([ROW] * 3), row(enhet='"Öppet'), *([OTHER] * 9000)), "quote", ()
    yield 45, "samma.csv", csv(), "", ()
