"""The verdicts: target, position, trend, spread inside, sexes and other countries, each with its reason."""
