"""Whose words a heading has by its form: "Union: strike is on", "Strike is on - union", "Union vows to go on".

The network, which reads sentences, often finds no speaker there.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.encoder.tagger import RoleSpan
from sayso.extract.speech.asides import without_edges
from sayso.extract.speech.finite_verbs import finite_verb
from sayso.extract.speech.link_roles import LinkedCue
from sayso.extract.stance.basis_phrases import head_index
from sayso.extract.stance.cue_analysis import analyse_cue
from sayso.extract.stance.joined_words import joined_words
from sayso.lexicon.actors import speaker_nouns
from sayso.lexicon.inflect import Form
from sayso.lexicon.phrases import phrase_length_at
from sayso.lexicon.propositions import proposition_words, verb_kinds
from sayso.model.speech import Kind
from sayso.text.paragraphs import paragraphs
from sayso.text.prepared import read_once
from sayso.text.quotes import QUOTATION_MARKS

MAX_HEADING_CHARACTERS = 160
MAX_SPEAKER_WORDS = 4
SCORE = 0.97  # of what is found by the form of a heading
STOPS = frozenset(".!…,;:") | QUOTATION_MARKS
BEFORE_COLON = re.compile(r"([^:.,;?!\n]+)(:) ")
BEHIND_DASH = re.compile(r" (-|–|—) ([^-–—:.,;?!\n]+)$")
BEHIND_COMMA = re.compile(r", (?:([^-–—:.,;?!\n]+) )(\w+)$")

Place = tuple[int, int]
Said = tuple[Place, Place, Place]  # the speaker, the cue and the content


def heading_links(text: str, linked: Sequence[LinkedCue]) -> Iterator[LinkedCue]:
    """A link for each heading that names its speaker by its form, unless its cue has one already.

    A speaker and a verb that open the heading make one only where nothing was found in it.
    """
    cues = sorted(link.cue.start for link in linked)
    for start, end in _headings(text):
        found = [*_said_around(text, start, end)]
        for part in _parts(text, start, end) if not found else ():
            if not _any_within(cues, *part):
                found += _said_by_verb(text, *part)
        for speaker, cue, content in found:
            if not _any_within(cues, *cue):
                yield LinkedCue(
                    RoleSpan("cue", *cue, SCORE),
                    RoleSpan("source", *speaker, SCORE),
                    [RoleSpan("content", *content, SCORE)],
                )


def _any_within(places: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


@read_once
def _headings(text: str) -> Sequence[Place]:
    """The short paragraphs without a full stop."""
    return [
        (start, end)
        for start, end in paragraphs(text)
        if end - start <= MAX_HEADING_CHARACTERS and text[end - 1] not in STOPS
    ]


def _parts(text: str, start: int, end: int) -> Iterator[Place]:
    """The parts of a heading between semicolons."""
    for part in re.finditer(r"[^;]+", text[start:end]):
        yield without_edges(text, start + part.start(), start + part.end())


def _said_by_verb(text: str, start: int, end: int) -> Iterator[Said]:
    """Who opens a heading, with a verb that says something: "Critics ask who pays"."""
    tokens = joined_words(text, start, end)
    for at in range(1, min(len(tokens) - 1, MAX_SPEAKER_WORDS + 1)):
        if _takes_what_is_said(tokens[at].lower):
            speaker = tokens[0].start, tokens[at - 1].end
            if _is_speaker(text, speaker):
                yield speaker, (tokens[at].start, tokens[at].end), (tokens[at + 1].start, end)
            return


def _takes_what_is_said(word: str) -> bool:
    """Whether a verb of the present says something, and a clause or deed follows it."""
    kinds = verb_kinds().get(word, frozenset())
    cue = analyse_cue((word,), has_source=True).cue_class
    if cue is None or cue.kind is not Kind.SPEECH or not kinds & {Form.THIRD, Form.BASE}:
        return False
    lexicon = proposition_words()
    named = {name for key in ("answering", "infinitive", "asking") for name in lexicon.classes[key]}
    return cue.name in named or word in lexicon.verbs["clause"]


def _said_around(text: str, start: int, end: int) -> Iterator[Said]:
    """Who says it before a colon, behind a dash, or with a verb behind the last comma."""
    heading = text[start:end]
    if opening := BEFORE_COLON.match(heading):
        said = (opening.span(1), opening.span(2), (opening.end(), len(heading)))
    elif ending := BEHIND_DASH.search(heading):
        said = (ending.span(2), ending.span(1), (0, ending.start()))
    elif (ending := BEHIND_COMMA.search(heading)) and _says(ending.group(2)):
        said = (ending.span(1), ending.span(2), (0, ending.start()))
    else:
        return
    speaker, cue, content = ((start + first, start + last) for first, last in said)
    content = without_edges(text, *content)
    if _is_speaker(text, speaker) and _is_clause(text, content):
        yield speaker, cue, content


def _says(word: str) -> bool:
    cue = analyse_cue((word.lower(),), has_source=True).cue_class
    return cue is not None and cue.kind in (Kind.SPEECH, Kind.WRITING, Kind.THOUGHT)


def _is_speaker(text: str, place: Place) -> bool:
    """Whether a few words name somebody by a noun for speakers: "Police chief", "state television"."""
    spelt = [word.lower for word in joined_words(text, *place)]
    if not 0 < len(spelt) <= MAX_SPEAKER_WORDS or _is_label(spelt):
        return False
    return spelt[head_index(spelt)] in speaker_nouns()


def _is_label(spelt: Sequence[str]) -> bool:
    """Whether the words are a label, such as "map" or "photo"."""
    return phrase_length_at(proposition_words().furniture, [*spelt, ":"], 0) > 0


def _is_clause(text: str, place: Place) -> bool:
    spelt = [word for word in joined_words(text, *place) if word.lower[0].isalnum()]
    return len(spelt) > 2 and finite_verb(text, spelt, doubtful=True) is not None
