"""Statistics of the dialogue: pure functions on numbers, which know nothing of indicators or regions.

Each is imported from its own module. Few compute on arrays, with numpy; the others are plain Python, as the numbers are
few and showing results must not wait for numpy.
"""
