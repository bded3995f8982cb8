"""Formats of the web, in JSON-LD: W3C annotations and schema.org.

`annotation` and `schema_org` are the formats; `jsonld` has what both write alike.
"""
