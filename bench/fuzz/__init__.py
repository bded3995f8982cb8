"""Random damage to reports, lines and facts, and what must hold all the same."""
