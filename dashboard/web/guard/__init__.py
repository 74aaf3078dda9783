"""The guard in front of everything that is served: what is let in, how much, how often, and what every answer bears."""
