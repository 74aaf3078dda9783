"""Parts of pages that stand for themselves: each has its ids, what it shows, and what it wires."""
