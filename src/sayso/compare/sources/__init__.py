"""Who published a report, who speaks in it, and for which side.

In: the facts of the reports, their stories and copies. Out: citations, origins (reports that count as
one voice), shared actors, and the sides of names. Read `outlets` first: the others use its names.
"""
