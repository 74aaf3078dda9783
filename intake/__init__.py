"""The way in: what is asked of publishers and sent by regions, how it is checked, and how it becomes an edition.

The names stand in `__init__.pyi`, and each is imported when it is first asked for: showing needs none of them.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
