"""The words that weaken what is said: "reportedly", "is believed to", "may have", "some 40"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.cues import cue_words
from sayso.lexicon.grammar import grammar
from sayso.lexicon.inflect import is_participle
from sayso.lexicon.numbers import number_words
from sayso.lexicon.phrases import Phrases, phrase_length_at
from sayso.model.text import Span
from sayso.text.words import Word

MAX_HEDGE_WORDS = 8


@dataclass(frozen=True, slots=True)
class _HedgeCandidate:
    """A phrase that may be a hedge: the words [first, last) of those in a body."""

    body: str
    words: Sequence[Word]
    first: int
    last: int

    def lower_at(self, index: int) -> str:
        """A word by its index, in lower case; empty outside the list."""
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    @property
    def word_before(self) -> str:
        """The word before the phrase."""
        return self.lower_at(self.first - 1)

    @property
    def word_behind(self) -> str:
        """The word behind it."""
        return self.lower_at(self.last)


Condition = Callable[[_HedgeCandidate], bool]


def find_hedges(body: str, words: Sequence[Word]) -> tuple[Span, ...]:
    """The hedges among some words of a body, in text order."""
    lists_by_opener = _lists_by_first_word()
    hedges = set()
    end = 0
    for index, word in enumerate(words):
        if index >= end and word.lower in lists_by_opener:
            length = _longest_hedge(body, words, index)
            if length:
                end = index + length
                hedges.add(Span(word.start, words[end - 1].end))
    return tuple(sorted(hedges))


def _longest_hedge(body: str, words: Sequence[Word], first: int) -> int:
    """How many words the longest hedge has that begins at a word; 0 if none does."""
    spelt = [word.lower for word in words[first : first + MAX_HEDGE_WORDS]]
    longest = 0
    for phrases, is_hedge in _lists_by_first_word()[spelt[0]]:
        length = phrase_length_at(phrases, spelt, 0)
        if length > longest and is_hedge(_HedgeCandidate(body, words, first, first + length)):
            longest = length
    return longest


@cache
def _lists_by_first_word() -> dict[str, list[tuple[Phrases, Condition]]]:
    """For each word with which a hedge may begin, the lists of such hedges and their conditions."""
    lists: dict[str, list[tuple[Phrases, Condition]]] = {}
    for key, condition in _CONDITIONS.items():
        phrases = cue_words().phrases[f"hedge.{key}"]
        for word in phrases:
            lists.setdefault(word, []).append((phrases, condition))
    return lists


def _is_modal(candidate: _HedgeCandidate) -> bool:
    """Whether "may" is a verb and not a month or a name, and "might" not a noun."""
    lists = cue_words().lists
    if not candidate.body[candidate.words[candidate.first].start].islower():
        return False
    if candidate.lower_at(candidate.first) not in lists["hedge.nouns"]:
        return True
    behind = candidate.word_behind
    return behind.isalpha() and behind not in lists["hedge.not_behind_nouns"]


def _is_passive(candidate: _HedgeCandidate) -> bool:
    """Whether somebody else believes it: "is widely believed to", "men believed to be"."""
    lists = cue_words().lists
    before = candidate.word_before
    is_passive = before in lists["sourceless.be"] or before.endswith("ly")
    return is_passive or candidate.word_behind in lists["hedge.behind"]


def _is_perfect(candidate: _HedgeCandidate) -> bool:
    """Whether a participle follows: "must have fallen", not "must have a ticket"."""
    return is_participle(candidate.word_behind)


def _is_adjective(candidate: _HedgeCandidate) -> bool:
    """Whether a participle belongs to a noun: "the suspected gunman", not "they suspected him"."""
    lists = cue_words().lists
    before, behind = candidate.word_before, candidate.word_behind
    if behind == "to":  # "is rumoured to be", but "was supposed to meet"
        is_obligation = candidate.lower_at(candidate.first) in lists["hedge.obliging"]
        return not is_obligation and before in lists["sourceless.be"]
    is_free = behind.isalpha() and behind not in lists["hedge.not_before"]
    return is_free and before not in lists["hedge.not_after"]


def _is_before_number(candidate: _HedgeCandidate) -> bool:
    """Whether a number follows: "some 40", "about a dozen", "roughly half"."""
    amounts, numbers = cue_words().lists["hedge.amounts"], number_words()
    behind = candidate.word_behind
    if behind in grammar().indefinite_articles:
        return candidate.lower_at(candidate.last + 1) in amounts
    is_spelt = behind in numbers.ones or behind in numbers.tens
    return is_spelt or behind in amounts or behind[:1].isdigit()


def _is_always_hedge(_candidate: _HedgeCandidate) -> bool:
    """True: some phrases are hedges wherever they stand."""
    return True


_CONDITIONS: dict[str, Condition] = {
    "words": _is_always_hedge,
    "modals": _is_modal,
    "passives": _is_passive,
    "perfects": _is_perfect,
    "adjectives": _is_adjective,
    "about": _is_before_number,
}
