"""What a number in a report says: how many, of what or of which people, said when, and how it stands
to the numbers said before it.

In: the facts of a report, a claim's content or a figure. Out: a Quantity, a Victim, a SayingTime, and
the Threads of dated numbers for one thing. Shared by points/ and tolls/. Read quantity.py first, then
revisions.py.
"""
