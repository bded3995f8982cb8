"""Cues that stand under a condition or in a question: nothing has been said so far."""

from collections.abc import Sequence

from sayso.lexicon.cues import cue_words
from sayso.model.text import Span
from sayso.text.words import Word, words

MAX_CHARACTERS_TO_EDGE = 200  # of a sentence, from the source or the cue
SENTENCE_ENDS = ".!?\n"
SENTENCE_OPENERS = '“":'  # a quotation in a sentence begins a new one
QUOTE_MARKS = '“"'


def why_unsaid(
    body: str, source: Span | None, cue: Span | None, content: Sequence[Span]
) -> str | None:
    """Why nothing has been said so far: "if he admits it", "did he deny it?"; else None."""
    if source is None or cue is None or source.start > cue.start:
        return None
    if not _is_close(body, source, cue):
        return None
    lists = cue_words().lists
    last = _last_word_before(body, source.start)
    if last is not None:
        # "Should" at the beginning of a sentence is a condition, elsewhere a duty.
        is_inverted = last.lower in lists["supposed.inverted"] and body[last.start].isupper()
        if last.lower in lists["supposed.words"] or is_inverted:
            return "stands under a condition"
    opening = next(iter(words(body, _sentence_start(body, source.start), source.end)), None)
    asks = opening is not None and opening.lower in lists["supposed.asking"]
    return "is asked about" if asks and _is_in_question(body, cue, content) else None


def _last_word_before(body: str, position: int) -> Word | None:
    """The last word or mark before a position, if it is near."""
    before = body[max(0, position - MAX_CHARACTERS_TO_EDGE) : position].rstrip()
    if not before:
        return None
    end = max(0, position - MAX_CHARACTERS_TO_EDGE) + len(before)
    return words(body, end - len(before.rsplit(None, 1)[-1]), position)[-1]


def _is_close(body: str, source: Span, cue: Span) -> bool:
    """Whether only adverbs and auxiliaries stand between the source and the cue."""
    if cue.start > source.end + MAX_CHARACTERS_TO_EDGE:
        return False
    between = words(body, source.end, max(source.end, cue.start))
    fillers = cue_words().lists["supposed.between"]
    return all(word.lower in fillers or word.lower.endswith("ly") for word in between)


def _sentence_start(body: str, position: int) -> int:
    """Where the sentence at a position begins, or the quotation that it opens."""
    earliest = max(0, position - MAX_CHARACTERS_TO_EDGE)
    marks = [body.rfind(mark, earliest, position) for mark in SENTENCE_ENDS + SENTENCE_OPENERS]
    return max(earliest, max(marks) + 1)


def _is_in_question(body: str, cue: Span, content: Sequence[Span]) -> bool:
    """Whether the sentence of a cue ends in a question mark, with its content not in quotes."""
    if any(mark in body[span.start : span.end] for span in content for mark in QUOTE_MARKS):
        return False
    last = max(cue.end, *(span.end for span in content))
    sentence = body[last - 1 : last + MAX_CHARACTERS_TO_EDGE]
    return next((mark for mark in sentence if mark in SENTENCE_ENDS), "") == "?"
