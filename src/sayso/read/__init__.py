"""Reading: a path goes in, documents come out.

Each family of formats has a room. Begin with `reports`; `table` says which reader has a file.
"""
