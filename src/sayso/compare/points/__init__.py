"""Which claims speak to one thing, and who is for it and who against.

In go the facts of the reports, their stories, their origins and the shared actors; out come the `Point`
values of the comparison. Read `points.py` first, then `prepared_claim.py`, `grouping.py` and `sides.py`.
"""
