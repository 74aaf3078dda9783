"""From the publishers to what an edition may be made of: read, checked, and staged until somebody publishes it.

`synchronise` does it all; `read_candidate` gives what a new edition would hold; `clear_staged` empties the staging.
"""

from intake.sync.candidate import Candidate, read_candidate
from intake.sync.outcome import SyncNotAsked, SyncOutcome, SyncRefusal, SyncTally
from intake.sync.plan import SyncChoice
from intake.sync.reading import Silent, SyncListener
from intake.sync.run import SyncError, SyncOrder, synchronise
from intake.sync.staging import StagingError, clear_staged

__all__ = [
    "Candidate",
    "Silent",
    "StagingError",
    "SyncChoice",
    "SyncError",
    "SyncListener",
    "SyncNotAsked",
    "SyncOrder",
    "SyncOutcome",
    "SyncRefusal",
    "SyncTally",
    "clear_staged",
    "read_candidate",
    "synchronise",
]
