"""Tables and lists of reports: JSON Lines."""
