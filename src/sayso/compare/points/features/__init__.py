"""What shows that two claims speak to one thing: a small function for each sign."""
