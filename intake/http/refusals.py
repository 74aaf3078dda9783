"""Why an answer from a publisher was not taken: one named exception a reason, each with source, address and reason."""

SHOWN_ADDRESS = 300


class RefusedError(Exception):
    """An answer, or a request, was refused. Nothing of it is used.

    `code` is a short name for the reason, for tables and translations; `str()` says it all in one sentence.
    """

    code = "refused"

    def __init__(self, source: str, address: str, reason: str) -> None:
        """Take who was asked, where, and the reason in words."""
        self.source, self.address, self.reason = source, address, reason

    def __str__(self) -> str:
        """Return source, address and reason on one line."""
        shown = self.address if len(self.address) <= SHOWN_ADDRESS else self.address[: SHOWN_ADDRESS - 1] + "…"
        return f"{self.source}: {shown}: {self.reason}"


class ForeignAddressError(RefusedError):
    """An address outside the publisher's base address was about to be asked; no packet was sent."""

    code = "foreign-address"


class RedirectedError(RefusedError):
    """The publisher sent us on to an address outside its base address, or round in a circle."""

    code = "redirected"


class StatusError(RefusedError):
    """The publisher answered with a status that is not 200."""

    code = "status"

    def __init__(self, source: str, address: str, reason: str, status: int = 0) -> None:
        """Take the status too, so that a source may act on it (too many cells, no such table)."""
        super().__init__(source, address, reason)
        self.status = status


class UnreachableError(RefusedError):
    """No connection, a name that is not found, a certificate that does not hold, or a connection that broke."""

    code = "unreachable"


class TooLateError(RefusedError):
    """The answer did not come whole within the deadline."""

    code = "too-late"


class TooLargeError(RefusedError):
    """The body is larger than any answer should be, packed or unpacked, or unpacks to far more than was sent."""

    code = "too-large"


class IncompleteError(RefusedError):
    """The body is not whole: shorter than promised, a chunk or the packing's end is missing, or a row is cut."""

    code = "incomplete"


class EncodingError(RefusedError):
    """The body is not UTF-8, or is packed in a way that was not asked for."""

    code = "encoding"


class JsonError(RefusedError):
    """The body is not strict JSON."""

    code = "json"


class CsvError(RefusedError):
    """The body is not a whole and even table."""

    code = "csv"


class ContractError(RefusedError):
    """The body is whole, but not what the publisher's contract says: a field is missing, new, or of another kind."""

    code = "contract"


class EmptyAnswerError(RefusedError):
    """The answer holds nothing for something that was asked for."""

    code = "empty"


class PagingError(RefusedError):
    """The pages do not fit together: a wrong count, a repeated or foreign page, too many, or changed while read."""

    code = "paging"


class WaitTooLongError(RefusedError):
    """The publisher, or the number of calls it allows, asks for a longer wait than ours. It is left in peace."""

    code = "wait-too-long"


class UnverifiedError(RefusedError):
    """Which table and code answer a series is not established: it is not asked for rather than guessed."""

    code = "unverified"
