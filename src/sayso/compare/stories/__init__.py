"""Which reports are of one story: one event and what follows from it.

In: documents. Out: `Story`, each with the ids of its reports. Read `stories` first; `similarity` says
what speaks for and against two reports being of one story.
"""
