"""What a speaker inside a content says, where the network marks the speaker and the cue alone.

"She said the clerk had boasted to a friend of the bribe": in the content, the network often marks
"the clerk" and "had boasted" and leaves the rest unmarked. Then the rest of the clause is what is
said.
"""

from collections.abc import Iterator, Sequence

from sayso.encoder.tagger import RoleSpan, TaggedText
from sayso.extract.speech.link_roles import LinkedCue
from sayso.extract.stance.cue_analysis import analyse_cue
from sayso.lexicon.clauses import clause_words
from sayso.text.words import words

MIN_LETTERS = 4  # of what is said
MAX_CHARACTERS_TO_CUE = 40  # from the end of its source
BREAKS = frozenset(";:")
EDGES = " ,;:.!?\n\t"


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
        start, end = _without_edges(text, cue.end, _clause_end(text, roles, index))
        if sum(map(str.isalpha, text[start:end])) >= MIN_LETTERS:
            yield LinkedCue(cue, source, [RoleSpan("content", start, end, cue.score / 2)])


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


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end
