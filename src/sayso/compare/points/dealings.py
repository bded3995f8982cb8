"""Dealings of two parties that one of them denies and somebody of either party tells.

"Vessland denied that it supplied boats to the islanders": a Vessland officer who speaks of help for
the islanders concedes it, and so does an islander who says "we have links with Vessland".
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.terms import terms_in, terms_of
from sayso.lexicon.concessions import concession_words
from sayso.lexicon.people import nations
from sayso.model.facts import Facts
from sayso.model.speech import Stance
from sayso.text.words import Word, words

MAX_CLAIMS_OF_TERM = 250  # that are looked at for one term
MAX_CONTENT_WORDS = 60  # of a content that are looked at
MAX_WORDS_TO_SUBJECT = 14  # of a content, where "we" may stand
MAX_LINKED = 4  # claims of a kind that a dealing names
TELLING = frozenset({Stance.ASSERTS, Stance.CONCEDES})


class Dealing(NamedTuple):
    """A claim by a party to a dealing that this party or the other one denies, by its place.

    `told_by` are the claims of others that tell of the same dealing.
    """

    claim: int
    told_by: tuple[int, ...]
    denied_in: tuple[int, ...]


class _Denied(NamedTuple):
    """A denial of a dealing: the names of who denies it, and the terms for the other party."""

    place: int
    deniers: frozenset[str]
    others: frozenset[str]


def find_dealings(
    claims: Sequence[PreparedClaim],
    facts: Mapping[str, Facts],
    names: Sequence[frozenset[str]],
    speaks_for_itself: Callable[[int], bool],
) -> tuple[Dealing, ...]:
    """The claims of a party that tell of a dealing which that party or the other one denies.

    `names` has the terms of the proper name of each claim's speaker; `speaks_for_itself` says whether
    a claim is by somebody who can be a party, and not told by another.
    """
    reader = _DealingReader(claims, facts, names)
    denials: dict[int, list[int]] = {}
    accounts: dict[int, list[int]] = {}
    for denied in reader.denied():
        for place in reader.telling(denied):
            if reader.is_of_party(place, denied) and speaks_for_itself(place):
                denials.setdefault(place, []).append(denied.place)
            elif reader.is_by_others(place, denied):
                accounts.setdefault(denied.place, []).append(place)
    found = []
    for place, denied_in in sorted(denials.items()):
        told_by = [one for denial in denied_in for one in accounts.get(denial, ())[:MAX_LINKED]]
        told_by = [one for one in dict.fromkeys(told_by) if one not in denials]
        found.append(Dealing(place, tuple(told_by[:MAX_LINKED]), tuple(denied_in[:MAX_LINKED])))
    return tuple(found)


class _DealingReader:
    """Reads which claims deny a dealing and which ones tell of it."""

    def __init__(
        self,
        claims: Sequence[PreparedClaim],
        facts: Mapping[str, Facts],
        names: Sequence[frozenset[str]],
    ) -> None:
        self._claims, self._facts, self._names = claims, facts, names
        self._cues = {
            (document, one.id): one.cue
            for document, report in facts.items()
            for one in report.attributions
        }
        self._telling_by_term: dict[str, list[int]] = {}
        for place in filter(self._tells_of_dealing, range(len(claims))):
            for term in claims[place].terms:
                self._telling_by_term.setdefault(term, []).append(place)

    def denied(self) -> Iterator[_Denied]:
        """The denials of a dealing with a party that the denial itself names."""
        for place, claim in enumerate(self._claims):
            names = self._names[place]
            if not (names and claim.claim.stance is Stance.DENIES and self._denies_outright(claim)):
                continue
            others = terms_of(self._behind_dealing(claim)) - names - _terms_of_no_party()
            if others:
                yield _Denied(place, names, others)

    def telling(self, denied: _Denied) -> list[int]:
        """The claims that tell of a dealing and have a word for one of the parties."""
        found = (
            self._telling_by_term.get(term, ()) for term in sorted(denied.deniers | denied.others)
        )
        return sorted(
            {place for places in found if len(places) <= MAX_CLAIMS_OF_TERM for place in places}
        )

    def is_of_party(self, place: int, denied: _Denied) -> bool:
        """Whether a speaker belongs to one of the parties and speaks of the other."""
        claim = self._claims[place]
        if claim.claim.stance not in TELLING or claim.voice == self._claims[denied.place].voice:
            return False
        if self._names[place] & denied.deniers:
            return bool(claim.terms & denied.others)
        if not claim.terms & denied.deniers:
            return False
        opening = self._content_of(claim)[:MAX_WORDS_TO_SUBJECT]
        speaks_of_us = any(word.lower in concession_words().together for word in opening)
        return speaks_of_us or bool(claim.speaker_terms & denied.others)

    def is_by_others(self, place: int, denied: _Denied) -> bool:
        """Whether somebody else says it of the party that denies it."""
        by_other = self._names[place].isdisjoint(denied.deniers)
        return by_other and bool(self._claims[place].terms & denied.deniers)

    def _denies_outright(self, claim: PreparedClaim) -> bool:
        """Whether the cue is a verb of denial: "denied", not "dismissed concerns"."""
        cue = self._cues[claim.document, claim.claim.chain[-1]]
        if cue is None or claim.speaker_polarity >= 0:
            return False
        text = self._facts[claim.document].document.text
        verbs = {word.lower for word in words(text, cue.start, cue.end)}
        return not concession_words().denying.isdisjoint(verbs)

    def _behind_dealing(self, claim: PreparedClaim) -> Sequence[Word]:
        """The words of a content behind its first verb for a dealing."""
        content, verbs = self._content_of(claim), concession_words().dealing_verbs
        at = next((at for at, word in enumerate(content) if word.lower in verbs), len(content))
        return content[at + 1 :]

    def _tells_of_dealing(self, place: int) -> bool:
        """Whether a speaker says outright that there is a dealing."""
        claim = self._claims[place]
        if claim.outlet_voice or claim.speaker_polarity <= 0 or claim.negated:
            return False
        dealing = concession_words().dealing
        return any(word.lower in dealing for word in self._content_of(claim))

    def _content_of(self, claim: PreparedClaim) -> Sequence[Word]:
        text = self._facts[claim.document].document.text
        found = [word for span in claim.claim.content for word in words(text, span.start, span.end)]
        return found[:MAX_CONTENT_WORDS]


@cache
def _terms_of_no_party() -> frozenset[str]:
    """The terms that name no party: those for a dealing, and countries, which may be places."""
    known = nations()
    return terms_in(" ".join([*concession_words().dealing, *known.names, *known.people]))
