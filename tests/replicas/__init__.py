"""A local server for each publisher, which answers by its contract from the embedded edition, and misbehaves on demand.

`python -m tests.replicas` serves them all; `serve()` is for tests.
"""

from tests.replicas.faults import FAULTS, Fault
from tests.replicas.serving import PUBLISHERS, Replicas, serve

__all__ = ["FAULTS", "PUBLISHERS", "Fault", "Replicas", "serve"]
