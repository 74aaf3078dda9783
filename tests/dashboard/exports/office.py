"""LibreOffice asked to save a file as another kind, and whether what is here of it can."""

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

# A machine that has not started it before takes a while.
WAIT = 180


@dataclass(frozen=True)
class Office:
    """One part of LibreOffice: the package that brings it, and a file it must be able to save as another kind."""

    name: str
    package: str
    trial: str
    content: bytes
    target: str


# The smallest drawing that a page of PDF is.
PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
trailer<</Root 1 0 R>>
"""
OUTLINE = b"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:body><office:presentation><draw:page draw:name="a"/></office:presentation></office:body></office:document>
"""
CALC = Office("Calc", "libreoffice-calc", "trial.csv", b"a,b\n1,2\n", "xlsx")
IMPRESS = Office("Impress", "libreoffice-impress", "trial.fodp", OUTLINE, "pptx")
DRAW = Office("Draw", "libreoffice-draw", "trial.pdf", PAGE, "fodg")


def saved_as(path, target, folder, how=""):
    """Let LibreOffice save a file as another kind below a folder; the new file, not there where it cannot."""
    out = folder / f"from-{path.suffix[1:]}"
    order = ["soffice", f"-env:UserInstallation=file://{folder}/home", "--headless"]
    order += [f"--infilter={how}"] if how else []
    order += ["--convert-to", target, "--outdir", str(out), str(path)]
    subprocess.run(order, check=True, capture_output=True, timeout=WAIT)
    return out / f"{path.stem}.{target.partition(':')[0]}"


def lacking(office):
    """Why a part cannot be asked; empty where it has saved its trial."""
    if shutil.which("soffice") is None:
        return f"LibreOffice is not installed: apt-get install {office.package}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / office.trial
        path.write_bytes(office.content)
        try:
            made = saved_as(path, office.target, Path(folder)).exists()
        except (subprocess.SubprocessError, OSError):
            made = False
    return "" if made else f"LibreOffice is here without {office.name}: apt-get install {office.package}"


_lacking = cache(lacking)


def needs(*offices):
    """Skip the test, with the package's name, where one of these parts of LibreOffice is not here."""
    for office in offices:
        if fault := _lacking(office):
            pytest.skip(fault)
