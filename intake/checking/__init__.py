"""Judging every row that was read: by itself, beside its neighbours in time, beside the other areas, and as a slice."""
