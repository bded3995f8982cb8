"""How many documents are worked on at once."""
