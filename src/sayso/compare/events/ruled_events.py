"""What people have ruled about events: which of them are one, and which are not."""

from collections.abc import Sequence

from sayso.compare.clustering import GroupsApart
from sayso.compare.events.mentions import ReportedEvent
from sayso.model.comparison import EventMention
from sayso.model.rulings import Rulings


def follow_event_rulings(
    clusters: Sequence[list[ReportedEvent]], rulings: Rulings
) -> tuple[list[list[ReportedEvent]], Rulings]:
    """The clusters as people want them, and the rulings on events that could not be followed.

    An event that is none of the others in its cluster leaves it, for a cluster of its own.
    """
    if not (rulings.same_events or rulings.other_events):
        return list(clusters), Rulings()
    by_mention = {_mention_of(event): event for cluster in clusters for event in cluster}
    groups = GroupsApart(by_mention, rulings.other_events)
    for together in (*rulings.same_events, *(map(_mention_of, cluster) for cluster in clusters)):
        groups.join(together)
    unmet = Rulings(
        same_events=groups.not_joined(rulings.same_events),
        other_events=groups.not_here(rulings.other_events),
    )
    return [[by_mention[mention] for mention in group] for group in groups.groups()], unmet


def _mention_of(event: ReportedEvent) -> EventMention:
    return EventMention(event.document.id, event.event.id)
