"""Feeds: RSS, Atom, RDF and JSON Feed. Read `feed.py` first."""
