"""The phrases of the lexicon in the words of a cue.

Words are in lower case throughout, hyphenated words in one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lexicon.cues import POSSESSIVE, POSSESSIVES, Entry, cue_words

MAX_ADVERBS_IN_PHRASE = 2


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A phrase of the lexicon in a cue: words [first, last)."""

    entry: Entry
    first: int
    last: int


def match_phrases(spelt: Sequence[str]) -> list[CueMatch]:
    """The phrases of the lexicon from left to right, each the longest where it begins."""
    matches: list[CueMatch] = []
    at = 0
    while at < len(spelt):
        match = _longest_phrase(spelt, at)
        if match is None and spelt[at].endswith("n't"):
            match = CueMatch(Entry((spelt[at],), None, "negated"), at, at + 1)
        if match is not None:
            matches.append(match)
        at = match.last if match is not None else at + 1
    return matches


def _longest_phrase(spelt: Sequence[str], at: int) -> CueMatch | None:
    """The longest phrase that begins at a word; adverbs may stand between a verb and its particle."""
    entries = cue_words().entries.get(spelt[at], ())
    whole = next((entry for entry in entries if _stands_at(entry.phrase, spelt, at)), None)
    if whole is None or len(whole.phrase) == 1:
        behind = _end_of_adverbs(spelt, at + 1)
        for entry in entries if behind > at + 1 else ():
            is_parted_verb = "verbs" in entry.forms and len(entry.phrase) > 1
            if is_parted_verb and _stands_at(entry.phrase[1:], spelt, behind):
                return CueMatch(entry, at, behind + len(entry.phrase) - 1)
    return CueMatch(whole, at, at + len(whole.phrase)) if whole is not None else None


def _end_of_adverbs(spelt: Sequence[str], at: int) -> int:
    """Where the adverbs end that begin at a word, at most two of them."""
    adverbs = cue_words().lists["parted.words"]
    last = min(at + MAX_ADVERBS_IN_PHRASE, len(spelt))
    while at < last and (spelt[at] in adverbs or spelt[at].endswith("ly")):
        at += 1
    return at


def _stands_at(phrase: Sequence[str], spelt: Sequence[str], at: int) -> bool:
    """Whether a phrase begins at a word; its "one's" is any possessive pronoun."""
    if len(phrase) > len(spelt) - at:
        return False
    return all(
        wanted == word or (wanted == POSSESSIVE and word in POSSESSIVES)
        for wanted, word in zip(phrase, spelt[at:], strict=False)
    )
