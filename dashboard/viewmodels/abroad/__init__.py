"""Sweden and the regions among countries, and the register of reference values."""
