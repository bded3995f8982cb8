"""A comparison as something that a person reads."""
