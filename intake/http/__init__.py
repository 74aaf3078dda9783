"""How bytes come from a publisher: addresses, one attempt, pacing, retries, stored copies, strict texts.

The sources use it through `intake.http.client`, the one door.
"""
