"""The verb `compare`: what several reports say together."""

from collections.abc import Collection, Iterable

from sayso.compare.card import LineHash, StoryCard
from sayso.compare.cards import card_of_prepared
from sayso.compare.copies.known import copies_in_texts
from sayso.compare.gathering import gathered
from sayso.compare.one_story import compare_prepared
from sayso.compare.pile import pile_from
from sayso.compare.prepared import prepare_reports
from sayso.compare.stories.features import story_card
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.heads import one_facts_a_text
from sayso.model.ids import DocumentId
from sayso.model.rulings import NO_RULINGS, Rulings


def compare(facts: Iterable[Facts], rulings: Rulings = NO_RULINGS) -> Comparison:
    """What several reports say together. Reports with the same text are one document with several heads.

    The comparison keeps the order of the reports; the order changes nothing else. `rulings` are what
    people decided about groups; those that cannot be followed change nothing.
    """
    reports = one_facts_a_text(facts)
    prepared = prepare_reports(reports)
    cards = map(card_of_prepared, prepared.reports.values())

    def read_again(id_: DocumentId, without: Collection[LineHash]) -> StoryCard:
        return story_card(prepared.reports[id_].plain.document, without)

    pile = pile_from(cards, copies_in_texts(prepared), read_again, rulings)
    parts = (
        compare_prepared(prepared.some(context.documents), context) for context in pile.contexts
    )
    return gathered(reports, pile, parts)
