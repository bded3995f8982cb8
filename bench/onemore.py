"""Measure what one more report costs: `python -m bench.onemore FACTS.jsonl [--added N]`. Prints JSON.

FACTS.jsonl is what `sayso extract --text` printed. All reports but the last N are compared, and what a case
keeps is kept: cards, sketches, copies and parts of stories. Then the others are added one by one. All times
are processor seconds, those of a report the mean over the added ones.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sayso.compare.card_bytes import card_from_bytes, card_to_bytes
from sayso.compare.cards import card_of
from sayso.compare.comparison import compare
from sayso.compare.copies.known import KnownCopies, copies_of_all, sketch_bytes
from sayso.compare.copies.known_bytes import copies_from_bytes, copies_to_bytes
from sayso.compare.gathering import gathered
from sayso.compare.one_story import StoryPart, compare_story
from sayso.compare.pile import pile_of
from sayso.engine.memory import collect_seldom
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.heads import one_facts_a_text
from sayso.model.text import Document
from sayso.model.wire import comparison_to_wire, facts_from_wire, from_line

ADDED = 5  # reports


@dataclass
class Kept:
    """What is kept of reports that were compared, and the seconds that each step took."""

    facts: dict[str, Facts] = field(default_factory=dict)
    cards: dict[str, bytes] = field(default_factory=dict)
    sketches: dict[str, bytes] = field(default_factory=dict)
    copies: bytes = copies_to_bytes(KnownCopies())
    parts: dict[str, StoryPart] = field(default_factory=dict)
    seconds: Counter[str] = field(default_factory=Counter)
    stories: int = 0

    def add(self, reports: Iterable[Facts]) -> Comparison:
        """The comparison with more reports."""
        for report in reports:
            id_ = report.document.id
            self.facts[id_] = report
            with self._timed("card"):
                self.cards[id_] = card_to_bytes(card_of(report))
            with self._timed("sketch"):
                self.sketches[id_] = sketch_bytes(report.document)
        with self._timed("copies"):
            known = copies_of_all(self.sketches, copies_from_bytes(self.copies), self._text_of)
            self.copies = copies_to_bytes(known)
        with self._timed("cards read"):
            cards = [card_from_bytes(data) for data in self.cards.values()]
        with self._timed("pile"):
            pile = pile_of(cards, known.copies, self._text_of)
        self.cards |= {card.id: card_to_bytes(card) for card in pile.renewed}
        with self._timed("stories"):
            for context in pile.contexts:
                if context.key not in self.parts:
                    self.stories += 1
                    facts = [self.facts[id_] for id_ in context.documents]
                    self.parts[context.key] = compare_story(facts, context)
        with self._timed("gathered"):
            parts = [self.parts[context.key] for context in pile.contexts]
            return gathered(self.facts.values(), pile, parts)

    def _text_of(self, id_: str) -> Document:
        return self.facts[id_].document

    @contextmanager
    def _timed(self, step: str) -> Iterator[None]:
        before = time.process_time()
        yield
        self.seconds[step] += time.process_time() - before


def main() -> int:
    """Print the figures of a file as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("facts", type=Path)
    parser.add_argument("--added", type=int, default=ADDED)
    given = parser.parse_args()
    with given.facts.open(encoding="utf-8") as lines:
        reports = one_facts_a_text(facts_from_wire(from_line(line)) for line in lines)
    collect_seldom()
    print(json.dumps(measure(reports, given.added), indent=2))
    return 0


def measure(reports: tuple[Facts, ...], added: int) -> dict[str, object]:
    """What one more report costs, and what comparing all costs."""
    kept = Kept()
    kept.add(reports[:-added])
    kept.seconds.clear()
    kept.stories = 0
    for report in reports[-added:]:
        grown = kept.add([report])
    whole, seconds = timed(lambda: compare(reports))
    steps = {step: round(total / added, 3) for step, total in kept.seconds.items()}
    return {
        "reports": len(reports),
        "words a report": sum(len(one.document.text.split()) for one in reports) // len(reports),
        "stories": len(whole.stories),
        "the same": comparison_to_wire(grown) == comparison_to_wire(whole),
        "all anew": round(seconds, 3),
        "one more": round(sum(kept.seconds.values()) / added, 3),
        "steps of one more": steps,
        "stories compared for one more": kept.stories / added,
        "bytes of a card": sum(map(len, kept.cards.values())) // len(reports),
        "bytes of a sketch": sum(map(len, kept.sketches.values())) // len(reports),
    }


def timed(work: Callable[[], Comparison]) -> tuple[Comparison, float]:
    """What some work gives, and the processor seconds that it took."""
    before = time.process_time()
    found = work()
    return found, time.process_time() - before


if __name__ == "__main__":
    sys.exit(main())
