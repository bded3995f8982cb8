"""Reports for tests, made of who says what by which cue."""

from typing import NamedTuple

from sayso.model.facts import Facts
from sayso.model.speech import Attribution, Claim, Kind, Speech, Stance
from sayso.model.text import Document, Span


class Said(NamedTuple):
    """A sentence: who says what by which cue. `inner` is a claim that the content tells of another."""

    source: str
    cue: str
    content: str
    stance: Stance = Stance.ASSERTS
    inner: tuple[str, str, str] | None = None
    kind: Kind = Kind.SPEECH


def report(*sentences: Said | str, name: str = "a") -> Facts:
    """A report of these sentences; a plain one is said by nobody."""
    text, attributions, claims = "", [], []
    for sentence in sentences:
        start = len(text)
        if isinstance(sentence, str):
            text += f"{sentence} "
            claims.append(Claim((Span(start, len(text) - 2),), (), Stance.ASSERTS, (), None))
            continue
        text += f"{sentence.source} {sentence.cue} {sentence.content}. "
        parts = (sentence.source, sentence.cue, sentence.content)
        attribution = attributed(text, start, parts, sentence.kind, None)
        attributions.append(attribution)
        claims.append(Claim(attribution.content, (attribution.id,), sentence.stance, (), None))
        if sentence.inner is not None:
            inside = attributed(
                text, attribution.content[0].start, sentence.inner, Kind.SPEECH, attribution.id
            )
            attributions.append(inside)
            chain = (attribution.id, inside.id)
            claims.append(Claim(inside.content, chain, Stance.ASSERTS, (), None))
    return Facts(Document(name, text), tuple(attributions), tuple(claims))


def attributed(
    text: str, start: int, parts: tuple[str, str, str], kind: Kind, within: str | None
) -> Attribution:
    """An attribution whose source, cue and content stand behind `start`; a source may be missing."""
    spans: list[Span | None] = []
    for part in parts:
        at = text.index(part, start)
        spans.append(Span(at, at + len(part)) if part else None)
    source, cue, content = spans
    assert content is not None
    return Attribution(source, cue, (content,), Speech.INDIRECT, kind, within, 0.9)
