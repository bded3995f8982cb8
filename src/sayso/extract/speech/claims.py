"""What is claimed: attributed contents that say something, and what the outlet says in its own voice."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.extract.speech.addressees import without_addressee
from sayso.extract.speech.antecedents import whole_clause
from sayso.extract.speech.collecting import JudgedAttribution
from sayso.extract.speech.outlet_sentences import says_something
from sayso.extract.speech.propositions import PROPOSITIONS, ContentKind, content_kind
from sayso.extract.stance.evidence_basis import find_basis
from sayso.extract.stance.stance import judge_stance
from sayso.model.happening import Figure
from sayso.model.speech import Attribution, Claim, Stance
from sayso.model.text import Span
from sayso.text.quotes import quotations, quoted_characters
from sayso.text.sentences import sentences


def find_claims(
    body: str,
    attributions: Sequence[JudgedAttribution],
    speaker: Mapping[str, str],
    figures: Sequence[Figure] = (),
) -> tuple[Claim, ...]:
    """A claim for each attribution whose content is a proposition or counts people who came to harm,
    and for each sentence that says something and that no attribution touches.

    `speaker` gives the actor of an attribution, where known; both are named by their ids.
    """
    known = {judged.attribution.id: judged.attribution for judged in attributions}
    chains = _attribution_chains(known)
    spans = sentences(body)
    quoted = quoted_characters(body, quotations(body))
    counted = sorted(figure.span for figure in figures if figure.harm is not None)
    said = {
        judged.attribution.id: without_addressee(
            body, judged.attribution, whole_clause(body, judged.attribution)
        )
        for judged in attributions
        if _says_something(content_kind(body, judged.attribution, quoted), judged.judgement.stance)
        or any(_holds_one(span, counted) for span in judged.attribution.content)
    }
    attributed = [
        Claim(
            content=said[name],
            chain=chains[name],
            stance=judged.judgement.stance,
            hedges=judged.judgement.hedges,
            speaker=speaker.get(name),
            basis=find_basis(
                body, judged.attribution, _sentence_around(judged.attribution, spans, known)
            ),
        )
        for name, judged in zip(known, attributions, strict=True)
        if name in said
    ]
    outlet = _claims_of_outlet(body, known.values(), spans)
    in_order = sorted(
        [*attributed, *outlet], key=lambda claim: (claim.content[0], len(claim.chain))
    )
    return tuple(in_order)


def _says_something(kind: ContentKind, stance: Stance) -> bool:
    """Whether a content says something, by itself or by its cue: "held the army responsible"."""
    return kind in PROPOSITIONS or stance in (Stance.ACCUSES, Stance.CONCEDES)


def _holds_one(content: Span, counted: Sequence[Span]) -> bool:
    """Whether a content holds one of some figures, which are in text order."""
    at = bisect_left(counted, content.start, key=lambda span: span.start)
    return at < len(counted) and content.holds(counted[at])


def _attribution_chains(known: Mapping[str, Attribution]) -> dict[str, tuple[str, ...]]:
    """For every attribution the ids from the outermost one down to it."""
    chains: dict[str, tuple[str, ...]] = {}
    for name in known:
        chain: tuple[str, ...] = ()
        step: str | None = name
        while step is not None:
            chain = (step, *chain)
            step = known[step].within
        chains[name] = chain
    return chains


def _sentence_around(
    attribution: Attribution,
    spans: Sequence[tuple[int, int]],
    known: Mapping[str, Attribution],
) -> Span:
    """The sentence of an attribution, as far as it lies within the content that holds it."""
    place = (attribution.cue or attribution.source or attribution.content[0]).start
    start, end = spans[max(0, bisect_right(spans, place, key=lambda span: span[0]) - 1)]
    outer = known.get(attribution.within or "")
    if outer is not None:
        start = max(start, outer.content[0].start)
        end = min(end, outer.content[-1].end)
    return Span(start, max(start + 1, end))


def _claims_of_outlet(
    body: str, attributions: Iterable[Attribution], spans: Sequence[tuple[int, int]]
) -> Iterator[Claim]:
    """The sentences that say something and that no attribution touches, as claims of the outlet."""
    attributed = bytearray(len(body))
    for attribution in attributions:
        for span in (attribution.source, attribution.cue, *attribution.content):
            if span is not None:
                attributed[span.start : span.end] = b"\x01" * len(span)
    for start, end in spans:
        if any(attributed[start:end]) or not says_something(body, start, end):
            continue
        content = (Span(start, end),)
        judgement = judge_stance(body, None, content)
        yield Claim(content, (), judgement.stance, judgement.hedges, None)
