"""What a report says happened: events with their kind, time, place and participants.

`events.find_events` takes the text, the times that it tells and the day of publication, and returns
the events in text order. `times.find_times` reads those times. Read `events.py` first: it looks for
`triggers`, dates them (`tense`, `event_times`), places them (`place_names`, `geocode`) and asks who
took part (`participants`).
"""
