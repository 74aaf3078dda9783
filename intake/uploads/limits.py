"""How much a file may be, and how much reading it may cost. Every number has its reason."""

MEGABYTE = 1024 * 1024

# 100 000 rows of unit data are 3 MB as XLSX and 9 MB as CSV: nobody who fills in the template comes near.
MOST_BYTES = 10 * MEGABYTE
MOST_UNPACKED = 100 * MEGABYTE
# A sheet of equal rows packs 60:1; bombs start at 1 000:1.
HIGHEST_RATIO = 200
MOST_MEMBERS = 200
MOST_ROWS = 100_000
MOST_COLUMNS = 200
# The reader holds a sheet as a full rectangle: a template with every row in use has 800 000 cells.
MOST_CELLS = 1_000_000

# What the reading process may take. Address space is more than memory in use; 100 000 rows need 200 MB in use.
ADDRESS_SPACE = 900 * MEGABYTE
CPU_SECONDS = 30
WALL_SECONDS = 60
OPEN_FILES = 32
# The answer: 100 000 rows of 150 bytes are 15 MB.
MOST_ANSWER = 32 * MEGABYTE

LONGEST_UNIT_NAME = 120
LONGEST_FOUND = 40
MOST_FINDINGS = 50
EARLIEST_YEAR = 1990
PREVIEW_HOURS = 24
