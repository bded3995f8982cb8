"""By which act a content comes to us: said, written, thought, meant or perceived."""

from collections.abc import Sequence

from sayso.extract.stance.cue_phrases import Found
from sayso.lexicon.cues import cue_words
from sayso.model.speech import Kind
from sayso.text.words import Word


def act(
    deciding: Found, before: Sequence[Found], group: Sequence[Word], speaker: Sequence[Word]
) -> Kind:
    """The kind of the class; a thought that is voiced is speech, what stands on paper is writing."""
    made = deciding.entry.cue
    kind = made.kind if made is not None else Kind.SPEECH
    if kind is Kind.THOUGHT and any(_is_voice(one) for one in before):
        kind = Kind.SPEECH
    if kind in (Kind.SPEECH, Kind.THOUGHT) and _is_written(speaker):
        return Kind.WRITING
    return Kind.WRITING if kind is Kind.SPEECH and _on_paper(group, deciding.last) else kind


def _is_voice(one: Found) -> bool:
    """Whether a phrase says that what follows it is spoken: "voiced fears", "said he knew"."""
    made = one.entry.cue
    return made is not None and (made.aloud or (made.plain and not made.light))


def _is_written(speaker: Sequence[Word]) -> bool:
    """Whether the speaker is a document: "a letter from the consul"."""
    lists = cue_words().lists
    head = ""
    for word in speaker:
        if word.lower in lists["written.breaks"]:
            break
        head = word.lower
    return head in lists["written.words"] or head.removesuffix("s") in lists["written.words"]


def _on_paper(group: Sequence[Word], at: int) -> bool:
    """Whether the cue ends in a document: "said in an email"."""
    spelt = [word.lower for word in group[at:]]
    if "in" not in spelt:
        return False
    behind = spelt[spelt.index("in") + 1 :]
    return any(word in cue_words().lists["written.words"] for word in behind)
