"""What is claimed: every attributed content, and what the outlet says in its own voice."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from sayso.extract.speech.attributions import Attributed
from sayso.extract.stance.evidence_basis import find_basis
from sayso.extract.stance.stance import judge
from sayso.model.speech import Attribution, Claim
from sayso.model.text import Span
from sayso.text.sentences import sentences

# A sentence with fewer letters outside all attributions makes no claim of its own.
LEAST = 20

Part = tuple[int, int]


def find_claims(
    body: str, attributed: Sequence[Attributed], speaker: Mapping[str, str]
) -> tuple[Claim, ...]:
    """One claim for each attribution, and one for each sentence that holds no attribution.

    `speaker` names the actor of an attribution, where it is known.
    """
    chains = _chains(attributed)
    parts = sentences(body)
    known = {one.attribution.id: one.attribution for one in attributed}
    said = [
        Claim(
            content=one.attribution.content,
            chain=chains[one.attribution.id],
            stance=one.judgement.stance,
            hedges=one.judgement.hedges,
            speaker=speaker.get(one.attribution.id),
            basis=find_basis(body, one.attribution, _around(one.attribution, parts, known)),
        )
        for one in attributed
    ]
    own = list(_own_voice(body, attributed, parts))
    return tuple(sorted([*said, *own], key=lambda claim: (claim.content[0], len(claim.chain))))


def _chains(attributed: Sequence[Attributed]) -> dict[str, tuple[str, ...]]:
    """For every attribution the ids from the outermost one down to it."""
    within = {one.attribution.id: one.attribution.within for one in attributed}
    chains: dict[str, tuple[str, ...]] = {}
    for own in within:
        chain: tuple[str, ...] = ()
        step: str | None = own
        while step is not None:
            chain = (step, *chain)
            step = within[step]
        chains[own] = chain
    return chains


def _around(one: Attribution, parts: Sequence[Part], known: Mapping[str, Attribution]) -> Span:
    """The sentence of an attribution, as far as it lies within the content that holds it."""
    place = (one.cue or one.source or one.content[0]).start
    start, end = parts[max(0, bisect_right(parts, place, key=lambda part: part[0]) - 1)]
    outer = known.get(one.within or "")
    if outer is not None:
        start = max(start, outer.content[0].start)
        end = min(end, outer.content[-1].end)
    return Span(start, max(start + 1, end))


def _own_voice(
    body: str, attributed: Sequence[Attributed], parts: Sequence[Part]
) -> Iterator[Claim]:
    """The sentences that no attribution touches."""
    taken = bytearray(len(body))
    for one in attributed:
        attribution = one.attribution
        for span in (attribution.source, attribution.cue, *attribution.content):
            if span is not None:
                taken[span.start : span.end] = b"\x01" * len(span)
    for start, end in parts:
        if any(taken[start:end]) or sum(map(str.isalpha, body[start:end])) < LEAST:
            continue
        content = (Span(start, end),)
        judgement = judge(body, None, content)
        yield Claim(content, (), judgement.stance, judgement.hedges, None)
