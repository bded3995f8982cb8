"""Words as the lexicon of cues writes them: straight apostrophes, hyphenated words in one."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.text.marks import HYPHENS
from sayso.text.prepared import PreparedText, read_once
from sayso.text.words import Word, words

HYPHENS_OR_DASH = HYPHENS | {"–"}


def joined_words(text: str, start: int, end: int) -> list[Word]:
    """The words of text[start:end].

    >>> [word.lower for word in joined_words("The co-author didn’t", 0, 20)]
    ['the', 'co-author', "didn't"]
    """
    if not isinstance(text, PreparedText):
        return join_hyphenated(words(text, start, end))
    known, starts, ends = _all_joined_words(text)
    first, last = bisect_left(ends, start + 1), bisect_left(starts, end)
    if first < last and (starts[first] < start or ends[last - 1] > end):  # cuts a word
        return join_hyphenated(words(text, start, end))
    return known[first:last]


@read_once
def _all_joined_words(text: str) -> tuple[list[Word], list[int], list[int]]:
    """The words of a whole text, where each begins, and where each ends."""
    joined = join_hyphenated(words(text))
    return joined, [word.start for word in joined], [word.end for word in joined]


def join_hyphenated(parts: Sequence[Word]) -> list[Word]:
    """The words with straight apostrophes and hyphenated words in one."""
    joined: list[Word] = []
    for word in parts:
        lower = word.lower.replace("’", "'") if "’" in word.lower else word.lower
        dash = joined[-1] if len(joined) > 1 else None
        if (
            dash is not None
            and dash.lower in HYPHENS_OR_DASH
            and dash.end == word.start
            and joined[-2].end == dash.start
        ):
            joined.pop()
            before = joined.pop()
            joined.append(Word(before.start, word.end, f"{before.lower}-{lower}"))
        else:
            joined.append(word if lower is word.lower else Word(word.start, word.end, lower))
    return joined
