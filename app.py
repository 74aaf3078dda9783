"""Start here: `python app.py` serves Hälsodialog on http://127.0.0.1:8050, for one's own machine."""

import sys

from dashboard.cli import main

if __name__ == "__main__":
    sys.exit(main(["serve", "--here", *sys.argv[1:]]))
