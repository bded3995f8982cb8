"""FollowTheMoney, the model of Aleph and OpenSanctions: entities, and statements with provenance.

`entity_lines` and `statement_lines` are the formats. `sources` makes the entities of those who say
things, `links` those of what they say; `values` has values in the form that FollowTheMoney wants.
"""
