"""Piles with all that is known of their claims before and after the network reads them in pairs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sayso.compare.clustering import IndexPair
from sayso.compare.points.denials import (
    Answer,
    FoundDenial,
    asked_pairs,
    denials_by_story,
    find_answers,
)
from sayso.compare.points.pair_choice import candidate_pairs, pairs_worth_reading
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.stored_weights import Weights
from sayso.compare.points.story_claims import reports_in_order
from sayso.compare.points.verdict_reader import (
    ChosenPairs,
    Network,
    ReadClaims,
    choose_pairs,
    read_pairs,
)
from sayso.compare.stories.stories import find_stories
from sayso.encoder.dispute_scores import read_disputes
from sayso.encoder.session import Session
from sayso.model.facts import Facts
from training.disputes.labelled import LabelledPile


@dataclass
class PileToRead:
    """The claims of a pile in one list, as `find_points` has them; `where` has report and number."""

    pile: LabelledPile
    claims: list[PreparedClaim] = field(init=False)
    where: list[tuple[int, int]] = field(init=False)
    facts: dict[str, Facts] = field(init=False)
    story_of: dict[str, str] = field(init=False)
    denials: list[FoundDenial] = field(init=False)

    def __post_init__(self) -> None:
        reports = self.pile.claims
        stories = find_stories([one.document for one in self.pile.facts])
        self.story_of = {document: story.id for story in stories for document in story.documents}
        number_of = {one.document.id: number for number, one in enumerate(self.pile.facts)}
        order = [number_of[document] for document in reports_in_order(self.story_of)]
        self.claims = [claim for n in order for claim in reports[n]]
        self.where = [(n, row) for n in order for row in range(len(reports[n]))]
        self.facts = {one.document.id: one for one in self.pile.facts}
        self.denials = denials_by_story(self.claims, self.facts, self.story_of)

    def label(self, pair: IndexPair) -> int:
        """What two claims are to each other, by the marks."""
        return self.pile.pair_label(self.where[pair[0]], self.where[pair[1]])

    def choose(
        self, weights: Weights | None = None, network: Network = read_disputes
    ) -> ChosenPairs:
        """The pairs that are worth reading by these weights, or by the stored ones."""
        asked = asked_pairs(self.denials)
        return choose_pairs(self.claims, self.facts, self.story_of, asked, network, weights)


class ReadPile(NamedTuple):
    """A pile with all that is known of it before disputes are found."""

    pile: PileToRead
    read: ReadClaims
    answers: tuple[Answer, ...]


def candidates_of(
    pile: PileToRead, chosen: ChosenPairs
) -> Iterator[tuple[list[IndexPair], list[IndexPair]]]:
    """The pairs of a pile that could be read, for each report: within it, and with others."""
    asked = asked_pairs(pile.denials)
    return candidate_pairs(pile.claims, pile.story_of, chosen.likely, asked)


def read_pile(
    pile: PileToRead, chosen: ChosenPairs, weights: Weights, network: Network = read_disputes
) -> ReadPile:
    """Choose pairs anew, by other weights, and have the network read them."""
    pairs = pairs_worth_reading(candidates_of(pile, chosen), chosen.features, weights)
    read = read_pairs(chosen._replace(pairs=pairs), network)
    return ReadPile(pile, read, find_answers(pile.denials, read.verdicts.odds_of_opposition))


def network_of(path: Path) -> Network:
    """The network that reads disputes, with other weights than those of the package."""
    return partial(read_disputes, session=Session(str(path.resolve())))
