"""Who is said to say what.

`attributions.find_attributions` takes the texts of reports and returns their attributions: source,
cue and content, with a score and the one that each stands inside. `claims.find_claims` makes claims
of them and of the sentences that the outlet says itself. Read `attributions.py` first: the network
marks roles, `link_roles` puts them together, `confidence` and `thresholds` say what is kept, and
`excerpts` what is read again.
"""
