"""The domain: what is measured and what it says. The screen imports these names and nothing below them.

The names stand in `__init__.pyi`, and each is imported when it is first asked for: making editions needs pandas,
pyarrow and scipy, which showing does not.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
