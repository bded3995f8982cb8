"""One document to everything that it says: attributions, claims, actors, figures and events.

Read `extracting.py` first: it calls the rooms in order. `speech` finds who is said to say what,
`stance` how each speaker stands to it and how they know, `casting` and `actors.py` who the speakers
are, `events` what happened, `casualties` how many people came to harm.
"""
