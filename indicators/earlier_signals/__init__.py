"""What deserves attention in an area: few findings, each about a question of its own, with yardstick and how sure."""
