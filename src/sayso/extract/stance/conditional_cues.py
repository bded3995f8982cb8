"""Cues of which the text says only that they might hold, or asks whether they do."""

from collections.abc import Sequence

from sayso.lexicon.cues import cue_words
from sayso.model.text import Span
from sayso.text.words import words

AROUND = 200  # characters in which the beginning and the end of a sentence are looked for
ENDS = ".!?\n"


def why_unsaid(
    body: str, source: Span | None, cue: Span | None, content: Sequence[Span]
) -> str | None:
    """Why an utterance has not taken place: "if he admits it", "did he deny it?"; else None."""
    if (
        source is None
        or cue is None
        or source.start > cue.start
        or not _is_joined(body, source, cue)
    ):
        return None
    lists = cue_words().lists
    ahead = words(body, max(0, source.start - AROUND), source.start)[-1:]
    for word in ahead:  # "should" bids unless it begins the sentence
        inverted = word.lower in lists["supposed.inverted"]
        if word.lower in lists["supposed.words"] or (inverted and body[word.start].isupper()):
            return "stands under a condition"
    first = _sentence(body, source.start)
    opening = next((word.lower for word in words(body, first, source.end)), "")
    if opening in lists["supposed.asking"] and _is_asked(body, cue, content):
        return "is asked about"
    return None


def _is_joined(body: str, source: Span, cue: Span) -> bool:
    """Whether nothing but adverbs and auxiliaries parts the speaker from the cue."""
    if cue.start > source.end + AROUND:
        return False
    between = words(body, source.end, max(source.end, cue.start))
    fillers = cue_words().lists["supposed.between"]
    return all(word.lower in fillers or word.lower.endswith("ly") for word in between)


def _sentence(body: str, at: int) -> int:
    """Where the sentence of a place begins, or the quotation that it opens."""
    start = max(0, at - AROUND)
    marks = [body.rfind(mark, start, at) for mark in (*ENDS, "“", '"', ":")]
    return max(start, max(marks) + 1)


def _is_asked(body: str, cue: Span, content: Sequence[Span]) -> bool:
    """Whether the sentence of a cue ends in a question mark, its content told and not quoted."""
    last = max(cue.end, *(span.end for span in content))
    if any(mark in body[span.start : span.end] for span in content for mark in '“"'):
        return False
    at = next((at for at in range(last - 1, min(last + AROUND, len(body))) if body[at] in ENDS), -1)
    return at >= 0 and body[at] == "?"
