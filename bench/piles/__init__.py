"""Piles of invented reports with their points marked by hand, and how many of them are found.

Read `marked_piles.py` first: it says how a claim is marked.
"""
