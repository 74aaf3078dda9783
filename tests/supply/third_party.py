"""`python -m tests.supply.third_party`: write THIRD_PARTY.md, the parts of the program and their licences."""

from tests.supply.parts import ROOT, own, parts

FILE = ROOT / "THIRD_PARTY.md"
HEAD = """# Third parties

What Hälsodialog is made of beside its own code (EUPL-1.2), with each part's licence as an SPDX expression. The
libraries are those of `requirements.lock`, installed beside the program; scripts and typefaces lie in the checkout with
their licences' texts. Written by `python -m tests.supply.third_party`; a test holds it against what is installed.
"""


def text():
    """Return the whole file."""
    rows = [
        f"| {part.name} | {part.version} | {part.licence} | {f'where {part.needed}' if part.needed else ''} |"
        for part in parts()
        if part.kind == "library"
    ]
    enclosed = [
        f"| {item['name']} | {item['version']} | {item['licence']} | {item['kind']} | `{item['terms']}` |"
        for item in own("licences.toml")["enclosed"]
    ]
    libraries = ["## Libraries", "", "| library | version | licence | needed |", "|---|---|---|---|", *rows]
    own_files = ["## In the checkout", "", "| what | version | licence | kind | its terms |", "|---|---|---|---|---|"]
    return "\n".join([HEAD, *libraries, "", *own_files, *enclosed, ""])


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
