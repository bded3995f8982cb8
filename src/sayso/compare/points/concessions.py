"""Concessions: what a speaker admits against the interest of the speaker's own side.

The words of an admission show one, and so does a party that tells of a dealing which was denied. The
claims that a concession bears out, and those that denied it, are found by common words or by the
reader of pairs; only those that the reader confirms make a weak admission a concession.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from math import log1p
from typing import NamedTuple

from sayso.compare.points.admissions import Admission, names_first_person, read_admission
from sayso.compare.points.dealings import find_dealings
from sayso.compare.points.prepared_claim import PreparedClaim, share_words
from sayso.compare.points.speaker_names import names_of_speakers
from sayso.compare.points.story_claims import claims_by_story
from sayso.model.facts import Facts
from sayso.model.speech import ActorType, Attribution, Stance
from sayso.model.text import Span

MIN_SCORE = 3.0  # of an admission that is a concession
MIN_SHARE = 0.35  # of the weight of an admission's terms; a claim linked to it says as much
MIN_SHARED_TERMS = 2
MAX_CLAIMS_NEAR = 250  # that are looked at before and behind an admission, in the list of claims
MAX_CLAIMS_OF_TERM = 250  # that are looked at for one term
MAX_LINKED = 4  # claims of a kind that a concession names
WEIGHT_OF_NO_TERM = 3.0  # added to the weight of what is admitted: one common word is little

# What speaks for a concession beside its words.
THROUGH_OTHERS = -1.0
CONFIRMED = 1.0  # by the reader of pairs: somebody else speaks to what is admitted

NEUTRAL = (ActorType.MEDIA, ActorType.DOCUMENT)

# For two places of a list of claims: the log-odds that they speak to one disputed thing, or None.
Related = Callable[[int, int], float | None]


class Concession(NamedTuple):
    """An admission against interest, by its place in a list of claims, as are the others.

    It bears out the claims of others in `bears_out`. `denied_in` are claims that denied it: of the
    same speaker, of the speaker's side, or of the other party to what is admitted. `denier` is who
    denied it, as shown; "" where it was the speaker's own side, None where no one did or the report names no one.
    """

    claim: int
    bears_out: tuple[int, ...]
    denied_in: tuple[int, ...]
    denier: str | None

    def moved(self, first: int) -> "Concession":
        """The same in a longer list, where the claims begin at `first`."""
        return Concession(
            first + self.claim,
            tuple(first + place for place in self.bears_out),
            tuple(first + place for place in self.denied_in),
            self.denier,
        )


class _Links(NamedTuple):
    """The claims that an admission bears out, and those that denied it, the likeliest first.

    `confirmed` is whether the reader of pairs found one of them.
    """

    bears_out: tuple[int, ...]
    denied_in: tuple[int, ...]
    confirmed: bool = False


def concessions_by_story(
    claims: Sequence[PreparedClaim],
    facts: Mapping[str, Facts],
    story_of: Mapping[str, str],
    related: Related,
) -> list[Concession]:
    """The concessions of every story, in order; the claims of a story stand together in the list."""

    def related_in(first: int, left: int, right: int) -> float | None:
        return related(first + left, first + right)

    return [
        one.moved(story.first)
        for story in claims_by_story(claims, facts, story_of)
        for one in find_concessions(story.claims, story.facts, partial(related_in, story.first))
    ]


def find_concessions(
    claims: Sequence[PreparedClaim], facts: Mapping[str, Facts], related: Related
) -> tuple[Concession, ...]:
    """The concessions among the claims of one story, in order."""
    finder = _Finder(claims, facts, related)
    found = dict(finder.admitted())
    for dealing in find_dealings(claims, facts, finder.names, finder.speaks_for_itself):
        links = found.get(dealing.claim, _Links((), ()))
        bears_out = links.bears_out or dealing.told_by
        found[dealing.claim] = _Links(bears_out, links.denied_in or dealing.denied_in)
    return tuple(
        Concession(place, links.bears_out, links.denied_in, finder.denier(place, links.denied_in))
        for place, links in sorted(found.items())
    )


class _Finder:
    """Finds the admissions among claims, and what each of them bears out or goes against."""

    def __init__(
        self, claims: Sequence[PreparedClaim], facts: Mapping[str, Facts], related: Related
    ) -> None:
        self._claims, self._facts, self._related = claims, facts, related
        self.names = names_of_speakers(claims, facts)
        self._attributions = {
            (document, one.id): one
            for document, report in facts.items()
            for one in report.attributions
        }
        self._types = {
            (document, mention.start): actor.type
            for document, report in facts.items()
            for actor in report.actors
            for mention in actor.mentions
        }
        self._by_term: dict[str, list[int]] = {}
        for place, claim in enumerate(claims):
            for term in claim.terms:
                self._by_term.setdefault(term, []).append(place)
        counts = Counter(term for claim in claims for term in claim.terms)
        self._weights = {term: log1p(len(claims) / count) for term, count in counts.items()}

    def admitted(self) -> Iterable[tuple[int, _Links]]:
        """The admissions that are plain enough, with their links."""
        for place, claim in enumerate(self._claims):
            admission = self._admission(place)
            if admission is None:
                continue
            links = self._links(place)
            score = admission.score + CONFIRMED * links.confirmed
            score += THROUGH_OTHERS * self._is_told_by_others(claim)
            answers = links.bears_out or links.denied_in or not admission.is_plea
            if score >= MIN_SCORE and answers:
                yield place, links

    def denier(self, place: int, denied_in: Sequence[int]) -> str | None:
        """Who denied what an admission says, as shown; "" for the own side, else None."""
        if not denied_in:
            return None
        denial = self._claims[denied_in[0]]
        if denial.voice != self._claims[place].voice and self.are_allies(place, denied_in[0]):
            return ""
        return " ".join(denial.speaker_name.split()) or None

    def are_allies(self, left: int, right: int) -> bool:
        """Whether two speakers are one or share a proper name."""
        same = self._claims[left].voice == self._claims[right].voice
        return same or not self.names[left].isdisjoint(self.names[right])

    def _innermost(self, claim: PreparedClaim) -> Attribution | None:
        chain = claim.claim.chain
        return self._attributions[claim.document, chain[-1]] if chain else None

    def _admission(self, place: int) -> Admission | None:
        claim = self._claims[place]
        text = self._facts[claim.document].document.text
        return read_admission(claim, text, self._innermost(claim))

    def speaks_for_itself(self, place: int) -> bool:
        """Whether a claim is by a party: not by an outlet or document, and not told by another."""
        claim = self._claims[place]
        innermost = self._innermost(claim)
        if innermost is None or self._type_of(claim.document, innermost.source) in NEUTRAL:
            return False
        return not self._is_told_by_others(claim)

    def _is_told_by_others(self, claim: PreparedClaim) -> bool:
        """Whether a claim is told by somebody who is neither an outlet nor a document."""
        innermost = self._innermost(claim)
        text = self._facts[claim.document].document.text
        if innermost and names_first_person(text, innermost.source):
            return False
        outer = (self._attributions[claim.document, one] for one in claim.claim.chain[:-1])
        return any(self._type_of(claim.document, one.source) not in NEUTRAL for one in outer)

    def _type_of(self, document: str, source: Span | None) -> ActorType | None:
        return self._types.get((document, source.start)) if source else None

    def _links(self, place: int) -> _Links:
        """The claims that an admission bears out, and those of the speaker's side that deny it."""
        claim = self._claims[place]
        bears_out: list[tuple[float, int]] = []
        denied_in: list[tuple[float, int]] = []
        confirmed = False
        for other, share in self._shares(place).items():
            meant = self._claims[other]
            if meant.claim.stance is Stance.CONCEDES or share_words(claim, meant):
                continue
            odds = self._related(place, other)
            if not (odds > 0 if odds is not None else share >= MIN_SHARE):
                continue
            linked = share + (odds or 0.0), other
            if self.are_allies(place, other):
                is_link = meant.polarity * claim.polarity < 0
                denied_in += [linked] if is_link else []
            else:
                is_link = self._bears_out(place, other)
                bears_out += [linked] if is_link else []
            confirmed |= is_link and odds is not None
        return _Links(_likeliest(bears_out), _likeliest(denied_in), confirmed)

    def _bears_out(self, place: int, other: int) -> bool:
        """Whether a claim of another voice goes the same way, and names the speaker or accuses."""
        claim, meant = self._claims[place], self._claims[other]
        if meant.outlet_voice or meant.polarity * claim.polarity <= 0:
            return False
        return meant.claim.stance is Stance.ACCUSES or bool(self.names[place] & meant.terms)

    def _shares(self, place: int) -> dict[int, float]:
        """The claims near an admission or with words of it, and how much of it they say."""
        said = self._claims[place].terms - self.names[place]
        shared: dict[int, list[str]] = {}
        for term in sorted(said):
            places = self._by_term[term]
            if len(places) <= MAX_CLAIMS_OF_TERM:
                for other in places:
                    shared.setdefault(other, []).append(term)
        whole = sum(self._weights[term] for term in sorted(said)) + WEIGHT_OF_NO_TERM
        near = range(
            max(0, place - MAX_CLAIMS_NEAR), min(len(self._claims), place + MAX_CLAIMS_NEAR + 1)
        )
        shares = dict.fromkeys(near, 0.0)
        for other, terms in shared.items():
            says = sum(self._weights[term] for term in terms) / whole
            shares[other] = says if len(terms) >= MIN_SHARED_TERMS else 0.0
        del shares[place]
        return shares


def _likeliest(found: Iterable[tuple[float, int]]) -> tuple[int, ...]:
    ordered = sorted(found, key=lambda one: (-one[0], one[1]))
    return tuple(place for _, place in ordered[:MAX_LINKED])
