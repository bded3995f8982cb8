"""What a speaker says where the network marks the speaker and the cue alone.

"She said the clerk had boasted to a friend of the bribe": in the content, the network often marks
"the clerk" and "had boasted" and leaves the rest unmarked. Then the rest of the clause is what is
said.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.encoder.tagger import RoleSpan, TaggedText
from sayso.extract.speech.edges import SENTENCE_EDGES, without_edges
from sayso.extract.speech.finite_verbs import finite_verb
from sayso.extract.speech.link_roles import LinkedCue
from sayso.extract.stance.cue_analysis import analyse_cue
from sayso.lexicon.clauses import clause_words
from sayso.text.sentences import sentences
from sayso.text.words import words

MIN_LETTERS = 4  # of what is said
MAX_CHARACTERS_TO_CUE = 40  # from the end of its source
BREAKS = frozenset(";:")


def left_contents(
    text: str, tagged: TaggedText, linked: Sequence[LinkedCue]
) -> Iterator[LinkedCue]:
    """For each cue without a content that follows its source, the rest of its clause."""
    with_content = {link.cue.start for link in linked}
    taken = {link.source.start for link in linked if link.source is not None}
    roles = tagged.roles
    for index, cue in enumerate(roles):
        if cue.role != "cue" or cue.start in with_content or index == 0:
            continue
        source = roles[index - 1]
        is_near = source.role == "source" and cue.start - source.end <= MAX_CHARACTERS_TO_CUE
        if not is_near or source.start in taken or not _is_known(text, cue):
            continue
        clause_end = _clause_end(text, roles, index)
        start, end = without_edges(text, cue.end, clause_end, SENTENCE_EDGES)
        if sum(map(str.isalpha, text[start:end])) >= MIN_LETTERS:
            yield LinkedCue(cue, source, [RoleSpan("content", start, end, cue.score / 2)])


def contents_before(
    text: str, tagged: TaggedText, linked: Sequence[LinkedCue]
) -> Iterator[LinkedCue]:
    """For each speaker and cue behind a comma that have no content, the clause before them: "The dam
    held, the ministry acknowledged on Monday"."""
    with_content = {link.cue.start for link in linked}
    taken = {link.source.start for link in linked if link.source is not None}
    read_to = 0
    for source, cue in pairwise(tagged.roles):
        is_pair = (source.role, cue.role) == ("source", "cue") and cue.start - source.end <= 1
        if not is_pair or cue.start in with_content or source.start in taken:
            continue
        start = max(read_to, _sentence_start(text, source.start))
        start, end = without_edges(text, start, source.start, SENTENCE_EDGES)
        read_to = cue.end
        is_apart = text[end : source.start].strip() == ","
        spelt = [word for word in words(text, start, end) if word.lower[0].isalnum()]
        if is_apart and _is_known(text, cue) and finite_verb(text, spelt, True) is not None:
            yield LinkedCue(cue, source, [RoleSpan("content", start, end, cue.score / 2)])


def colon_links(text: str, tagged: TaggedText, linked: Sequence[LinkedCue]) -> Iterator[LinkedCue]:
    """For each speaker with a content behind a colon that has no cue, the colon as the cue.

    Of "the agency quotes the minister: “No.”" the agency's content comes to begin with "the minister".
    """
    of_content = {span.start: link for link in linked for span in link.contents}
    taken = {link.source.start for link in linked if link.source is not None}
    for source, content in pairwise(tagged.roles):
        between = text[source.end : content.start]
        is_pair = (source.role, content.role) == ("source", "content") and between.strip() == ":"
        if not is_pair or source.start in taken:
            continue
        known = of_content.get(content.start)
        if known is None:
            colon = source.end + between.index(":")
            yield LinkedCue(RoleSpan("cue", colon, colon + 1, content.score), source, [content])
        elif known.cue.end <= source.start:
            longer = replace(content, start=source.start)
            known.contents = [longer if one == content else one for one in known.contents]


def join_appositions(text: str, tagged: TaggedText, linked: Sequence[LinkedCue]) -> None:
    """Let a source that only describes the one before it begin with that one: "the Echo, a daily"."""
    by_start = {link.source.start: link for link in linked if link.source is not None}
    for name, description in pairwise(tagged.roles):
        link = by_start.get(description.start)
        if link is None or link.source is None or name.role != "source" or name.start in by_start:
            continue
        opening = words(text, description.start, description.end)[:1]
        describes = bool(opening) and opening[0].lower in clause_words().determiners
        if describes and text[name.end : description.start].strip() in ("", ","):
            link.source = replace(link.source, start=name.start)


def _sentence_start(text: str, place: int) -> int:
    spans = sentences(text)
    return spans[max(0, bisect_right(spans, place, key=lambda span: span[0]) - 1)][0]


def _is_known(text: str, cue: RoleSpan) -> bool:
    """Whether the lexicon knows that the words of a cue say something."""
    spelt = tuple(word.lower for word in words(text, cue.start, cue.end))
    return analyse_cue(spelt, has_source=True).cue_class is not None


def _clause_end(text: str, roles: Sequence[RoleSpan], cue: int) -> int:
    """Where the clause of a cue ends: before the next speaker who is set beside it, or at the end."""
    for role in roles[cue + 1 :]:
        if role.role == "source":
            before = text[roles[cue].end : role.start].rstrip()
            joined = words(before)[-1:]
            if before[-1:] in BREAKS:
                return role.start
            if joined and joined[0].lower in clause_words().joining:
                return roles[cue].end + joined[0].start
    return len(text)
