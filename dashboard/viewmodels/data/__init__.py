"""Sources, coverage, what was held back, downloads and their metadata."""
