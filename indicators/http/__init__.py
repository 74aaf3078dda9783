"""How bytes come from a publisher: addresses, one attempt, pacing, retries, stored copies, strict texts.

The sources use it through `indicators.client`, the one door.
"""
