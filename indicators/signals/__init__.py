"""What matters in an area: signals chosen by size, chance, age and influence, told by theme, at most three subjects."""
