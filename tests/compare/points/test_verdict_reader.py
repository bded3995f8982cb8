"""What is read of a pile, and how the verdicts come together; with a network that is told what to say."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from sayso.compare.clustering import IndexPair
from sayso.compare.points import verdict_reader
from sayso.compare.points.pair_choice import (
    MAX_LIKELY,
    MAX_PAIRS_ELSEWHERE,
    MAX_PAIRS_HERE,
    MIN_DISPUTED,
    MIN_WORTH,
)
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.verdict_reader import (
    ChosenPairs,
    ReadClaims,
    choose_pairs,
    read_claims,
    read_pairs,
)
from sayso.compare.points.verdicts import ClaimVerdict, PairVerdict
from sayso.encoder.dispute_scores import ReadingScores
from sayso.encoder.disputes import ClaimPair, MarkedText, Passage, pair_inputs, passage_inputs
from sayso.model.facts import Facts
from sayso.model.speech import Claim, Stance
from sayso.model.text import Document, Span
from tests.compare.points.known import weights
from tests.compare.points.prepared import prepared_claim

FILLER = "Rain fell on all of the roofs and in all of the yards of the town that day. "
LIKELY, UNLIKELY = MIN_DISPUTED + 3, MIN_DISPUTED - 1
UNRELATED = -1.0  # what every window says of the chance that two claims are unrelated


@dataclass
class Pile:
    """Reports with claims, each a sentence of its own, and what a network would say of them."""

    claims: list[PreparedClaim] = field(default_factory=list)
    facts: dict[str, Facts] = field(default_factory=dict)
    score: Callable[[str], float] = lambda _: LIKELY
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

    def network(
        self, texts: Sequence[MarkedText], readings: Sequence[Passage | ClaimPair]
    ) -> Iterator[ReadingScores]:
        """Says of a claim its score, and of claims in the nth window that the odds of opposition are n.

        Of its nth pair it says n three times. It says nothing of a claim with one that comes before.
        """
        for one in readings:
            if isinstance(one, Passage):
                self.windows.append(one)
                found, _ = passage_inputs(texts, one)
                said = [UNRELATED, 0.0, UNRELATED + len(self.windows)]
            else:
                self.pairs.append(one)
                found, _ = pair_inputs(texts, one)
                said = [float(len(self.pairs))] * 3
            scores = [self.score(self._words(claim.text, claim.claim)) for claim in found]
            stands = np.array([[own, len(self.windows), 0.0] for own in scores]).reshape(-1, 3)
            pairs = np.full((len(found), len(found), 3), np.nan)
            pairs[np.triu_indices(len(found), 1)] = said
            yield ReadingScores(found, stands, pairs)

    def _words(self, text: int, number: int) -> str:
        """The words of a claim, by the numbers of its report and of the claim there."""
        document = list(self.facts)[text]
        own = [claim for claim in self.claims if claim.document == document]
        return own[number].compared_text

    def choose(
        self,
        story_of: Mapping[str, str] | None = None,
        asked: Mapping[IndexPair, float] | None = None,
        **by_name: float,
    ) -> ChosenPairs:
        """The pairs that are chosen by these weights; without weights all are worth reading."""
        stories = story_of or dict.fromkeys(self.facts, "story")
        fitted = {"worth_reading": weights(**by_name)}
        return choose_pairs(self.claims, self.facts, stories, asked or {}, self.network, fitted)

    def read(self, story_of: Mapping[str, str] | None = None) -> ReadClaims:
        """All that is read where all pairs are worth reading."""
        return read_pairs(self.choose(story_of), self.network)

    def words_of(self, pairs: Sequence[IndexPair]) -> set[frozenset[str]]:
        """The words of the claims of these pairs."""
        return {frozenset(self.claims[place].compared_text for place in pair) for pair in pairs}


def pile(score: Callable[[str], float] = lambda _: LIKELY, /, **reports: Sequence[str]) -> Pile:
    """A pile of reports with these sentences; `score` has how likely each is in a dispute."""
    made = Pile(score=score)
    for name, sentences in reports.items():
        made.report(name, *sentences)
    return made


FERRY, ALSO_FERRY = "The ferry sank.", "The ferry was sunk."
BREAD, TOWER = "Bread is dear.", "The tower leans."


def test_every_claim_is_read_where_it_stands() -> None:
    one = pile(lambda text: float(len(text)), a=[FERRY, BREAD])
    found = one.choose().alone
    assert len(one.windows) == 1
    assert found.claims == {
        0: ClaimVerdict(len(FERRY), 1, 0),
        1: ClaimVerdict(len(BREAD), 1, 0),
    }


LONG = [FERRY, *[FILLER] * 9, BREAD, TOWER, *[FILLER] * 9, ALSO_FERRY]  # two claims in two windows


def test_of_several_windows_the_mean_counts() -> None:
    """The claims in the middle stand in the overlap of two windows, the others each in one."""
    long = pile(a=LONG)
    found = long.choose().alone
    assert len(long.windows) == 2
    assert [found.claims[place].core for place in range(4)] == [1, 1.5, 1.5, 2]


def test_a_window_tells_the_odds_of_the_claims_that_it_holds_together() -> None:
    together = pile(a=LONG).choose().alone.together
    assert together == {(0, 1): 1, (0, 2): 1, (1, 2): 1.5, (1, 3): 2, (2, 3): 2}


def test_claims_of_two_reports_are_in_no_window_together() -> None:
    assert pile(a=[FERRY, BREAD], b=[ALSO_FERRY, TOWER]).choose().alone.together == {
        (0, 1): 1,
        (2, 3): 2,
    }


def test_only_likely_claims_of_a_window_have_odds_together() -> None:
    one = pile(lambda text: UNLIKELY if text == BREAD else LIKELY, a=[FERRY, BREAD, ALSO_FERRY])
    found = one.choose().alone
    assert set(found.together) == {(0, 2)}
    assert set(found.claims) == {0, 1, 2}


def test_likely_claims_of_one_report_are_read_in_pairs() -> None:
    one = pile(lambda text: UNLIKELY if text == BREAD else LIKELY, a=[FERRY, BREAD, ALSO_FERRY])
    found = one.read()
    assert found.verdicts.pairs == {(0, 2): PairVerdict(1, 1, 1)}
    assert one.pairs == [((0, 0), (0, 2))]
    assert set(found.verdicts.claims) == {0, 1, 2}


def test_the_chosen_pairs_are_read_each_by_its_place() -> None:
    one = pile(a=[FERRY, BREAD], b=[ALSO_FERRY, TOWER])
    chosen = one.choose()._replace(pairs=[(0, 3), (1, 2)])
    assert not one.pairs
    found = read_pairs(chosen, one.network)
    assert one.pairs == [((0, 0), (1, 1)), ((0, 1), (1, 0))]
    assert found.verdicts.pairs == {(0, 3): PairVerdict(1, 1, 1), (1, 2): PairVerdict(2, 2, 2)}
    assert found.verdicts.alone == chosen.alone
    assert found.features is chosen.features


def test_likely_claims_of_two_reports_are_read_in_pairs_if_they_share_a_word() -> None:
    both = pile(a=[FERRY], b=[BREAD, ALSO_FERRY])
    assert set(both.read().verdicts.pairs) == {(0, 2), (1, 2)}
    assert ((0, 0), (1, 1)) in both.pairs


def test_claims_of_two_reports_are_read_in_pairs_if_one_may_deny_the_other() -> None:
    both = pile(a=[FERRY], b=[BREAD, TOWER])
    assert both.choose().pairs == [(1, 2)]
    assert both.choose(asked={(0, 2): 1.0}).pairs == [(0, 2), (1, 2)]
    assert both.choose(asked={(0, 2): 0.5}, constant=MIN_WORTH - 1, asked_elsewhere=2.0).pairs == [
        (0, 2)
    ]


def test_the_pairs_are_chosen_by_weights() -> None:
    one = pile(a=[FERRY, ALSO_FERRY, BREAD])
    assert one.choose(constant=MIN_WORTH - 1, shared=9.0).pairs == [(0, 1)]
    assert one.choose(constant=MIN_WORTH - 0.1, nearer=0.3).pairs == [(0, 1), (1, 2)]
    assert one.choose(constant=MIN_WORTH - 1).pairs == []


def test_the_weights_are_the_stored_ones_if_there_are_no_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stored = {"worth_reading": weights(constant=MIN_WORTH - 1, shared=9.0)}
    monkeypatch.setattr(verdict_reader, "stored_weights", lambda: stored)
    one = pile(a=[FERRY, ALSO_FERRY, BREAD])
    found = read_claims(one.claims, one.facts, {"a": "story"}, {}, one.network)
    assert found.verdicts.pairs == {(0, 1): PairVerdict(1, 1, 1)}


def test_the_features_have_all_that_is_known_before_pairs_are_read() -> None:
    both = pile(a=[FERRY, BREAD], b=[ALSO_FERRY])
    features = both.choose(asked={(0, 2): 0.5}).features
    here, elsewhere = features.before_reading((0, 1)), features.before_reading((0, 2))
    assert (here["together"], here["in_one_window"], here["asked"]) == (1, 1, 0)
    assert (elsewhere["together"], elsewhere["in_one_window"], elsewhere["asked"]) == (0, 0, 0.5)
    assert here["disputed"] == LIKELY
    assert elsewhere["rarity"] > 0


def test_likely_claims_are_compared_by_what_they_mean() -> None:
    score = {FERRY: LIKELY, ALSO_FERRY: LIKELY, BREAD: LIKELY, TOWER: UNLIKELY}
    features = pile(score.__getitem__, a=list(score)).choose().features
    alike, other, unlikely = (features.before_reading((0, place))["cosine"] for place in (1, 2, 3))
    assert alike > other > unlikely == 0


def test_reports_of_two_stories_are_not_read_together() -> None:
    both = pile(a=[FERRY], b=[ALSO_FERRY])
    assert not both.read(story_of={"a": "one", "b": "two"}).verdicts.pairs


def test_a_claim_inside_another_makes_no_pair() -> None:
    both = pile(a=["The guild says that the mill burned."])
    whole = both.claims[0]
    inner = replace(whole.claim, content=(Span(20, 35),))
    both.claims.append(replace(whole, claim=inner, voice="the guild"))
    found = both.read().verdicts
    assert set(found.claims) == {0, 1}
    assert not found.pairs


def test_every_report_has_a_bounded_number_of_pairs() -> None:
    """Each has more likely claims that others share a word with than are read in pairs."""
    reports = 4
    many = pile(
        **{
            f"r{number}": [f"Crate{'x' * at} was empty." for at in range(2 * MAX_LIKELY)]
            for number in range(reports)
        }
    )
    chosen = many.choose()
    documents = [{many.claims[place].document for place in pair} for pair in chosen.pairs]
    here = sum(len(one) == 1 for one in documents)
    assert [len(one) for one in chosen.likely] == [MAX_LIKELY] * reports
    assert here == reports * MAX_PAIRS_HERE
    assert 0 < len(documents) - here <= reports * MAX_PAIRS_ELSEWHERE


def test_the_same_claims_are_read_whatever_the_order_of_reports() -> None:
    texts = {"a": [FERRY, BREAD], "b": [ALSO_FERRY], "c": ["No ferry sank."]}
    there, back = pile(**texts), pile(**dict(reversed(texts.items())))
    words = [one.words_of(list(one.read().verdicts.pairs)) for one in (there, back)]
    assert words[0] == words[1]
    assert frozenset({FERRY, BREAD}) in words[0]


def test_nothing_is_read_of_no_reports() -> None:
    found = pile().read()
    assert not found.verdicts.claims
    assert not found.verdicts.pairs
