"""View models: a question answered as frozen, formatted rows and texts."""
