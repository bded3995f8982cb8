"""What is read of a pile, and how the verdicts come together; without the network."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import exp, log

import numpy as np
import pytest

from sayso.compare.clustering import IndexPair
from sayso.compare.points import verdicts
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.verdicts import (
    MAX_LIKELY,
    MAX_PAIRS_ELSEWHERE,
    MAX_PAIRS_HERE,
    MIN_DISPUTED,
    ClaimVerdict,
    PairVerdict,
    Verdicts,
    read_verdicts,
)
from sayso.encoder.dispute_scores import ReadingScores
from sayso.encoder.disputes import (
    ClaimPair,
    MarkedText,
    Passage,
    pair_inputs,
    passage_inputs,
)
from sayso.model.facts import Facts
from sayso.model.speech import Claim, Stance
from sayso.model.text import Document, Span
from tests.compare.points.prepared import prepared_claim

FILLER = "Rain fell on all of the roofs and in all of the yards of the town that day. "
LIKELY, UNLIKELY = MIN_DISPUTED + 3, MIN_DISPUTED - 1


@dataclass
class Pile:
    """Reports with claims, each a sentence of its own, and what a network would say of them."""

    claims: list[PreparedClaim] = field(default_factory=list)
    facts: dict[str, Facts] = field(default_factory=dict)
    windows: list[Passage] = field(default_factory=list)
    pairs: list[ClaimPair] = field(default_factory=list)

    def report(self, name: str, *sentences: str) -> None:
        """Add a report; each of its sentences that is no filler is a claim of another speaker."""
        text = ""
        for number, sentence in enumerate(sentences, 1):
            if sentence != FILLER:
                span = Span(len(text), len(text) + len(sentence))
                claim = prepared_claim(sentence, f"{name} {number}", document=name, sentence=number)
                content = Claim((span,), (), Stance.ASSERTS, (), None)
                self.claims.append(replace(claim, claim=content))
            text += f"{sentence} "
        self.facts[name] = Facts(Document(f"{name}.txt", text))

    def read(
        self,
        score: Callable[[str], float] = lambda _: LIKELY,
        story_of: Mapping[str, str] | None = None,
    ) -> Verdicts:
        """The verdicts of a network that gives a claim a score by its words; windows add their number.

        The scores of its nth pair are n.
        """

        def network(
            texts: Sequence[MarkedText], readings: Sequence[Passage | ClaimPair]
        ) -> Iterator[ReadingScores]:
            for one in readings:
                if isinstance(one, Passage):
                    self.windows.append(one)
                    found, _ = passage_inputs(texts, one)
                else:
                    self.pairs.append(one)
                    found, _ = pair_inputs(texts, one)
                scores = [score(self._words(claim.text, claim.claim)) for claim in found]
                stands = np.array([[own, len(self.windows), 0.0] for own in scores]).reshape(-1, 3)
                yield ReadingScores(
                    found, stands, np.full((len(found), len(found), 3), float(len(self.pairs)))
                )

        stories = story_of or dict.fromkeys(self.facts, "story")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(verdicts, "read_disputes", network)
            return read_verdicts(self.claims, self.facts, stories)

    def _words(self, text: int, number: int) -> str:
        """The words of a claim, by the numbers of its report and of the claim there."""
        document = list(self.facts)[text]
        own = [claim for claim in self.claims if claim.document == document]
        return own[number].compared_text

    def words_of_pairs(self, found: Verdicts) -> set[frozenset[str]]:
        """The words of the claims that were read in pairs."""
        return {
            frozenset(self.claims[place].compared_text for place in pair) for pair in found.pairs
        }


def pile(**reports: Sequence[str]) -> Pile:
    """A pile of reports with these sentences."""
    made = Pile()
    for name, sentences in reports.items():
        made.report(name, *sentences)
    return made


FERRY, ALSO_FERRY = "The ferry sank.", "The ferry was sunk."
BREAD = "Bread is dear."


def test_every_claim_is_read_where_it_stands() -> None:
    one = pile(a=[FERRY, BREAD])
    found = one.read(score=lambda text: float(len(text)))
    assert len(one.windows) == 1
    assert found.claims == {
        0: ClaimVerdict(len(FERRY), 1, 0),
        1: ClaimVerdict(len(BREAD), 1, 0),
    }


def test_of_several_windows_the_mean_counts() -> None:
    """The second claim stands in the overlap of two windows, the others each in one."""
    long = pile(a=[FERRY, *[FILLER] * 9, BREAD, *[FILLER] * 9, ALSO_FERRY])
    found = long.read()
    assert len(long.windows) == 2
    assert [found.claims[place].core for place in range(3)] == [1, 1.5, 2]


def test_likely_claims_of_one_report_are_read_in_pairs() -> None:
    one = pile(a=[FERRY, BREAD, ALSO_FERRY])
    found = one.read(score=lambda text: UNLIKELY if text == BREAD else LIKELY)
    assert found.pairs == {(0, 2): PairVerdict(1, 1, 1)}
    assert one.pairs == [((0, 0), (0, 2))]
    assert set(found.claims) == {0, 1, 2}


def test_likely_claims_of_two_reports_are_read_in_pairs_if_they_share_a_word() -> None:
    both = pile(a=[FERRY], b=[BREAD, ALSO_FERRY])
    assert set(both.read().pairs) == {(0, 2), (1, 2)}
    assert ((0, 0), (1, 1)) in both.pairs


def test_reports_of_two_stories_are_not_read_together() -> None:
    both = pile(a=[FERRY], b=[ALSO_FERRY])
    assert not both.read(story_of={"a": "one", "b": "two"}).pairs


def test_a_claim_inside_another_makes_no_pair() -> None:
    both = pile(a=["The guild says that the mill burned."])
    whole = both.claims[0]
    inner = replace(whole.claim, content=(Span(20, 35),))
    both.claims.append(replace(whole, claim=inner, voice="the guild"))
    found = both.read()
    assert set(found.claims) == {0, 1}
    assert not found.pairs


def test_of_many_pairs_the_near_ones_and_those_about_one_thing_are_read() -> None:
    kinds = [f"Thing{at} is dear." for at in range(MAX_LIKELY)]
    kinds[0] = kinds[-1] = "The crane of the harbour broke."
    one = pile(a=kinds)
    found = one.read()
    assert len(found.pairs) == MAX_PAIRS_HERE
    assert (0, MAX_LIKELY - 1) in found.pairs
    assert all((at, at + 1) in found.pairs for at in range(MAX_LIKELY - 1))


def test_every_report_has_a_bounded_number_of_pairs() -> None:
    """Each has more likely claims that others share a word with than are read in pairs."""
    reports = 4
    many = pile(
        **{
            f"r{number}": [f"Crate{'x' * at} was empty." for at in range(2 * MAX_LIKELY)]
            for number in range(reports)
        }
    )
    found = many.read()
    here = [
        pair for pair in found.pairs if len({many.claims[place].document for place in pair}) == 1
    ]
    assert len(here) == reports * MAX_PAIRS_HERE
    assert 0 < len(found.pairs) - len(here) <= reports * MAX_PAIRS_ELSEWHERE


def test_the_same_claims_are_read_whatever_the_order_of_reports() -> None:
    texts = {"a": [FERRY, BREAD], "b": [ALSO_FERRY], "c": ["No ferry sank."]}
    there, back = pile(**texts), pile(**dict(reversed(texts.items())))
    assert there.words_of_pairs(there.read()) == back.words_of_pairs(back.read())


def chances(unrelated: float, same: float, opposite: float) -> Mapping[IndexPair, PairVerdict]:
    """A verdict on the claims at 1 and 2."""
    return {(1, 2): PairVerdict(log(unrelated), log(same), log(opposite))}


def test_odds_are_of_two_claims_in_either_order_if_they_were_read_together() -> None:
    found = Verdicts({}, chances(0.5, 0.2, 0.3))
    for ask in (found.odds_of_opposition, found.odds_of_relation):
        assert ask(1, 2) == ask(2, 1)
        assert ask(1, 3) is None
    opposition, relation = found.odds_of_opposition(1, 2), found.odds_of_relation(1, 2)
    assert opposition is not None and relation is not None
    assert exp(relation - opposition) == pytest.approx(0.5 / 0.3)
    surer = Verdicts({}, chances(0.2, 0.2, 0.6)).odds_of_opposition(1, 2)
    assert surer is not None and surer > opposition
