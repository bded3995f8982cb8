"""The values that all of sayso shares: frozen, typed, made with the standard library alone.

Begin with `text` and `speech` (one report) and `comparison` (several). `wire` writes them as JSON and
reads them back.
"""
