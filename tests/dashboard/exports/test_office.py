"""What is here of LibreOffice is found by asking it: a part that is missing is a reason to skip, with its package."""

import pytest

from tests.dashboard.exports import office
from tests.dashboard.exports.office import CALC, DRAW, IMPRESS

PARTS = pytest.mark.parametrize("part", [CALC, IMPRESS, DRAW], ids=lambda part: part.name)
# What LibreOffice does without a part: it says so on its error stream, writes nothing, and ends with 0.
WITHOUT = "#!/bin/sh\nexit 0\n"
# The order ends with --convert-to KIND --outdir FOLDER FILE.
WHOLE = """#!/bin/sh
while [ $# -gt 1 ]; do case "$1" in --convert-to) kind=$2;; --outdir) out=$2;; esac; shift; done
mkdir -p "$out" && name=${1##*/} && : > "$out/${name%.*}.$kind"
"""


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine whose LibreOffice does as a script says; without a script it has none."""

    def made(script=None):
        if script:
            (tmp_path / "soffice").write_text(script, encoding="utf-8")
            (tmp_path / "soffice").chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin" if script else str(tmp_path))
        monkeypatch.setattr(office, "_lacking", office.lacking)

    return made


@PARTS
@pytest.mark.parametrize(("script", "told"), [(None, "not installed"), (WITHOUT, "without {name}")])
def test_a_part_that_is_missing_is_named_with_its_package(part, script, told, machine):
    machine(script)
    with pytest.raises(pytest.skip.Exception) as skipped:
        office.needs(part)
    assert told.format(name=part.name) in str(skipped.value)
    assert str(skipped.value).endswith(f"apt-get install {part.package}")


@PARTS
def test_a_part_that_is_here_is_asked(part, machine):
    machine(WHOLE)
    office.needs(part)
    assert office.lacking(part) == ""
