"""Start here: `python app.py` serves Hälsodialog on http://127.0.0.1:8050."""

import sys

from dashboard.cli import main

if __name__ == "__main__":
    sys.exit(main(["serve", *sys.argv[1:]]))
