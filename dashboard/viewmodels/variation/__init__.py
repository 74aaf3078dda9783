"""The spread inside the regions beside the spread between them."""
