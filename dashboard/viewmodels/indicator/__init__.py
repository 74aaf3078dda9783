"""One indicator: all regions, all years, the world, its units, its definition."""
