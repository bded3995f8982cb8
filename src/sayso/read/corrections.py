"""The paragraphs in which an outlet corrects, clarifies or updates its own report.

They stay in the text. A report about somebody else's correction has none: the paragraph must begin with
the words, and speak of "this article" or stand under "Correction:".
"""

import re

from sayso.lexicon.corrections import correction_words
from sayso.model.text import Span
from sayso.text.paragraphs import paragraphs

MAX_HEADING_LINE = 60  # characters of a line that is only a heading: the note is the next paragraph
MAX_LOOKED_AT_CHARACTERS = 400  # of a paragraph
LEAD = re.compile(r"^[\s*•\[(_–—-]{0,6}")
BEHIND_HEADING = re.compile(r"\s*(?:[:(\[–—-]|\d|,|of\b|on\b|for\b|at\b|$|\|)")
DATED = re.compile(
    r"^[^\s:]{1,12} \d{1,2}(?:,? \d{4})?:|^\d{1,2} \w{3,9}(?: \d{4})?:", re.IGNORECASE
)
SENTENCE = re.compile(r"^.{0,300}?[.!?](?=\s|$)|^.{0,300}", re.DOTALL)


def corrections_in(text: str) -> tuple[Span, ...]:
    r"""The spans of the notes of correction and update in a text, in its order.

    >>> text = "The mayor denied it.\n\nCorrection: he is the deputy mayor."
    >>> [text[span.start : span.end] for span in corrections_in(text)]
    ['Correction: he is the deputy mayor.']
    """
    found: list[Span] = []
    under_heading = False
    for start, end in paragraphs(text):
        words = text[start : min(end, start + MAX_LOOKED_AT_CHARACTERS)].lower().replace("’", "'")
        heading = _is_heading(words)
        if under_heading or _is_note(words) or heading:
            found.append(Span(start, end))
        under_heading = heading and end - start <= MAX_HEADING_LINE
    return tuple(found)


def _is_heading(words: str) -> bool:
    """Whether the paragraph is "Correction" alone, or with a date."""
    bare = LEAD.sub("", words).strip().rstrip(":*_ ")
    for heading in correction_words().headings:
        if bare.startswith(heading):
            rest = bare[len(heading) :].strip(" ,(:–—-)")
            return (
                len(bare) <= MAX_HEADING_LINE
                and (not rest or _is_date(rest))
                and heading != "update"
            )
    return False


def _is_date(words: str) -> bool:
    return bool(re.fullmatch(r"(?:on )?[\w., ]{0,14}\d[\w., :]{0,24}", words)) and len(words) < 36


def _is_note(words: str) -> bool:
    bare = LEAD.sub("", words)
    lexicon = correction_words()
    if bare.startswith(lexicon.openings) or (
        LEAD.match(words) and words.lstrip().startswith(lexicon.openings)
    ):
        return True
    for heading in lexicon.headings:
        if bare.startswith(heading):
            behind = BEHIND_HEADING.match(bare, len(heading))
            return behind is not None and bare[len(heading) : len(heading) + 1] != ""
    sentence = SENTENCE.match(bare)
    first = sentence[0] if sentence else ""
    first = DATED.sub("", first).lstrip()
    return (first.startswith(lexicon.subjects) and any(one in first for one in lexicon.deeds)) or (
        first.startswith(lexicon.earlier) and any(one in first for one in lexicon.faults)
    )
