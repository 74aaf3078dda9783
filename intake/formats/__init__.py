"""What the sources share: what is wanted, how a body's shape is judged, codes of places, cubes, and rows."""
