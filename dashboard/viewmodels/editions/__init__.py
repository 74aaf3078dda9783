"""Which editions there are, what differs between two, and what was revised."""
