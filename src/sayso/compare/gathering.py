"""Puts together what was found in all reports and in each story."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from sayso.compare.events.shared_events import in_order_of_days
from sayso.compare.events.timeline import in_order_of_time
from sayso.compare.one_story import StoryPart
from sayso.compare.pile import Pile
from sayso.compare.points.points import in_order_of_rank
from sayso.compare.tolls.tolls import in_display_order
from sayso.model.codec import broken_at
from sayso.model.comparison import Comparison, Quote
from sayso.model.facts import Facts
from sayso.model.ids import DocumentId
from sayso.model.rulings import Rulings, joined_rulings


def gathered(facts: Iterable[Facts], pile: Pile, parts: Iterable[StoryPart]) -> Comparison:
    """The comparison of the reports, from what the pile shows and the part of each of its stories.

    The comparison keeps the order of the facts. The order of the parts changes nothing. Raises
    BrokenWire where something found in all reports stands outside the texts.
    """
    reports, of_stories = tuple(facts), list(parts)
    _check_places(pile, {report.document.id: len(report.document) for report in reports})
    return Comparison(
        reports,
        pile.stories,
        pile.copies,
        pile.citations,
        pile.origins,
        pile.actors,
        in_order_of_days(chain.from_iterable(part.events for part in of_stories)),
        in_order_of_rank(chain.from_iterable(part.points for part in of_stories)),
        in_display_order(chain.from_iterable(part.tolls for part in of_stories)),
        in_order_of_time(chain.from_iterable(part.timeline for part in of_stories)),
    )


def unmet_rulings(pile: Pile, parts: Iterable[StoryPart]) -> Rulings:
    """The rulings that comparing could not follow."""
    return joined_rulings((pile.unmet, *(part.unmet for part in parts)))


def _check_places(pile: Pile, lengths: Mapping[DocumentId, int]) -> None:
    for quote in _quotes(pile):
        if quote.span.end > lengths.get(quote.document, 0):
            what = f"{quote.span.start}:{quote.span.end} is no place in the text"
            raise broken_at(f"report {quote.document:.12}…", what)


def _quotes(pile: Pile) -> Iterator[Quote]:
    for copy in pile.copies:
        for passage in copy.passages:
            yield from (passage.left, passage.right)
    yield from (citation.outlet for citation in pile.citations)
    yield from (actor.name for actor in pile.actors)
