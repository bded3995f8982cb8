"""Where clauses and quotations begin in a sentence."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from sayso.lexicon.tenses import tense_words
from sayso.text.words import Word

QUOTES = frozenset('"“”')


class ClauseBreaks:
    """Answers whether a clause or a quotation begins between two words of a sentence.

    The words are counted once, so that each answer takes the same time however long the sentence is.
    """

    def __init__(self, tokens: Sequence[Word]) -> None:
        opens = [_opens_clause(tokens, at) for at in range(len(tokens))]
        self._tokens = tokens
        self._clauses = _running_counts(opens)
        self._quotes = _running_counts([word.lower in QUOTES for word in tokens])

    def clause_between(self, one: int, other: int) -> bool:
        """Whether a word between the two opens another clause."""
        first, stop = _between(one, other)
        return self._clauses[stop] > self._clauses[first]

    def opens_clause_before(self, start: int) -> bool:
        """Whether a word that opens another clause stands before a place of the text."""
        return self._clauses[bisect_left(self._tokens, start, key=lambda word: word.start)] > 0

    def separates(self, time: int, event: int) -> bool:
        """Whether another clause or a quotation keeps a time from an event.

        "Since" and "until" directly before the time open no clause.
        """
        first, stop = _between(time, event)
        if event < time and first < stop and self._tokens[stop - 1].lower in tense_words().leads:
            stop -= 1
        quotes = self._quotes[stop] - self._quotes[first]
        return quotes % 2 == 1 or self._clauses[stop] > self._clauses[first]


def _opens_clause(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word opens another clause; the colon of "16:15" does not."""
    in_clock = tokens[at].lower == ":" and at + 1 < len(tokens) and tokens[at + 1].lower.isdigit()
    return tokens[at].lower in tense_words().clauses and not in_clock


def _between(one: int, other: int) -> tuple[int, int]:
    """The words [first, stop) between two words."""
    first = min(one, other) + 1
    return first, max(first, max(one, other))


def _running_counts(hits: Iterable[bool]) -> list[int]:
    """How many of the first n are true, for each n."""
    return list(accumulate(hits, initial=0))
