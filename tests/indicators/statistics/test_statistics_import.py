"""What importing the package costs."""

import subprocess
import sys


def test_the_package_does_not_import_scipy():
    code = "import sys, indicators.statistics; sys.exit(any(name.startswith('scipy') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
