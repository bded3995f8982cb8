"""Disputes, concessions and agreement among claims, and who is on which side.

In go the facts of the reports, their tolls and what was compared before: stories, origins, citations,
shared actors and events; out come the `Point` values of the comparison. Read `points.py` first: it has
the order of the steps. Then `prepared_claim.py`, `verdict_reader.py`, `relations.py` and `disputes.py` for
claims that contradict each other, `denials.py` for what a denial denies, `figure_disputes.py` for
numbers, `concessions.py`, and `agreement.py`. `drafts.py` and `point_maker.py` make the points.
"""
