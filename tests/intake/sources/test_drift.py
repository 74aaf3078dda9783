"""Every field of every source in eight drifts: refused and named, or harmless, or left for the check of rows."""

import pytest

from tests.intake.sources.drifting import DRIFTS, drifts, outcome
from tests.intake.sources.recorded import RECORDED

# Fields that nobody reads: words and notes, and facts that are told twice. Whatever they become, no figure differs.
UNREAD = {
    "kolada": ["next_url", "previous_url", "values.*.values.*.count"],
    "scb": ["*.index", "*.label", "*.label.*", "*.decimals", "label", "role", "role.*", "source", "updated"],
    "fohm": ["*.index", "*.label", "*.label.*", "label"],
    "eurostat": ["*.index", "*.label", "*.label.*", "label", "source", "updated", "extension", "extension.*"],
    "oecd": ["Reference area", "STRUCTURE"],
    "forsakringskassan": [],
    "socialstyrelsen": ["amne", "foregaende_sida"],
    "files": ["indicator"],
}
# Figures, and members of a list of figures: what they become is whole and well formed, and may be true. That is for
# the check of rows, as `test_drift_checked` shows. So is a flag that is gone: a publisher need not flag anything.
FIGURES = {
    "kolada": ["values.*.values.*", "values.*.values.*.value"],
    "scb": ["value.*", "status", "status.*"],
    "fohm": ["value.*", "status", "status.*"],
    "eurostat": ["value.*", "status", "status.*"],
    "oecd": ["OBS_VALUE", "OBS_STATUS"],
    "forsakringskassan": ["*", "*.observations.spt.value"],
    "socialstyrelsen": ["data.*", "data.*.varde"],
    # The folder holds other series, too: of a series whose name has changed no row is found.
    "files": ["value", "provider", "key"],
}
# What a reason may call a field instead, where what is wrong is seen from another place.
CALLED = {"sida": "page", "id": "dimension", "nasta_sida": "next", "sidor": "of", "per_sida": "of"}


def is_named(drift, reason):
    """Whether a reason names the field, or what it stands in."""
    steps = [step for step in drift.place if isinstance(step, str)]
    return not steps or any(word in reason for step in steps for word in (step, CALLED.get(step, step)))


def is_one_of(field, patterns):
    """Whether a field is told of by a pattern, whose * stands for any steps."""
    return any(
        field == pattern
        or (pattern.startswith("*.") and not pattern.endswith("*") and field.endswith(pattern[1:]))
        or (pattern.startswith("*.") and pattern.endswith(".*") and pattern[1:-1] in field)
        or (pattern.endswith(".*") and field.startswith(pattern[:-1]))
        for pattern in patterns
    )


@pytest.mark.parametrize("source", sorted(RECORDED))
def test_a_field_that_drifts_is_named_or_harmless(source):
    tried = 0
    for drift in drifts(source):
        kind, found = outcome(drift)
        where = f"{drift.field} {drift.kind}: {found}"
        tried += 1
        if kind == "refused":
            assert found.source == source, where
            assert is_named(drift, found.reason), where
        elif kind == "same":
            # What is added where nobody looks is nobody's business; and some drifts leave a value as it was.
            is_as_it_was = drift.kind in ("extra", "times 100", "null", "missing")
            assert is_as_it_was or is_one_of(drift.field, UNREAD[source]), where
        else:
            assert is_one_of(drift.field, FIGURES[source]), where
    assert tried >= 50


@pytest.mark.parametrize("source", sorted(RECORDED))
def test_a_field_is_changed_in_every_way_it_can_be(source):
    assert {drift.kind for drift in drifts(source)} == set(DRIFTS)


@pytest.mark.parametrize("source", sorted(RECORDED))
def test_what_is_read_of_a_figure_is_a_number_or_nothing(source):
    """A figure that became a text, an object or a word is never read as another figure."""
    for drift in drifts(source):
        kind, rows = outcome(drift)
        if kind == "other" and drift.kind in ("text for number", "nested", "new member"):
            assert source == "files"
            assert drift.field in ("provider", "key")
            assert rows == [] or {row.source_key for row in rows} <= {"U70447"}
