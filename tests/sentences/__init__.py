"""A walk through every sentence about a figure."""
