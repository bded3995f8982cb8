"""Tolls: what the figures for one harm in one event come to, under each recorder's policy.

In: the facts of reports, with their shared events, origins and stories. Out: a `Toll` for each group
of figures and each policy, with a line for every figure that says how it was used. Read `tolls.py`
first, then `status.py`: whether a figure counts is decided there.
"""
