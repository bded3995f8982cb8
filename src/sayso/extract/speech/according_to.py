"""What a sentence says "according to" somebody, where no content was marked.

Such a phrase frames a whole sentence, which may quote somebody else ("According to the Echo, the
mayor said …"): the network then gives the words to the inner speaker alone.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from sayso.encoder.tagger import RoleSpan, TaggedText
from sayso.extract.speech.edges import SENTENCE_EDGES, without_edges
from sayso.extract.speech.link_roles import LinkedCue
from sayso.lexicon.cues import cue_words
from sayso.lexicon.phrases import phrase_length_at
from sayso.text.sentences import sentences

MAX_CHARACTERS_TO_SOURCE = 2
MIN_CONTENT_LETTERS = 12
MAX_PHRASES_IN_SENTENCE = 4  # each may have the whole sentence as its content


def framed_sentences(
    text: str, tagged: TaggedText, linked: Collection[LinkedCue]
) -> Iterator[LinkedCue]:
    """For each framing cue with a source and no content, the rest of its sentence as its content.

    That is what stands before the phrase, or behind it where the phrase opens the sentence.
    """
    with_content = {(link.cue.start, link.cue.end) for link in linked}
    roles = tagged.roles
    phrases_in_sentence: Counter[int] = Counter()
    for index, cue in enumerate(roles):
        if cue.role != "cue" or (cue.start, cue.end) in with_content or not _is_framing(text, cue):
            continue
        source = _source_directly_behind(roles, index)
        if source is None:
            continue
        number = bisect_right(sentences(text), cue.start, key=lambda span: span[0]) - 1
        phrases_in_sentence[number] += 1
        if phrases_in_sentence[number] > MAX_PHRASES_IN_SENTENCE:
            continue
        content = _rest_of_sentence(text, cue, source)
        if content is not None:
            yield LinkedCue(cue, source, [content])


def _source_directly_behind(roles: Sequence[RoleSpan], cue: int) -> RoleSpan | None:
    """The source that follows a cue at once."""
    end = roles[cue].end
    for at in range(cue + 1, len(roles)):
        span = roles[at]
        if span.start > end + MAX_CHARACTERS_TO_SOURCE:
            return None
        if span.role == "source":
            return span if span.start >= end else None
    return None


def _is_framing(text: str, cue: RoleSpan) -> bool:
    spelt = text[cue.start : cue.end].lower().split()
    return phrase_length_at(cue_words().phrases["framing.words"], spelt, 0) == len(spelt)


def _rest_of_sentence(text: str, cue: RoleSpan, source: RoleSpan) -> RoleSpan | None:
    """What stands before the phrase in its sentence, else behind its source, if it is long enough."""
    spans = sentences(text)
    number = bisect_right(spans, cue.start, key=lambda span: span[0]) - 1
    if number < 0 or cue.start >= spans[number][1]:
        return None
    before = without_edges(text, spans[number][0], cue.start, SENTENCE_EDGES)
    behind = without_edges(text, source.end, spans[number][1], SENTENCE_EDGES)
    start, end = before if before[1] > before[0] else behind
    if sum(map(str.isalpha, text[start:end])) < MIN_CONTENT_LETTERS:
        return None
    return RoleSpan("content", start, end, cue.score / 2)
