"""How signals were chosen before edition 2026-12, for editions of then."""
