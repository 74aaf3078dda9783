"""A region's own units: review, what changes, what stands."""
