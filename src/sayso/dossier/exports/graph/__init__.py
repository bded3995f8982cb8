"""A graph of who publishes, quotes, denies, cites and copies whom: `parts` gathers, `graphml` writes."""
