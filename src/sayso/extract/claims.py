"""What is claimed: every attributed content, and what the outlet says in its own voice."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.extract.attributions import Attributed
from sayso.extract.stance import judge
from sayso.model.speech import Claim
from sayso.model.text import Span
from sayso.text.sentences import sentences

# A sentence with fewer letters outside all attributions makes no claim of its own.
LEAST = 20


def find_claims(
    body: str, attributed: Sequence[Attributed], speaker: Mapping[str, str]
) -> tuple[Claim, ...]:
    """One claim for each attribution, and one for each sentence that holds no attribution.

    `speaker` names the actor of an attribution, where it is known.
    """
    chains = _chains(attributed)
    said = [
        Claim(
            content=one.attribution.content,
            chain=chains[one.attribution.id],
            stance=one.judgement.stance,
            hedges=one.judgement.hedges,
            speaker=speaker.get(one.attribution.id),
        )
        for one in attributed
    ]
    own = list(_own_voice(body, attributed))
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


def _own_voice(body: str, attributed: Sequence[Attributed]) -> Iterator[Claim]:
    """The sentences that no attribution touches."""
    taken = bytearray(len(body))
    for one in attributed:
        attribution = one.attribution
        for span in (attribution.source, attribution.cue, *attribution.content):
            if span is not None:
                taken[span.start : span.end] = b"\x01" * len(span)
    for start, end in sentences(body):
        if any(taken[start:end]) or sum(map(str.isalpha, body[start:end])) < LEAST:
            continue
        content = (Span(start, end),)
        judgement = judge(body, None, content)
        yield Claim(content, (), judgement.stance, judgement.hedges, None)
