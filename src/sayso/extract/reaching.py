"""Where a cue ends: phrases of the lexicon that begin in the cue and end in what was read as content.

"found | no evidence of fraud" is denied only as long as "no evidence" belongs to the cue: the stance
and the content would else both say no.
"""

from collections.abc import Sequence

from sayso.extract.verbgroups import Found, entries, plain
from sayso.model.speech import Stance
from sayso.model.text import Span
from sayso.text.words import Word, words

REACH = 8  # words of a content that may belong to the cue
ARTICLE = 1  # words of it that may stand before a noun of saying
# What somebody refuses or tries to do with a content, if the verb says more than that it is told.
TELLING = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.CONCEDES, Stance.ACCUSES})


def reach(body: str, cue: Span, content: Sequence[Span]) -> tuple[Span, tuple[Span, ...]]:
    """The cue and the content, the boundary between them moved to where a phrase of the cue ends.

    Nothing moves unless the content follows the cue at once and something is left of it.
    """
    first = content[0]
    if cue.end > first.start or body[cue.end : first.start].strip():
        return cue, tuple(content)
    group = plain(words(body, cue.start, cue.end))
    behind = plain(words(body, first.start, first.end))[:REACH]
    last = _last(group, behind)
    if not last or last >= len(behind):
        return cue, tuple(content)
    start = behind[last].start
    return Span(cue.start, behind[last - 1].end), (Span(start, first.end), *content[1:])


def _last(group: Sequence[Word], behind: Sequence[Word]) -> int:
    """How many words of the content belong to the cue."""
    size = len(group)
    found = entries([*group, *behind])
    across = [one for one in found if one.first < size < one.last and _matters(one, group)]
    if across:
        return across[-1].last - size
    held = [one for one in found if one.last == size]
    if not held or not _is_turning(held[0]):
        return 0
    done = next((one for one in found if one.first >= size), None)
    if done is None or done.entry.cue is None or done.entry.cue.stance not in TELLING:
        return 0
    verb = behind[0].lower == "to" and done.first == size + 1
    noun = done.entry.forms & {"nouns"} and done.first <= size + ARTICLE
    return done.last - size if verb or noun else 0


def _matters(one: Found, group: Sequence[Word]) -> bool:
    """Whether a phrase does what its first words, in the cue, do not do by themselves."""
    if one.entry.cue is None:
        return False
    alone = [other.entry.cue for other in entries(group) if other.entry.cue is not None]
    return not alone or alone[-1].stance is not one.entry.cue.stance


def _is_turning(one: Found) -> bool:
    """Whether a phrase only turns what follows it: "refused to", "tried to"."""
    made = one.entry.cue
    return one.entry.effect is not None or (made is not None and made.light)
