"""The screen: it shows what the domain says, and computes nothing."""
