"""Presentations: what a slide is, what it shows, ready-made starts, and what a presentation is exported from."""
