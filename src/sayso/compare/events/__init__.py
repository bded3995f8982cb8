"""Which events of the reports are one event.

In: the facts of the reports, and their stories. Out: `SharedEvent`, each with the events of the
reports that mention it, and the timeline. Read `shared_events` first, then `coreference`.
"""
