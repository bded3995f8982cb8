"""Why a claim is in a dispute and on its side: a reason that names another claim's speaker."""

from collections.abc import Mapping, Sequence

from sayso.compare.clustering import IndexPair
from sayso.compare.points.denials import Answer
from sayso.compare.points.disputes import Dispute
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.verdicts import PairVerdict
from sayso.model.facts import Facts
from sayso.model.reasons import Reason, RuleName, because
from sayso.model.speech import Stance


class StandReasons:
    """Finds the reasons of the claims of disputes."""

    def __init__(
        self,
        claims: Sequence[PreparedClaim],
        facts: Mapping[str, Facts],
        answers: Sequence[Answer],
        pairs: Mapping[IndexPair, PairVerdict],
    ) -> None:
        self._claims, self._facts, self._pairs = claims, facts, pairs
        self._answer_of = {answer.denial: answer for answer in answers}

    def of_claim(self, place: int, dispute: Dispute) -> Reason:
        """The strongest reason why a claim is in a dispute, and on its side."""
        own, other = dispute.sides if place in dispute.sides[0] else dispute.sides[::-1]
        claim, answer = self._claims[place], self._answer_of.get(place)
        answered = next((one for one in answer.objects if one in other), None) if answer else None
        if answer is not None and answered is not None:
            return self._denial(answer, answered)
        if any(place in self._objects_of(one) for one in other) and self._charges(claim):
            return because(RuleName.CHARGES)
        opposed = self._closest(place, other, "opposite")
        agreed = self._closest(place, own, "same")
        if agreed is not None and place not in (dispute.sides[0][0], dispute.sides[1][0]):
            return because(RuleName.SAYS_THE_SAME, self.name_of(agreed))
        if opposed is None:
            opposed = other[0]
        if claim.outlet_voice and not self._claims[opposed].outlet_voice:
            return because(RuleName.OUTLET_CORRECTS, self.name_of(place), self.name_of(opposed))
        return because(RuleName.SAYS_OTHERWISE, self.name_of(opposed))

    def who_agrees(self, place: int, group: Sequence[int]) -> str:
        """Who else makes a claim of the group: another speaker if there is one."""
        voice = self._claims[place].voice
        others = [one for one in group if one != place]
        return self.name_of(min(others, key=lambda one: self._claims[one].voice == voice))

    def name_of(self, place: int) -> str:
        """Who makes a claim, as the report has it: a name, a role, or the outlet."""
        claim = self._claims[place]
        if claim.outlet_voice:
            return self._facts[claim.document].document.outlet or ""
        return " ".join(claim.speaker_name.split())

    def _denial(self, answer: Answer, answered: int) -> Reason:
        if answer.words is None:
            return because(RuleName.DENIES_WHAT, self.name_of(answered))
        document = self._facts[self._claims[answer.denial].document].document
        noun = " ".join(document[answer.words].split())
        return because(
            RuleName.DENIES_BY_NOUN,
            noun,
            self.name_of(answered),
            self._sentences_back(answer.denial, answered),
        )

    def _sentences_back(self, place: int, other: int) -> str:
        """By how many sentences one claim follows another; "" where they are in two reports."""
        left, right = self._claims[place], self._claims[other]
        if left.document != right.document:
            return ""
        return str(left.sentence_number - right.sentence_number)

    def _objects_of(self, place: int) -> Sequence[int]:
        answer = self._answer_of.get(place)
        return answer.objects if answer else ()

    @staticmethod
    def _charges(claim: PreparedClaim) -> bool:
        return claim.claim.stance is Stance.ACCUSES

    def _closest(self, place: int, others: Sequence[int], relation: str) -> int | None:
        """The claim of another speaker that a claim is most surely the same as, or opposed to."""
        voice = self._claims[place].voice
        known = [
            (getattr(verdict, relation), -other)
            for other in others
            if self._claims[other].voice != voice
            and (verdict := self._pairs.get((min(place, other), max(place, other)))) is not None
        ]
        return -max(known)[1] if known else None
