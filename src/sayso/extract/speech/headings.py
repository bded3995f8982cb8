"""Whose words a heading has by its form: "Union: strike is on", "Strike is on - union".

The network, which reads whole reports, often finds no speaker there.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.encoder.tagger import RoleSpan
from sayso.extract.speech.edges import without_edges
from sayso.extract.speech.finite_verbs import finite_verb, is_infinitive
from sayso.extract.speech.link_roles import LinkedCue
from sayso.extract.stance.basis_phrases import head_index
from sayso.extract.stance.joined_words import joined_words
from sayso.lexicon.actors import speaker_nouns
from sayso.lexicon.phrases import phrase_length_at
from sayso.lexicon.propositions import proposition_words
from sayso.text.paragraphs import paragraphs
from sayso.text.prepared import read_once
from sayso.text.quotes import QUOTATION_MARKS

MAX_HEADING_CHARACTERS = 160
MAX_SPEAKER_WORDS = 4
MIN_CONTENT_WORDS = 3
SCORE = 0.97  # of what is found by the form of a heading
MARKS = "".join(QUOTATION_MARKS)
STOPS = frozenset(".!…,;:")
NAME = r"[^:.,;?!\n]+"
FORMS = (
    re.compile(rf"(?P<speaker>{NAME})(?P<cue>:) (?P<content>.+)"),
    re.compile(rf"(?P<content>.+)(?P<cue>:) (?P<speaker>{NAME})"),
    re.compile(rf"(?P<content>.+) (?P<cue>-|–|—) (?P<speaker>{NAME})"),
)

Place = tuple[int, int]


def with_headings(text: str, linked: Sequence[LinkedCue]) -> list[LinkedCue]:
    """The links, with one for each heading that names its speaker by its form.

    One that was found with the same cue and without a source gets the speaker.
    """
    links = {link.cue.start: link for link in linked}
    for start, end in _headings(text):
        for speaker, cue, content in _said_around(text, start, end):
            link = links.get(cue[0])
            if link is None:
                content_role = RoleSpan("content", *content, SCORE)
                link = links[cue[0]] = LinkedCue(RoleSpan("cue", *cue, SCORE), None, [content_role])
            if link.source is None:
                link.source = RoleSpan("source", *speaker, SCORE)
    return list(links.values())


@read_once
def _headings(text: str) -> Sequence[Place]:
    """The short paragraphs without a full stop."""
    return [
        (start, end)
        for start, end in paragraphs(text)
        if end - start <= MAX_HEADING_CHARACTERS and text[start:end].rstrip(MARKS)[-1:] not in STOPS
    ]


def _said_around(text: str, start: int, end: int) -> Iterator[tuple[Place, Place, Place]]:
    """The speaker, the cue and the content, by the first form that fits."""
    for form in FORMS:
        found = form.fullmatch(text, start, end)
        if found is None:
            continue
        speaker = without_edges(text, *found.span("speaker"))
        content = without_edges(text, *found.span("content"))
        if is_named_speaker(text, *speaker) and says_clause(text, *content):
            yield speaker, found.span("cue"), content
            return


def is_named_speaker(text: str, start: int, end: int) -> bool:
    """Whether a few words name somebody by a noun for speakers, such as "police chief", and no label."""
    spelt = [word.lower for word in joined_words(text, start, end)]
    is_label = phrase_length_at(proposition_words().furniture, [*spelt, ":"], 0) > 0
    if is_label or not 0 < len(spelt) <= MAX_SPEAKER_WORDS:
        return False
    return spelt[head_index(spelt)] in speaker_nouns()


def says_clause(text: str, start: int, end: int) -> bool:
    """Whether a stretch has a verb, be it only "to leave"."""
    spelt = [word for word in joined_words(text, start, end) if word.lower[0].isalnum()]
    if len(spelt) < MIN_CONTENT_WORDS:
        return False
    has_verb = finite_verb(text, spelt, doubtful=True) is not None
    return has_verb or any(is_infinitive(text, spelt, at) for at in range(1, len(spelt)))
