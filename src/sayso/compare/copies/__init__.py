"""Which reports repeat one another's words, and who had them first.

In: documents. Out: `Copy`, a pair of reports with the passages that they share. Read `copies` first:
`sketches` are indexed in `postings`, `candidates` come from rare runs of words, `alignment` lays two
texts side by side, and `classify` says what they share; `direction` says who was first.
"""
