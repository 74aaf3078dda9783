"""By which method an edition's signals were chosen: today's, or the earlier one that it was published with."""

from indicators import Picture


def is_earlier(picture: Picture) -> bool:
    """Return whether an edition is shown as it was published, with what the earlier method chose or with nothing."""
    return picture.as_published is not None and picture.signals is None
