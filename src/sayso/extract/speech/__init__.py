"""Who is said to say what.

`sections.read_reports` takes the texts of reports and returns, as far as each was read, their
attributions: source, cue and content, with a score and the one that each stands inside.
`claims.find_claims` makes claims of them and of the sentences that the outlet says itself. Read
`attributions.py` first: the network marks roles, `link_roles` puts them together, `collecting`,
`confidence` and `thresholds` say what is kept, and `excerpts` what is read again. `sections` says how
far a long report is read.
"""
