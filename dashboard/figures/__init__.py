"""View models as figures: plain dicts that Plotly draws."""
