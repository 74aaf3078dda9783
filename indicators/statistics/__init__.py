"""Statistics of the dialogue: pure functions on arrays, which know nothing of indicators or regions.

Each is imported from its own module: showing results needs none of them, and numpy and scipy take their time to import.
"""
