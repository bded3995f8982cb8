"""What the reports of one story say together: its events, tolls, points and timeline.

That depends on the facts of these reports and on what the pile says of them, their `StoryContext`, and
on nothing else; so it is the same whether the story is compared with all others or alone.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256

from sayso.compare.events.shared_events import find_shared_events
from sayso.compare.events.timeline import find_timeline
from sayso.compare.points.points import find_points
from sayso.compare.points.verdict_reader import Network
from sayso.compare.prepared import PreparedReports, prepare_reports
from sayso.compare.sources.claim_origins import claim_origins
from sayso.compare.sources.speakers import ruled_voices, speaker_keys
from sayso.compare.tolls.tolls import find_tolls
from sayso.encoder.dispute_scores import read_disputes
from sayso.model.comparison import ActorMention, Comparison, Entry, Point, SharedEvent, Toll
from sayso.model.facts import Facts
from sayso.model.ids import AttributionId, DocumentId
from sayso.model.rulings import NO_RULINGS, Rulings, same_rulings

# Counted up when comparing one story gives something else for the same facts and context.
STORY_VERSION = 1


@dataclass(frozen=True, slots=True)
class StoryReport:
    """A report of a story: what its facts are known by, and the name of its origin.

    An origin has the lowest id of its reports in the story as its name.
    """

    document: DocumentId
    facts_key: str
    origin: str


@dataclass(frozen=True, slots=True)
class CitedOrigin:
    """The origin of the outlet that an attribution names; its name is the lowest id of its reports, of
    those in the story if it has any there."""

    document: DocumentId
    attribution: AttributionId
    origin: str


@dataclass(frozen=True, slots=True)
class StoryContext:
    """What the pile says that matters for one story, by the ids of the texts' own form.

    `speakers` are the groups of mentions in the story that are one speaker; who is in none speaks once.
    """

    reports: tuple[StoryReport, ...]
    cited: tuple[CitedOrigin, ...] = ()
    speakers: tuple[tuple[ActorMention, ...], ...] = ()
    rulings: Rulings = NO_RULINGS

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """The ids of the reports, in order."""
        return tuple(report.document for report in self.reports)

    @property
    def key(self) -> str:
        """What the story's part may be kept under: it changes with the facts of a report, with the
        context, and with STORY_VERSION."""
        known = json.dumps([STORY_VERSION, asdict(self)], sort_keys=True, separators=(",", ":"))
        return sha256(known.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class StoryPart:
    """What comparing one story gives, in the texts' own form.

    `unmet` are the rulings of the context that could not be followed.
    """

    events: tuple[SharedEvent, ...] = ()
    points: tuple[Point, ...] = ()
    tolls: tuple[Toll, ...] = ()
    timeline: tuple[Entry, ...] = ()
    unmet: Rulings = NO_RULINGS


def compare_story(
    facts: Iterable[Facts], context: StoryContext, network: Network = read_disputes
) -> StoryPart:
    """What the reports of a story say together.

    `facts` are those of the reports that the context names, each text once, with all its heads
    (`one_facts_a_text`); others are not looked at. `network` may know what it said before. Raises
    KeyError if a report is missing.
    """
    by_id = {one.document.id: one for one in facts}
    reports = prepare_reports([by_id[id_] for id_ in context.documents])
    return compare_prepared(reports, context, network)


def compare_prepared(
    reports: PreparedReports, context: StoryContext, network: Network = read_disputes
) -> StoryPart:
    """The same for reports that are ready for comparing: exactly those of the story, in its order."""
    pile, known = reports.plain, reports.in_plain_forms(context)
    origin_of = {one.document: one.origin for one in known.reports}
    cited = {(one.document, one.attribution): one.origin for one in known.cited}
    origin_of_claim = claim_origins(pile, origin_of, cited)
    voices = speaker_keys(pile, known.speakers)
    events, unmet_events = find_shared_events(pile, known.rulings)
    by_hand = ruled_voices(voices, known.rulings)
    tolls = find_tolls(pile, events, origin_of, origin_of_claim, by_hand)
    points, unmet_points = find_points(
        pile, events, tolls, voices, origin_of_claim, known.rulings, network
    )
    timeline = find_timeline(events, pile)
    found = Comparison((), events=events, points=points, tolls=tolls, timeline=timeline)
    own = reports.in_texts(found)
    unmet = same_rulings(unmet_events + unmet_points, known.rulings, context.rulings)
    return StoryPart(own.events, own.points, own.tolls, own.timeline, unmet)
