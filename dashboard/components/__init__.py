"""View models as Dash components."""
