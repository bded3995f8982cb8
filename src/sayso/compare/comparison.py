"""The verb `compare`: what several reports say together."""

from collections.abc import Iterable
from dataclasses import replace

from sayso.compare.copies.copies import find_copies
from sayso.compare.copies.direction import with_origin
from sayso.compare.events.shared_events import find_shared_events
from sayso.compare.events.timeline import find_timeline
from sayso.compare.points.points import find_points
from sayso.compare.prepared import prepare_reports
from sayso.compare.sources.citations import find_citations
from sayso.compare.sources.origins import find_origins
from sayso.compare.sources.speakers import find_shared_actors
from sayso.compare.stories.stories import find_stories
from sayso.compare.tolls.tolls import find_tolls
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.heads import one_facts_a_text


def compare(facts: Iterable[Facts]) -> Comparison:
    """What several reports say together. Reports with the same text are one document with several heads.

    The comparison keeps the order of the reports; the order changes nothing else.
    """
    reports = one_facts_a_text(facts)
    prepared = prepare_reports(reports)
    pile = prepared.facts
    documents = {report.document.id: report.document for report in pile}
    stories = find_stories(list(documents.values()))
    citations = find_citations(pile, stories)
    copies = with_origin(find_copies(list(documents.values())), documents, citations)
    origins = find_origins(documents, copies, stories)
    actors = find_shared_actors(pile, stories)
    events = find_shared_events(pile, stories)
    compared = Comparison(pile, stories, copies, citations, origins, actors=actors, events=events)
    tolls = find_tolls(pile, events, origins, stories, citations)
    compared = replace(
        compared,
        points=find_points(pile, compared, tolls),
        tolls=tolls,
        timeline=find_timeline(events, pile),
    )
    return prepared.in_texts(compared, reports)
