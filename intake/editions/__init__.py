"""Editions as they are made: built, written, published, mirrored and corrected."""
