"""What importing the statistics costs: those that pages ask for load no numpy, and none loads scipy."""

import subprocess
import sys
from pathlib import Path

STATISTICS = Path(__file__).resolve().parents[3] / "indicators" / "statistics"
ON_ARRAYS = {"arrays", "lasting", "quantiles", "xmr"}
PLAIN = {path.stem for path in STATISTICS.glob("*.py")} - ON_ARRAYS - {"__init__"}


def loaded(*modules):
    names = ", ".join(f"indicators.statistics.{module}" for module in modules)
    code = f"import sys, {names}; print(*(n for n in ('numpy', 'scipy') if n in sys.modules))"
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()


def test_what_pages_ask_for_does_not_import_numpy():
    assert loaded(*PLAIN) == []


def test_what_takes_arrays_does_not_import_scipy():
    assert loaded(*ON_ARRAYS) == ["numpy"]
