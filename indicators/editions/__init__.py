"""Editions as they are read: opened, listed, compared, and asked for signals, coverage and tables."""
