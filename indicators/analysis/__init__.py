"""What variation and equality need beyond the scorecard: made when an edition is written, read when it is shown."""
