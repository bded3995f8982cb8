"""What a sentence says "according to" somebody, where no content was marked.

Such a phrase frames a whole sentence, in which somebody else may well be quoted ("According to the
Echo, the mayor said …"): the network then gives the words to the inner speaker alone.
"""

from collections.abc import Collection, Iterator, Sequence

from sayso.encoder.tagger import TaggedText, RoleSpan
from sayso.extract.speech.link_roles import Bundle
from sayso.lexicon.cues import cue_words
from sayso.lexicon.phrases import length_at
from sayso.text.sentences import sentences

NEAR = 2  # code points between the cue and the source that it names
CUT = frozenset(" ,;:.!?\n\t")
LEAST = 12  # letters of a content


def framed(text: str, reading: TaggedText, found: Collection[Bundle]) -> Iterator[Bundle]:
    """For each framing cue with a source and no content, the rest of its sentence as its content.

    What stands behind the phrase, where the phrase opens the sentence, else what stands before it.
    """
    held = {(bundle.cue.start, bundle.cue.end) for bundle in found}
    spans: Sequence[tuple[int, int]] | None = None
    for place, cue in enumerate(reading.roles):
        if cue.role != "cue" or (cue.start, cue.end) in held or not _frames(text, cue):
            continue
        source = next((r for r in reading.roles[place + 1 :] if r.role == "source"), None)
        if source is None or not 0 <= source.start - cue.end <= NEAR:
            continue
        spans = sentences(text) if spans is None else spans
        around = next(((a, b) for a, b in spans if a <= cue.start < b), None)
        content = _rest(text, cue, source, around) if around is not None else None
        if content is not None:
            yield Bundle(cue, source, [content])


def _frames(text: str, cue: RoleSpan) -> bool:
    said = text[cue.start : cue.end].lower().split()
    return length_at(cue_words().phrases["framing.words"], said, 0) == len(said)


def _rest(text: str, cue: RoleSpan, source: RoleSpan, around: tuple[int, int]) -> RoleSpan | None:
    """What stands before the phrase, else behind its source, if it has some length."""
    before = _trimmed(text, around[0], cue.start)
    behind = _trimmed(text, source.end, around[1])
    start, end = before if before[1] > before[0] else behind
    if sum(map(str.isalpha, text[start:end])) < LEAST:
        return None
    return RoleSpan("content", start, end, cue.score / 2)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in CUT:
        start += 1
    while end > start and text[end - 1] in CUT:
        end -= 1
    return start, end
