"""The kind of act behind a content: it is said, written, thought, intended or perceived."""

from collections.abc import Sequence

from sayso.extract.stance.cue_analysis import CueAnalysis
from sayso.extract.stance.cue_phrases import CueMatch
from sayso.lexicon.cues import cue_words
from sayso.model.speech import Kind


def act_kind(analysis: CueAnalysis, cue: Sequence[str], source: Sequence[str]) -> Kind:
    """The kind of the cue's class, given the words of the cue and of the source.

    A thought that is voiced is speech; what stands on paper is writing.
    """
    made = analysis.cue_class
    kind = made.kind if made is not None else Kind.SPEECH
    if kind is Kind.THOUGHT and any(map(_is_spoken, analysis.before)):
        kind = Kind.SPEECH
    if kind in (Kind.SPEECH, Kind.THOUGHT) and _is_document(source):
        return Kind.WRITING
    last = analysis.deciding.last if analysis.deciding is not None else 0
    return Kind.WRITING if kind is Kind.SPEECH and _is_on_paper(cue[last:]) else kind


def _is_spoken(match: CueMatch) -> bool:
    """Whether a phrase says that what follows it is spoken: "voiced fears", "said he knew"."""
    made = match.entry.cue
    return made is not None and (made.aloud or (made.plain and not made.light))


def _is_document(source: Sequence[str]) -> bool:
    """Whether the source is a document: "a letter from the consul"."""
    lists = cue_words().lists
    head = ""
    for word in source:
        if word in lists["written.breaks"]:
            break
        head = word
    return head in lists["written.words"] or head.removesuffix("s") in lists["written.words"]


def _is_on_paper(behind: Sequence[str]) -> bool:
    """Whether a cue goes on with a document: "said in an email"."""
    if "in" not in behind:
        return False
    documents = cue_words().lists["written.words"]
    return not documents.isdisjoint(behind[behind.index("in") + 1 :])
