"""Differences between groups: sexes, municipalities by economic standard, judged differences."""
