"""Where one sentence ends and the next begins.

A sentence never runs over the end of its paragraph. A full stop after an abbreviation or an initial
ends one only where the next word is of the kind that opens sentences. A text without full stops, such
as a raw transcript, is cut at spaces, so that the work on one sentence is bounded.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.lexicon.sentences import sentence_words
from sayso.text.paragraphs import paragraphs
from sayso.text.prepared import read_once

STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)")
SPACE = re.compile(r"\s+")
FIRST_WORD = re.compile(r"[^\w\s]*+(\w+)")
LAST_WORD = re.compile(r"(?:^|[\s(\[\"'“‘«—–-])([^\W_](?:[^\s]*[^\W_])?)$")
MAX_ABBREVIATION_CHARACTERS = 16  # no abbreviation is longer
MAX_SENTENCE_CHARACTERS = 2000  # of 13,918 printed sentences, the longest had 1,296


@read_once
def sentences(text: str) -> Sequence[tuple[int, int]]:
    """The sentences of a text as (start, end), white space between them left out.

    >>> text = "Gen. A. Dorr left at 6 p.m. on Monday. “Why?” he was asked. He shrugged."
    >>> [text[start:end] for start, end in sentences(text)][1:]
    ['“Why?” he was asked.', 'He shrugged.']
    """
    spans: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        opened = start
        for stop in STOP.finditer(text, start, end):
            if _ends_sentence(text, opened, stop):
                spans += _cut_at_spaces(text, opened, stop.end())
                gap = SPACE.match(text, stop.end())
                opened = gap.end() if gap else stop.end()
        if opened < end:
            spans += _cut_at_spaces(text, opened, end)
    return spans


def _cut_at_spaces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, cut at the last space of each stretch where it is too long.

    A stretch without a space is cut at its end.
    """
    while end - start > MAX_SENTENCE_CHARACTERS:
        limit = start + MAX_SENTENCE_CHARACTERS
        cut = next((at for at in range(limit, start, -1) if text[at].isspace()), limit)
        behind = cut
        while cut > start and text[cut - 1].isspace():
            cut -= 1
        if cut > start:
            yield start, cut
        gap = SPACE.match(text, behind)
        start = gap.end() if gap else behind
    if start < end:
        yield start, end


def _ends_sentence(text: str, opened: int, stop: re.Match[str]) -> bool:
    """Whether the sentence opened at `opened` ends with this stop."""
    gap = SPACE.match(text, stop.end())
    following = FIRST_WORD.match(text, gap.end() if gap else stop.end())
    if following is None:
        return True
    after = following.group(1)
    if after[0].islower():
        return False
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return True
    before = LAST_WORD.search(
        text[max(opened, stop.start() - MAX_ABBREVIATION_CHARACTERS) : stop.start()]
    )
    if before is None:
        return True
    word = before.group(1)
    if word.isdigit():
        return stop.start() - opened > len(word)  # "1." at the head of an item
    return not _sentence_goes_on(word, after)


def _sentence_goes_on(word: str, after: str) -> bool:
    """Whether a sentence goes on behind `word` and a full stop."""
    lower = word.lower()
    lexicon = sentence_words()
    if lower in lexicon.titles:
        return True
    if after[0].isdigit() and lower in lexicon.before_digits:
        return True
    if lower in lexicon.others or _are_initials(word):
        return after.lower() not in lexicon.openers
    return False


def _are_initials(word: str) -> bool:
    """Whether a word is initials without their last stop: "A", "J.D"."""
    return all(len(letter) == 1 and letter.isupper() for letter in word.split("."))
