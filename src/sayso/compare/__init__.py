"""What several documents say together."""
