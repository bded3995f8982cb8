"""Tables of those who record conflict: events with deaths in the columns of ACLED and of UCDP.

`acled` and `ucdp` are the formats. `event_rows` has what is known of an event, `event_table` writes it.
"""
