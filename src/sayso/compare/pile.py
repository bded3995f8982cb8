"""What only all reports together show: stories, copies and their directions, citations, origins, which
speakers of several reports are one. It is read off the cards alone.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.compare.card import Card, LineHash, StoryCard, cards_by_id
from sayso.compare.contexts import stories_joined, story_contexts
from sayso.compare.copies.direction import with_origin
from sayso.compare.one_story import StoryContext
from sayso.compare.prepared import plain_document
from sayso.compare.sources.citations import find_citations
from sayso.compare.sources.origins import find_origins
from sayso.compare.sources.speakers import find_shared_actors
from sayso.compare.stories.features import story_card
from sayso.compare.stories.stories import StoryReport, stock_lines, stories_of
from sayso.model.codec import broken_at
from sayso.model.comparison import Citation, Copy, Origin, SharedActor, Story
from sayso.model.ids import DocumentId
from sayso.model.rulings import NO_RULINGS, Rulings
from sayso.model.text import Document

# Gives a report by its id, with its text as it stands.
TextOf = Callable[[DocumentId], Document]
ReadAgain = Callable[[DocumentId, Collection[LineHash]], StoryCard]


@dataclass(frozen=True, slots=True)
class Pile:
    """What is found in all reports together, in the texts' own form.

    `contexts` has what matters for each story, in the order of `stories`. `renewed` are the cards whose
    features had to be made again from the text; kept in place of the old ones, they need not be the next
    time. `unmet` are the rulings on speakers, and on reports that are not here, that could not be
    followed.
    """

    stories: tuple[Story, ...]
    copies: tuple[Copy, ...]
    citations: tuple[Citation, ...]
    origins: tuple[Origin, ...]
    actors: tuple[SharedActor, ...]
    contexts: tuple[StoryContext, ...]
    renewed: tuple[Card, ...] = ()
    unmet: Rulings = NO_RULINGS


def pile_of(
    cards: Iterable[Card], copies: Sequence[Copy], text_of: TextOf, rulings: Rulings = NO_RULINGS
) -> Pile:
    """What the reports of these cards show together.

    `copies` are those among the reports, as `copies_of_all` gives them. Texts are asked for only where
    a line turns out to be the site's, or no longer to be. The order of cards and copies changes nothing.
    """

    def read_again(id_: DocumentId, without: Collection[LineHash]) -> StoryCard:
        return story_card(plain_document(text_of(id_)), without)

    return pile_from(cards, copies, read_again, rulings)


def pile_from(
    cards: Iterable[Card], copies: Sequence[Copy], read_again: ReadAgain, rulings: Rulings
) -> Pile:
    """The same; `read_again` gives what decides the story of a report, without some of its lines."""
    known = cards_by_id(cards)
    _check_reports(copies, known)
    renewed = list(_renewed(known.values(), read_again))
    known |= cards_by_id(renewed)
    found = stories_of(
        [StoryReport(card.id, card.head.published, card.story.features) for card in known.values()]
    )
    stories = stories_joined(found, rulings)
    citations = find_citations(known, stories)
    directed = with_origin(copies, known, citations)
    origins = find_origins(known, directed, stories)
    actors, unmet = find_shared_actors(known, stories, rulings)
    contexts, homeless = story_contexts(known, stories, origins, actors, citations, rulings)
    return Pile(
        stories,
        directed,
        citations,
        origins,
        actors,
        contexts,
        tuple(renewed),
        unmet + homeless,
    )


def _check_reports(copies: Iterable[Copy], cards: Collection[DocumentId]) -> None:
    for copy in copies:
        if copy.left not in cards or copy.right not in cards:
            raise broken_at("copies", f"{copy.left:.12}… or {copy.right:.12}… is no report here")


def _renewed(cards: Collection[Card], read_again: ReadAgain) -> Iterator[Card]:
    """The cards that other lines must be left out of, with features that are made again."""
    stock = stock_lines((card.story.lines, card.head.day) for card in cards)
    for card in cards:
        without = stock.among(card.story.droppable)
        if without != card.story.without:
            yield replace(card, story=read_again(card.id, without))
