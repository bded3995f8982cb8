"""Whether a content calls something untrue: "the reports were false", "that never happened".

The functions look at the first words of a content, in lower case with contractions expanded.
"""

from collections.abc import Sequence

from sayso.lexicon.cues import cue_words
from sayso.lexicon.phrases import phrase_length_at

MAX_OPENING_WORDS = 30  # of a content, where a stance of its own is looked for
MAX_WORDS_TO_CLAIM = 12  # between a claim and the word that calls it untrue
MAX_WORDS_BETWEEN = 4  # "is" and "false"
MARKS = frozenset(",.;:!?—–-…()")
UNTRUE_KEYS = ("rejected.untrue", "rejected.nothing", "rejected.mistaken")


def says_it_is_untrue(opening: Sequence[str]) -> bool:
    """Whether a content calls something untrue: "Nonsense!", "it is false", "it never happened"."""
    return _is_outcry(opening) or _has_untrue_predicate(opening) or _has_flat_denial(opening)


def names_it_untrue(spelt: Sequence[str]) -> bool:
    """Whether a content is a claim and what it is called: "the report a lie"."""
    lists = cue_words().lists
    opening = spelt[:MAX_OPENING_WORDS]
    for at in range(len(opening)):
        length, key = _untrue_at(opening, at)
        if not length or (at and opening[at - 1] in lists["rejected.between"]):
            continue
        before = opening[max(0, at - MAX_WORDS_TO_CLAIM) : at]
        behind = opening[at + length : at + length + 3]
        if _has_claim(before) or _has_claim(behind):
            return True
        is_pronoun = bool(before) and before[0] in lists["rejected.pronouns"]
        if is_pronoun and at <= MAX_WORDS_BETWEEN and key != "rejected.mistaken":
            return True
    return False


def _is_outcry(opening: Sequence[str]) -> bool:
    """Whether a content opens with an outcry: "Utter nonsense!", "Not true, …"."""
    leading = cue_words().lists["rejected.leading"]
    at = 0
    while at < min(len(opening), MAX_WORDS_BETWEEN) and (
        opening[at] in leading or opening[at] == ","
    ):
        at += 1
    if at >= len(opening):
        return False
    length, _ = _untrue_at(opening, at)
    end = at + length
    return length > 0 and (end == len(opening) or opening[end] in MARKS)


def _has_untrue_predicate(opening: Sequence[str]) -> bool:
    """Whether a claim, or a pronoun for one, is said to be untrue: "the reports were false"."""
    lists = cue_words().lists
    for at, word in enumerate(opening):
        if word not in lists["rejected.copulas"] or not at or _is_relative_clause(opening, at):
            continue
        if not lists["rejected.conditions"].isdisjoint(opening[:at]):
            return False
        if _is_untrue_behind(opening, at):
            return True
    return False


def _is_relative_clause(opening: Sequence[str], at: int) -> bool:
    """Whether a verb belongs to a clause that only picks something out: "claims that are false"."""
    relative = cue_words().lists["rejected.relative"]
    return opening[at - 1] in relative and at > 1 and opening[at - 2] not in MARKS


def _is_untrue_behind(opening: Sequence[str], copula: int) -> bool:
    """Whether a word for "untrue" stands behind "is" and is about a claim."""
    between = cue_words().lists["rejected.between"]
    for at in range(copula + 1, min(copula + 2 + MAX_WORDS_BETWEEN, len(opening))):
        length, key = _untrue_at(opening, at)
        if length and _is_wrong_to_say(opening[at + length :]):
            return True
        behind = opening[at + length : at + length + 1]
        if length and behind != ["to"] and _is_end_of_phrase(behind):
            return _can_be_untrue(key, opening, copula)
        word = opening[at]
        if word in between or word in MARKS or word.endswith("ing"):
            return False
    return False


def _can_be_untrue(key: str, opening: Sequence[str], copula: int) -> bool:
    """Whether a word from this list makes a denial, with the subject before "is"."""
    if key == "rejected.untrue":
        return True
    if _has_claim(opening[max(0, copula - MAX_WORDS_TO_CLAIM) : copula]):
        return True
    return key == "rejected.nothing" and _is_pronoun_before(opening, copula)


def _is_pronoun_before(opening: Sequence[str], at: int) -> bool:
    """Whether the subject before a word is a pronoun, adverbs and auxiliaries left out."""
    lists = cue_words().lists
    at -= 1
    while at > 0 and opening[at] in lists["rejected.adverbs"]:
        at -= 1
    if at < 0 or opening[at] not in lists["rejected.pronouns"]:
        return False
    return not _is_relative_clause(opening, at + 1)


def _is_wrong_to_say(behind: Sequence[str]) -> bool:
    """Whether "to say" or the like follows."""
    saying = cue_words().lists["rejected.saying"]
    return len(behind) > 1 and behind[0] == "to" and behind[1] in saying


def _is_end_of_phrase(behind: Sequence[str]) -> bool:
    """Whether a word for "untrue" ends there, without a noun that it would belong to."""
    lists = cue_words().lists
    return (
        not behind
        or behind[0] in MARKS
        or behind[0] in lists["rejected.behind"]
        or behind[0] in lists["rejected.claims"]
        or behind[0].endswith("ly")
    )


def _untrue_at(opening: Sequence[str], at: int) -> tuple[int, str]:
    """How many words the phrase for "untrue" at this place has, and its list; 0 if there is none."""
    phrases = cue_words().phrases
    for key in UNTRUE_KEYS:
        length = phrase_length_at(phrases[key], opening, at)
        if length:
            return length, key
    return 0, ""


def _has_flat_denial(opening: Sequence[str]) -> bool:
    """Whether a claim, or a pronoun for one, has a predicate such as "never happened"."""
    flat = cue_words().phrases["rejected.flat"]
    for at in range(1, len(opening)):
        length = phrase_length_at(flat, opening, at)
        if length and _is_end_of_phrase(opening[at + length :]):
            before = opening[max(0, at - MAX_WORDS_TO_CLAIM) : at]
            return _has_claim(before) or _is_pronoun_before(opening, at)
    return False


def _has_claim(spelt: Sequence[str]) -> bool:
    return not cue_words().lists["rejected.claims"].isdisjoint(spelt)
