"""The answers once more from the raw figures, by hands that use none of the product's code."""
