"""Which claim a back reference means: "these accusations", "the opposition's allegation"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from sayso.compare.points.back_reference import BackReference
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.model.speech import Stance

MAX_SENTENCES_BACK = 4  # that "these accusations" reaches back over
# That "the opposition's allegation" may mean: the nearest of those in its report; more in other reports
# leave it open.
MAX_CLAIMS_OF_OWNER = 250


def find_referents(
    claims: Sequence[PreparedClaim], group_of: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """For each claim that points back, the claim that it means, where that is plain.

    Claims go by their places in the list; `group_of` has the group of each.
    """
    finder = _ReferentFinder(claims, group_of)
    for place, claim in enumerate(claims):
        if claim.back_reference is not None:
            meant = finder.referent_of(place)
            if meant is not None:
                yield place, meant


class _ReferentFinder:
    """Finds what the back references in a list of claims mean."""

    def __init__(self, claims: Sequence[PreparedClaim], group_of: Mapping[int, int]) -> None:
        self._claims, self._group_of = claims, group_of
        by_document: dict[str, list[int]] = {}
        self._by_speaker: dict[tuple[str, str | None], list[int]] = {}  # term, report or any
        for place, claim in enumerate(claims):
            if claim.back_reference is not None:
                continue
            by_document.setdefault(claim.document, []).append(place)
            for term in claim.speaker_terms if claim.speaker_polarity else ():
                self._by_speaker.setdefault((term, claim.document), []).append(place)
                self._by_speaker.setdefault((term, None), []).append(place)
        self._in_document = {
            document: _ClaimsOfReport(claims, places) for document, places in by_document.items()
        }

    def referent_of(self, place: int) -> int | None:
        """The claim that a back reference means; None where it could be one of several."""
        claim = self._claims[place]
        reference = claim.back_reference
        if reference is None:
            return None
        if not reference.owners:
            return self._nearest_of(self._claims_shortly_before(claim), claim)
        by_owners = self._claims_of_owners(reference, place)
        before = sorted(other for other in set(by_owners) if self._may_be_meant(other, claim))
        meant = self._nearest_of(before, claim)
        return self._nearest_of(by_owners, claim) if meant is None else meant

    def _claims_of_owners(self, reference: BackReference, place: int) -> list[int]:
        """The claims of the owners that take a side: those in this report, else those in others."""
        owners, document = sorted(reference.owners), self._claims[place].document
        here = [
            other
            for term in owners
            for other in _nearest_places(self._by_speaker.get((term, document), ()), place)
        ]
        found = [other for term in owners for other in self._by_speaker.get((term, None), ())]
        return here or (found if len(found) <= MAX_CLAIMS_OF_OWNER else [])

    def _claims_shortly_before(self, claim: PreparedClaim) -> list[int]:
        """The claims that may be meant, some sentences back: only charges, or those on a side, if any."""
        here = self._in_document.get(claim.document)
        first_sentence = claim.sentence_number - MAX_SENTENCES_BACK
        places = here.places_before(claim.title_span.start, first_sentence) if here else []
        near = [place for place in places if self._may_be_meant(place, claim)]
        if claim.back_reference is not None and claim.back_reference.accusing:
            charges = [p for p in near if self._claims[p].claim.stance is Stance.ACCUSES]
            near = charges or near
        if claim.speaker_polarity:
            near = [place for place in near if self._claims[place].speaker_polarity] or near
        return near

    def _may_be_meant(self, place: int, claim: PreparedClaim) -> bool:
        """Whether a claim stands before another in its report, and has another speaker."""
        other = self._claims[place]
        return (
            other.document == claim.document
            and other.title_span.end <= claim.title_span.start
            and not other.outlet_voice
            and other.claim.stance is not Stance.INTENDS
            and (other.voice != claim.voice or claim.speaker_polarity == 0)
        )

    def _nearest_of(self, places: Sequence[int], claim: PreparedClaim) -> int | None:
        """The last of the places in the claim's report, else in any; None where two groups are as near."""
        if not places:
            return None
        claims, group_of = self._claims, self._group_of
        here = [place for place in places if claims[place].document == claim.document]
        last = max((claims[place].sentence_number for place in here), default=None)
        nearest = [p for p in here if claims[p].sentence_number == last] or list(places)
        if len({group_of[place] for place in nearest}) > 1:
            naming = [place for place in nearest if claims[place].terms & claim.speaker_terms]
            if len({group_of[place] for place in naming}) != 1:
                return None
            nearest = naming
        return nearest[-1]


def _nearest_places(places: Sequence[int], place: int) -> Sequence[int]:
    """As many as may be looked at, half of them before a place if there are so many."""
    end = max(bisect_left(places, place) + MAX_CLAIMS_OF_OWNER // 2, MAX_CLAIMS_OF_OWNER)
    return places[max(0, min(end, len(places)) - MAX_CLAIMS_OF_OWNER) : end]


class _ClaimsOfReport:
    """The claims of one report, to find those that end before a place and begin not too early."""

    def __init__(self, claims: Sequence[PreparedClaim], places: Sequence[int]) -> None:
        self._places = sorted(places, key=lambda place: claims[place].title_span.end)
        self._ends = [claims[place].title_span.end for place in self._places]
        self._sentences = [claims[place].sentence_number for place in self._places]
        self._last_sentences = [*accumulate(self._sentences, max)]

    def places_before(self, end: int, first_sentence: int) -> list[int]:
        """The claims that end before a place, from a sentence on, in the order of the list."""
        found = []
        at = bisect_right(self._ends, end)
        while at and self._last_sentences[at - 1] >= first_sentence:
            at -= 1
            if self._sentences[at] >= first_sentence:
                found.append(self._places[at])
        return sorted(found)
