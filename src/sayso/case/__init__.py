"""A case: one SQLite file that grows, remembers every decision, and can be checked.

In: documents with the bytes that they came from, facts, decisions. Out: a `Comparison` that follows the
decisions, rows for lists, and what an export shows. `case` is the door, and `door` what it can do; read
`storage` for the file, `custody` for the log, `intake` and `readings` for what comes in, `following` for
what decisions change, `comparing` for what is compared again. docs/case-file.md explains `schema.sql`
table by table.
"""
