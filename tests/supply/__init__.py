"""What the program is made of beside its own code: locked, listed, licensed and held to rules."""
