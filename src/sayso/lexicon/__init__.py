"""English as data, checked when it is loaded."""
