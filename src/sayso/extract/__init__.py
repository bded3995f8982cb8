"""One document to everything that it says."""
