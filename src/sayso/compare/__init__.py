"""What several reports say together.

In: the facts of several reports. Out: a `Comparison`. Read `comparison` first: it calls the rooms in
order, which are `stories`, `sources`, `copies`, `events`, `points` and `tolls`; the last two share
`figures`.
"""
