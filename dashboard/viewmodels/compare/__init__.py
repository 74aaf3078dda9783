"""A region beside its peers, and two indicators against each other."""
