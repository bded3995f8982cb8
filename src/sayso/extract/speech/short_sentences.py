"""Who opens or ends a short sentence with a verb: "Critics ask who pays", "I am fine, says Falk".

Only a verb that the network has not marked is read so.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.encoder.tagger import RoleSpan
from sayso.extract.speech.asides import is_speaker
from sayso.extract.speech.edges import without_edges
from sayso.extract.speech.headings import MAX_SPEAKER_WORDS, SCORE, is_named_speaker
from sayso.extract.speech.link_roles import LinkedCue
from sayso.extract.stance.cue_analysis import analyse_cue
from sayso.extract.stance.joined_words import joined_words
from sayso.lexicon.cues import CueClass
from sayso.lexicon.inflect import Form
from sayso.lexicon.propositions import proposition_words, verb_kinds
from sayso.model.speech import Kind
from sayso.text.quotes import quotations, quoted_characters
from sayso.text.sentences import sentences
from sayso.text.words import Word

MAX_CHARACTERS = 300
MAX_ENDING_WORDS = 8
MIN_CONTENT_WORDS = 2
PARTS = re.compile("[^;]+")
STOP = "."

Place = tuple[int, int]
Said = tuple[Place, Place, Place]  # the speaker, the cue and the content


def short_sentence_links(text: str, linked: Sequence[LinkedCue]) -> Iterator[LinkedCue]:
    """A link for each part of a short sentence that ends with a speaker and a verb which no other link
    has; and for each part of a heading that opens with them and has no link at all."""
    taken = quoted_characters(text, quotations(text))
    for link in linked:
        for span in (link.cue, *link.contents):
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    for start, end in sentences(text):
        for place in _parts(text, start, end) if end - start <= MAX_CHARACTERS else ():
            tokens = joined_words(text, *place)
            may_be_heading = not (text.startswith(STOP, place[1]) or any(taken[slice(*place)]))
            found = _ending(text, tokens) or (_opening(text, tokens) if may_be_heading else None)
            if found is not None and not any(taken[slice(*found[1])]):
                speaker, cue, content = found
                yield LinkedCue(
                    RoleSpan("cue", *cue, SCORE),
                    RoleSpan("source", *speaker, SCORE),
                    [RoleSpan("content", *content, SCORE)],
                )


def _parts(text: str, start: int, end: int) -> Iterator[Place]:
    """The parts of a sentence between semicolons, without its full stop."""
    for part in PARTS.finditer(text, start, end):
        first, last = without_edges(text, *part.span())
        yield first, last - text.endswith(STOP, first, last)


def _ending(text: str, tokens: Sequence[Word]) -> Said | None:
    """What a speaker and a verb behind the last comma end: "…, survey finds", "…, says Falk"."""
    commas = [at for at, word in enumerate(tokens) if word.lower == ","]
    behind = tokens[commas[-1] + 1 :] if commas else ()
    if not 1 < len(behind) <= MAX_ENDING_WORDS:
        return None
    content = without_edges(text, tokens[0].start, tokens[commas[-1]].start)
    if commas[-1] < MIN_CONTENT_WORDS:
        return None
    for verb, *speaker in ((behind[0], *behind[1:]), (behind[-1], *behind[:-1])):
        if _says(verb.lower) and is_speaker(text, speaker):
            return (speaker[0].start, speaker[-1].end), (verb.start, verb.end), content
    return None


def _opening(text: str, tokens: Sequence[Word]) -> Said | None:
    """What follows a speaker and a verb that open a heading."""
    for at in range(1, min(len(tokens) - 1, MAX_SPEAKER_WORDS + 1)):
        if _takes_what_is_said(tokens[at].lower):
            speaker = tokens[0].start, tokens[at - 1].end
            if is_named_speaker(text, *speaker):
                cue, content = tokens[at], (tokens[at + 1].start, tokens[-1].end)
                return speaker, (cue.start, cue.end), content
            return None
    return None


def _class_in_present(word: str) -> CueClass | None:
    """The class of a verb that may stand in the present."""
    kinds = verb_kinds().get(word, frozenset())
    if not kinds & {Form.THIRD, Form.BASE}:
        return None
    return analyse_cue((word,), has_source=True).cue_class


def _says(word: str) -> bool:
    """Whether a verb stands beside what somebody says or thinks: "says", "finds"."""
    found = _class_in_present(word)
    is_plain = word in proposition_words().verbs["clause"]
    return found is not None and (is_plain or found.name == "conclusion")


def _takes_what_is_said(word: str) -> bool:
    """Whether a verb says something, and a clause or deed follows it."""
    found = _class_in_present(word)
    if found is None or found.kind is not Kind.SPEECH:
        return False
    lexicon = proposition_words()
    named = {name for key in ("answering", "infinitive", "asking") for name in lexicon.classes[key]}
    return found.name in named or word in lexicon.verbs["clause"]
