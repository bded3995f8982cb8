"""Measurements of sayso, and the frozen figures to compare them with."""
