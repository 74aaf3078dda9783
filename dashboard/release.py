"""When this program was released."""

import datetime as dt

RELEASED = dt.date(2026, 12, 1)
