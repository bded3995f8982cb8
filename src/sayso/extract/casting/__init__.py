"""Who speaks in a report: from its text and the sources of its attributions to clusters of mentions.

Names, noun phrases and pronouns that mean one speaker come together in one cluster; actors.py makes
actors of the clusters. Read mention_index.py first: it holds what the other files find.
"""
