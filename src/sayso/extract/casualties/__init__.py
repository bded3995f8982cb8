"""How many people came to which harm.

`figures.find_figures` takes the text of a report with its events and times, and returns the figures in
text order. Read `figures.py` first: it counts people (`counted_people`, `single_people`), looks for what
was done to them (`harm_predicates`; `attachment` chooses, by what the `attach_` modules and `vetoes` say),
adds up lists (`enumerations`), and settles which event a figure is of (`event_of_figure`).
"""
