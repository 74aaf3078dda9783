"""`python -m tests.bench.one MODULE FILE`: one bench of figures, and its figures as JSON in FILE."""

import importlib
import json
import logging
import sys
from dataclasses import asdict
from pathlib import Path


def main(module, file):
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    figures = importlib.import_module(f"tests.bench.{module}").measure()
    Path(file).write_text(json.dumps([asdict(figure) for figure in figures]), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
