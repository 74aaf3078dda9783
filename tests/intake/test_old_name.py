"""The name that services and timers start the fetching of editions by still runs it."""

import subprocess
import sys

from tests.test_contracts import ROOT


def test_the_old_name_runs_the_same_program(tmp_path):
    order = [(tmp_path / "nothing").as_uri(), str(tmp_path / "store")]
    told = [
        subprocess.run([sys.executable, "-m", name, *order], cwd=ROOT, capture_output=True, text=True, check=False)
        for name in ("intake.editions.mirroring", "indicators.mirroring")
    ]
    assert [(done.returncode, done.stderr) for done in told] == [(2, told[0].stderr)] * 2
    assert told[0].stderr.startswith("editions: ")
