"""A pile that grows report by report, as a case keeps it: everything but texts and facts as bytes."""

import json
from collections import Counter
from dataclasses import dataclass, field

from sayso.compare.card_bytes import card_from_bytes, card_to_bytes
from sayso.compare.cards import card_of
from sayso.compare.copies.known import KnownCopies, copies_of_all, sketch_bytes
from sayso.compare.copies.known_bytes import copies_from_bytes, copies_to_bytes
from sayso.compare.gathering import gathered, unmet_rulings
from sayso.compare.one_story import StoryContext, StoryPart, compare_story
from sayso.compare.parts import part_from_wire, part_to_wire
from sayso.compare.pile import pile_of
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.heads import one_facts_a_text
from sayso.model.rulings import NO_RULINGS, Rulings
from sayso.model.text import Document


@dataclass
class GrowingPile:
    """Reports that are added and taken away one by one.

    `work` counts what was done anew; `unmet` has the rulings that the last comparison could not follow.
    """

    facts: dict[str, Facts] = field(default_factory=dict)
    cards: dict[str, bytes] = field(default_factory=dict)
    sketches: dict[str, bytes] = field(default_factory=dict)
    copies: bytes = copies_to_bytes(KnownCopies())
    parts: dict[str, str] = field(default_factory=dict)
    work: Counter[str] = field(default_factory=Counter)
    unmet: Rulings = NO_RULINGS

    def add(self, facts: Facts) -> None:
        """Add a report, or another head of one."""
        known = [self.facts[facts.document.id]] if facts.document.id in self.facts else []
        (one,) = one_facts_a_text([*known, facts])
        id_ = one.document.id
        self.facts[id_] = one
        self.cards[id_] = card_to_bytes(card_of(one))
        self.sketches[id_] = sketch_bytes(one.document)

    def remove(self, id_: str) -> None:
        """Take a report away."""
        for kept in (self.facts, self.cards, self.sketches):
            kept.pop(id_)

    def compared(self, rulings: Rulings = NO_RULINGS) -> Comparison:
        """All that the reports say together, from what is kept."""
        known = copies_of_all(self.sketches, copies_from_bytes(self.copies), self._text_of)
        self.copies = copies_to_bytes(known)
        cards = map(card_from_bytes, self.cards.values())
        pile = pile_of(cards, known.copies, self._text_of, rulings)
        for card in pile.renewed:
            self.cards[card.id] = card_to_bytes(card)
            self.work["cards"] += 1
        parts = [self._part(context) for context in pile.contexts]
        self.unmet = unmet_rulings(pile, parts)
        return gathered(self.facts.values(), pile, parts)

    def _part(self, context: StoryContext) -> StoryPart:
        facts = [self.facts[id_] for id_ in context.documents]
        if context.key not in self.parts:
            self.work["stories"] += 1
            part = compare_story(facts, context)
            self.parts[context.key] = json.dumps(part_to_wire(part, facts))
        return part_from_wire(json.loads(self.parts[context.key]), facts)

    def _text_of(self, id_: str) -> Document:
        self.work["texts"] += 1
        return self.facts[id_].document
