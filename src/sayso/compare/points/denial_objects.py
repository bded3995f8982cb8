"""Which claims a denial may deny, by where they stand, who makes them and what they say."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from math import log1p
from typing import NamedTuple

from sayso.compare.points.denial_reader import Denial, DenialForm
from sayso.compare.points.prepared_claim import PreparedClaim, share_words
from sayso.compare.terms import terms_in
from sayso.lexicon.denials import denial_words
from sayso.model.speech import Stance
from sayso.text.words import Word

MAX_SENTENCES_BACK = 4  # that "these accusations" reaches back over
MAX_SENTENCES_AHEAD = 2  # where a headline denies what the text tells after it
MAX_CLAIMS_OF_TERM = 250  # that are looked at for one term, or for one owner
MIN_SHARE = 0.2  # of what is denied; a claim that nothing else points to says as much
MAX_TERMS_OF_NOUN = 2  # of a proposition that says too little to go by
MIN_TERMS_ELSEWHERE = 2  # of what is denied, that a claim of another report must say
WEIGHT_OF_NO_TERM = 3.0  # added to the weight of what is denied: one common word is little

# What speaks for an object, found on real reports; only the differences count.
OWN_CLAUSE = 1.0
OWNER = 2.0
QUOTED_SPEAKER = 1.0
NAMES_DENIER = 0.8
NAMED_BY_DENIER = 0.5
CHARGE = 0.3
CHARGE_FOR_ACCUSING_NOUN = 0.7
SHARE = 2.0
OUTLET = -1.2
UNLIKELY_STANCE = -1.6
REFUSES_TOO = -1.0
REFERS_TOO = -0.8
AGREES = -2.0
NESTED = -0.2
ANOTHER_REPORT = -0.6
BEFORE = (0.7, 0.6, -0.1, -0.4, -0.4)  # by sentences back; the last for those farther
FARTHER = -0.8
AHEAD = (0.2, 0.2, -0.5)

UNLIKELY = frozenset({Stance.ASKS, Stance.DECLINES, Stance.INTENDS})
REFUSING = frozenset({Stance.DENIES, Stance.DOUBTS})


class Candidate(NamedTuple):
    """A claim that a denial may deny.

    `in_clause` is whether the content of the denial tells it, as the claim of another speaker.
    """

    place: int
    score: float
    in_clause: bool


class _Quoted(NamedTuple):
    """The claims of other speakers that the content of a denial tells, and who makes them."""

    claims: frozenset[int]
    voices: frozenset[str]


class _Signs(NamedTuple):
    """What shows that a claim is the one denied.

    `share` is how much of what is denied it says. `has_owner` is whether the denial names its speaker,
    `names_denier` whether it names the speaker of the denial. It is passive if its speaker has no name.
    """

    share: float
    has_owner: bool
    names_denier: bool
    accuses: bool
    is_passive: bool


class Candidates:
    """Finds the claims that denials may deny, in the claims of reports that are compared together.

    `cues` has the words of each claim's cue, `names` the terms of its speaker's proper name.
    """

    def __init__(
        self,
        claims: Sequence[PreparedClaim],
        cues: Sequence[Sequence[Word]],
        names: Sequence[frozenset[str]],
    ) -> None:
        self._claims, self._cues, self._names = claims, cues, names
        self._by_term: dict[str, list[int]] = {}
        self._by_speaker: dict[str, list[int]] = {}
        for place, claim in enumerate(claims):
            for term in claim.terms:
                self._by_term.setdefault(term, []).append(place)
            for term in claim.speaker_terms:
                self._by_speaker.setdefault(term, []).append(place)
        self._in_document = {
            document: sorted(places, key=lambda place: claims[place].sentence_number)
            for document, places in _by_document(claims, range(len(claims))).items()
        }
        self._charges = _by_document(claims, filter(self._accuses, range(len(claims))))
        self._inside = self._claims_inside()
        counts = Counter(term for claim in claims for term in claim.terms)
        self._weights = {term: log1p(len(claims) / count) for term, count in counts.items()}

    def of_denial(self, place: int, denial: Denial) -> list[Candidate]:
        """The claims that a denial may deny, the likeliest first."""
        inside = self._inside.get(place, ()) if denial.words is not None else ()
        quoted = _Quoted(frozenset(inside), frozenset(self._claims[one].voice for one in inside))
        found = []
        for other in sorted({*self._near(place), *self._elsewhere(place, denial), *inside}):
            candidate = self._candidate(place, denial, other, quoted)
            if candidate is not None:
                found.append(candidate)
        return sorted(found, key=lambda one: (-one.score, abs(one.place - place), one.place))

    def _near(self, place: int) -> Iterable[int]:
        """The claims some sentences before and behind a claim."""
        claim, claims = self._claims[place], self._claims
        here = self._in_document[claim.document]
        bounds = (
            claim.sentence_number - MAX_SENTENCES_BACK,
            claim.sentence_number + MAX_SENTENCES_AHEAD + 1,
        )
        first, after = (
            bisect_left(here, bound, key=lambda other: claims[other].sentence_number)
            for bound in bounds
        )
        return here[first:after]

    def _elsewhere(self, place: int, denial: Denial) -> Iterable[int]:
        """The claims that share a word with what is denied, and those of the owners it names."""
        for term in sorted(denial.proposition):
            places = self._by_term.get(term, ())
            if len(places) <= MAX_CLAIMS_OF_TERM:
                yield from places
        for term in sorted(denial.owners):
            yield from _nearest(self._by_speaker.get(term, ()), place)
        if denial.accusing:
            yield from _nearest(self._charges.get(self._claims[place].document, ()), place)

    def _claims_inside(self) -> dict[int, list[int]]:
        """For each claim, those of other speakers that its content tells."""
        by_chain: dict[tuple[str, ...], list[int]] = {}
        for place, claim in enumerate(self._claims):
            if claim.claim.chain:
                by_chain.setdefault((claim.document, *claim.claim.chain), []).append(place)
        inside: dict[int, list[int]] = {}
        for place, claim in enumerate(self._claims):
            for length in range(1, len(claim.claim.chain)):
                outer = (claim.document, *claim.claim.chain[:length])
                for other in by_chain.get(outer, ()):
                    if self._claims[other].voice != claim.voice:
                        inside.setdefault(other, []).append(place)
        return inside

    def _candidate(
        self, place: int, denial: Denial, other: int, quoted: _Quoted
    ) -> Candidate | None:
        """A claim with how likely the denial denies it; None where it cannot."""
        claim, meant = self._claims[place], self._claims[other]
        if other == place or meant.voice == claim.voice:
            return None
        in_clause = other in quoted.claims
        if not in_clause and (self._are_allies(place, other) or share_words(claim, meant)):
            return None
        score = _score_of_kind(meant) + _score_of_distance(claim, meant)
        if in_clause:
            return Candidate(other, OWN_CLAUSE + score, in_clause)
        signs = self._signs(place, denial, other)
        by_quoted = meant.voice in quoted.voices
        if not (by_quoted or _is_possible(denial, claim, meant, signs)):
            return None
        score += (
            QUOTED_SPEAKER * by_quoted
            + OWNER * signs.has_owner
            + NAMES_DENIER * signs.names_denier
            + NAMED_BY_DENIER * (not self._names[other].isdisjoint(claim.terms))
            + (CHARGE + CHARGE_FOR_ACCUSING_NOUN * denial.accusing) * signs.accuses
            + SHARE * signs.share
            + AGREES * (signs.share >= MIN_SHARE and _agree(claim, meant))
        )
        return Candidate(other, score, in_clause)

    def _signs(self, place: int, denial: Denial, other: int) -> _Signs:
        meant = self._claims[other]
        return _Signs(
            share=self._share(denial, meant),
            has_owner=not denial.owners.isdisjoint(meant.speaker_terms),
            names_denier=not self._names[place].isdisjoint(meant.terms),
            accuses=self._accuses(other),
            is_passive=bool(meant.claim.chain) and not meant.speaker_terms,
        )

    def _share(self, denial: Denial, meant: PreparedClaim) -> float:
        """How much of what is denied a claim says, the rare words first."""
        shared = denial.proposition & meant.terms
        if not shared:
            return 0.0
        whole = sum(self._weights.get(term, 0.0) for term in sorted(denial.proposition))
        said = sum(self._weights.get(term, 0.0) for term in sorted(shared))
        return said / (whole + WEIGHT_OF_NO_TERM)

    def _accuses(self, place: int) -> bool:
        """Whether a claim charges somebody, by its stance or cue."""
        if self._claims[place].claim.stance is Stance.ACCUSES:
            return True
        return any(word.lower in denial_words().charging for word in self._cues[place])

    def _are_allies(self, place: int, other: int) -> bool:
        """Whether two speakers share a name: "Brask", "a lawyer for Brask"; no "critic of" it."""
        speakers = self._claims[place].speaker_terms | self._claims[other].speaker_terms
        shares_name = not self._names[place].isdisjoint(self._names[other])
        return shares_name and speakers.isdisjoint(_terms_for_opposed())


def _is_possible(denial: Denial, claim: PreparedClaim, meant: PreparedClaim, signs: _Signs) -> bool:
    """Whether the denial names who makes a claim, or denies what it says, or can answer it."""
    charges_denier = signs.accuses and (signs.names_denier or signs.is_passive)
    back = claim.sentence_number - meant.sentence_number
    near = claim.document == meant.document and 0 <= back <= MAX_SENTENCES_BACK
    if denial.form is DenialForm.NEGATION:
        return charges_denier and near and back <= MAX_SENTENCES_BACK // 2
    if signs.has_owner or (charges_denier and (near or denial.accusing)):
        return True
    if denial.form is DenialForm.PLEA:
        return near and signs.names_denier
    needed = 1 if claim.document == meant.document else MIN_TERMS_ELSEWHERE
    if len(denial.proposition & meant.terms) >= needed and signs.share >= MIN_SHARE:
        return True
    answers_anything = denial.words is not None or denial.form is not DenialForm.STANCE
    if answers_anything and len(denial.proposition) > MAX_TERMS_OF_NOUN:
        answers_anything = denial.form is DenialForm.COUNTER
    return near and (answers_anything or len(denial.proposition) < MAX_TERMS_OF_NOUN)


def _agree(claim: PreparedClaim, meant: PreparedClaim) -> bool:
    """Whether two claims about one thing go the same way: "denied X", "said there was no X"."""
    return claim.polarity == meant.polarity != 0


def _score_of_kind(meant: PreparedClaim) -> float:
    """What speaks against a claim: it is the outlet's, only refers to a charge, or denies too."""
    return (
        OUTLET * meant.outlet_voice
        + UNLIKELY_STANCE * (meant.claim.stance in UNLIKELY)
        + REFUSES_TOO * (meant.claim.stance in REFUSING)
        + REFERS_TOO * (not _charge_terms().isdisjoint(meant.terms))
        + NESTED * (len(meant.claim.chain) > 1)
    )


@cache
def _terms_for_opposed() -> frozenset[str]:
    return terms_in(" ".join(denial_words().opposed))


@cache
def _charge_terms() -> frozenset[str]:
    return terms_in(" ".join(denial_words().charge))


def _score_of_distance(claim: PreparedClaim, meant: PreparedClaim) -> float:
    """What the distance says: a denial mostly follows what it denies."""
    if claim.document != meant.document:
        return ANOTHER_REPORT
    back = claim.sentence_number - meant.sentence_number
    if back < 0 or meant.claim.content[0].start > claim.claim.content[0].start:
        return AHEAD[min(max(0, -back), len(AHEAD) - 1)]
    return BEFORE[back] if back < len(BEFORE) else FARTHER


def _nearest(places: Sequence[int], place: int) -> Sequence[int]:
    """As many places as may be looked at, half of them before a place if there are so many."""
    end = max(bisect_left(places, place) + MAX_CLAIMS_OF_TERM // 2, MAX_CLAIMS_OF_TERM)
    return places[max(0, min(end, len(places)) - MAX_CLAIMS_OF_TERM) : end]


def _by_document(claims: Sequence[PreparedClaim], places: Iterable[int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place in places:
        found.setdefault(claims[place].document, []).append(place)
    return found
