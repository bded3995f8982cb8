"""A module for each kind of page; `ROUTES` has its addresses."""
