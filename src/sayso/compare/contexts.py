"""What the pile says that matters for each story."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from sayso.compare.card import Card
from sayso.compare.clustering import component_labels, grouped_by_label
from sayso.compare.one_story import CitedOrigin, StoryContext, StoryReport
from sayso.compare.sources.claim_origins import cited_origins
from sayso.model.comparison import ActorMention, Citation, Origin, SharedActor, Story
from sayso.model.ids import DocumentId
from sayso.model.rulings import AddedPoint, Rulings, reports_in

ON_SPEAKERS = ("same_speakers", "other_speakers")
OF_ONE_STORY = ("same_events", "same_points", "added_points")
BY_THE_FIRST = ("other_events",)  # a ruling belongs to the story of its first report

NumberOf = Mapping[DocumentId, int]


def stories_joined(stories: Sequence[Story], rulings: Rulings) -> tuple[Story, ...]:
    """The stories; those are one that hold things of which somebody ruled that they are together."""
    number_of = _story_numbers(stories)
    links = []
    for ruling in (one for name in OF_ONE_STORY for one in getattr(rulings, name)):
        numbers = [number_of[id_] for id_ in reports_in(ruling) if id_ in number_of]
        links += [(numbers[0], other) for other in numbers[1:]]
    groups = grouped_by_label(component_labels(len(stories), links))
    joined = [sorted(id_ for at in group for id_ in stories[at].documents) for group in groups]
    return tuple(Story(tuple(ids)) for ids in sorted(joined))


def story_contexts(
    cards: Mapping[DocumentId, Card],
    stories: Sequence[Story],
    origins: Sequence[Origin],
    actors: Sequence[SharedActor],
    citations: Iterable[Citation],
    rulings: Rulings,
) -> tuple[tuple[StoryContext, ...], Rulings]:
    """The context of each story; and the rulings on events and points that belong to none."""
    number_of = _story_numbers(stories)
    origin_of = {id_: origin.documents[0] for origin in origins for id_ in origin.documents}
    cited: dict[int, list[CitedOrigin]] = defaultdict(list)
    for (document, attribution), origin in cited_origins(cards, origin_of, citations).items():
        cited[number_of[document]].append(CitedOrigin(document, attribution, origin))
    speakers: dict[int, list[tuple[ActorMention, ...]]] = defaultdict(list)
    for actor in actors:
        for number, mentions in _by_story(actor.mentions, number_of).items():
            if len(mentions) > 1:
                speakers[number].append(mentions)
    ruled, homeless = _rulings_by_story(rulings, number_of, cards)
    contexts = []
    for number, story in enumerate(stories):
        name_of = {origin_of[id_]: id_ for id_ in reversed(story.documents)}
        contexts.append(
            StoryContext(
                tuple(
                    StoryReport(id_, cards[id_].facts_key, name_of[origin_of[id_]])
                    for id_ in story.documents
                ),
                tuple(
                    CitedOrigin(one.document, one.attribution, name_of.get(one.origin, one.origin))
                    for one in sorted(cited[number], key=_place_of_citation)
                ),
                tuple(sorted(speakers[number])),
                ruled[number],
            )
        )
    return tuple(contexts), homeless


def _story_numbers(stories: Iterable[Story]) -> NumberOf:
    return {id_: number for number, story in enumerate(stories) for id_ in story.documents}


def _place_of_citation(one: CitedOrigin) -> tuple[DocumentId, str]:
    return one.document, one.attribution


def _by_story(
    mentions: Iterable[ActorMention], number_of: NumberOf
) -> dict[int, tuple[ActorMention, ...]]:
    """Mentions of a speaker by the numbers of their stories, without those in no report here."""
    found: dict[int, tuple[ActorMention, ...]] = {}
    for mention in mentions:
        number = number_of.get(mention.document)
        if number is not None:
            found[number] = (*found.get(number, ()), mention)
    return found


def _rulings_by_story(
    rulings: Rulings, number_of: NumberOf, cards: Mapping[DocumentId, Card]
) -> tuple[Mapping[int, Rulings], Rulings]:
    """The rulings of each story, by its number; and those that belong to no story here.

    A ruling on speakers belongs to each story of one of them, with those of the story.
    """
    by_story: dict[int, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    homeless: dict[str, list[Any]] = defaultdict(list)
    for name in (one.name for one in fields(Rulings)):
        for ruling in getattr(rulings, name):
            if name in ON_SPEAKERS:
                for number, mentions in _by_story(ruling, number_of).items():
                    by_story[number][name].append(mentions)
                continue
            reports = reports_in(ruling)[: 1 if name in BY_THE_FIRST else None]
            here = [number_of[id_] for id_ in reports if id_ in number_of]
            if isinstance(ruling, AddedPoint) and not _has_title(ruling, cards):
                here = []
            (by_story[here[0]] if here else homeless)[name].append(ruling)
    made = {number: _rulings_of(lists) for number, lists in by_story.items()}
    return defaultdict(Rulings, made), _rulings_of(homeless)


def _has_title(point: AddedPoint, cards: Mapping[DocumentId, Card]) -> bool:
    """Whether the words of the title are in a report here."""
    card = cards.get(point.title.document)
    return card is not None and point.title.span.end <= card.length


def _rulings_of(lists: Mapping[str, Sequence[Any]]) -> Rulings:
    return Rulings(**{name: tuple(rulings) for name, rulings in lists.items()})
