"""Piles of invented reports with their points marked by hand, and how many of them are found."""
