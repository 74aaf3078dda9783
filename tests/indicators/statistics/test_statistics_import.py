"""What importing the package costs."""

import subprocess
import sys


def test_the_package_does_not_import_scipy():
    code = "import sys, indicators.statistics; sys.exit(any(name.startswith('scipy') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def loaded(*modules):
    names = ", ".join(f"indicators.statistics.{module}" for module in modules)
    code = f"import sys, {names}; print(*(n for n in ('numpy', 'scipy.special', 'scipy.stats') if n in sys.modules))"
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()


def test_what_pages_ask_for_does_not_import_numpy():
    assert loaded("inequality", "intervals", "outcomes", "potential", "results", "xmr_records") == []


def test_what_takes_arrays_does_not_import_scipy_stats():
    assert loaded("quantiles", "slope", "variation", "xmr") == ["numpy"]
    assert loaded("funnel", "scatter") == ["numpy", "scipy.special"]
