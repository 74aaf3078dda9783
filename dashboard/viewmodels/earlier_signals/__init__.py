"""What deserves attention in an area, told in sentences: for the region's page, the overview and the open interface."""
