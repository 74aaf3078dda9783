"""What the design promises in numbers, measured against named peers in the same run. Never part of the tests."""
