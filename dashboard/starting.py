"""The start of the program: what it makes then stays until it ends."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage while the program is put together, and never again among what it was put together from.

    A start makes half a million objects that all stay: looking through them again and again is a fifth of its time,
    and later would also undo that workers share their pages of memory.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
