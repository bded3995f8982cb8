"""Whether a number is an age, judged by the words beside it."""

from collections.abc import Sequence

from sayso.lexicon.harms import harm_words
from sayso.lexicon.numbers import number_words
from sayso.text.words import Word, lower_at, two_words_at

MAX_AGE_YEARS = 120
MAX_NAME_WORDS = 4
MAX_LISTED_WORDS = 12


def is_age(text: str, tokens: Sequence[Word], at: int, after: int) -> bool:
    """Whether the number is an age: "Ana Roll, 34, said", "Ana Roll (34)", "aged 20 and 30"."""
    around = number_words().around
    before, behind = lower_at(tokens, at - 1), lower_at(tokens, after)
    if before in around.between_ages_in_words and _is_behind_ages(tokens, at - 1):
        return True
    if _is_in_words_behind_name(text, tokens, at, after):
        return True
    digits = tokens[at].lower
    if not digits.isdigit() or len(digits) > 3 or int(digits) > MAX_AGE_YEARS or after > at + 1:
        return False
    if before in (",", "(") and behind in (",", ")", ".", ";"):
        called = at >= 2 and _names_one_person(text, tokens, at - 2)
        return called and (before == "(" or behind in (",", ".", ";"))
    if before == "," and _ends_line(text, tokens, after):
        return _is_aged_noun(lower_at(tokens, at - 2))
    clause = behind == "," and lower_at(tokens, after + 1) in around.behind_age
    if clause and at >= 2 and all(text[tokens[at - step].start].isupper() for step in (1, 2)):
        return True
    led_by = two_words_at(tokens, at - 2)
    if led_by in around.age_limits:
        return True
    of_two = before in around.before_age_of_two
    if of_two and behind == "and":
        return lower_at(tokens, after + 1) == "of"
    if of_two or led_by in around.before_own_age:
        return not behind or behind in around.behind_own_age
    return before in around.between_ages and _is_behind_ages(tokens, at - 1)


def _ends_line(text: str, tokens: Sequence[Word], after: int) -> bool:
    """Whether a headline ends here, even if its line break is lost: "kills man, 18 Ana Roll was"."""
    if after >= len(tokens) or "\n" in text[tokens[after - 1].end : tokens[after].start]:
        return True
    lower, known = tokens[after].lower, harm_words()
    if not (lower.isalpha() and text[tokens[after].start].isupper()):
        return False
    behind = after
    while (
        behind < min(len(tokens), after + MAX_NAME_WORDS) and text[tokens[behind].start].isupper()
    ):
        behind += 1
    counted = {word.lower for word in tokens[after : behind + 1]}
    return known.people.isdisjoint(counted) and lower not in known.predicates


def _names_one_person(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether the word ends a name or is a noun for one person: "Roll Jr.", "the boy"."""
    if tokens[at].lower == "." and at > 0:
        at -= 1
    return text[tokens[at].start].isupper() or _is_aged_noun(tokens[at].lower)


def _is_aged_noun(lower: str) -> bool:
    """Whether a word is for one person whose age may follow: "the guard, 44,"."""
    return lower in number_words().around.aged_nouns or lower in harm_words().single


def _is_in_words_behind_name(text: str, tokens: Sequence[Word], at: int, after: int) -> bool:
    """Whether an age in words stands behind somebody: "Ana Roll, six,", "their sons, six and nine,"."""
    if not tokens[at].lower.isalpha():
        return False
    before, behind = lower_at(tokens, at - 1), lower_at(tokens, after)
    framed = before == "," and behind in (",", ".", ";", "") and at >= 2
    if framed and _names_one_person(text, tokens, at - 2):
        return True
    first, last = at, after
    while first > max(0, at - MAX_LISTED_WORDS) and _may_be_listed(tokens, first - 1):
        first -= 1
    while last < min(len(tokens), after + MAX_LISTED_WORDS) and _may_be_listed(tokens, last):
        last += 1
    listed = {word.lower for word in tokens[first:last]}
    closed = lower_at(tokens, last - 1) == "," or lower_at(tokens, last) in ("", ".", ";", ")")
    if tokens[first].lower != "," or "and" not in listed or not closed:
        return False
    lower = lower_at(tokens, first - 1)
    return lower in harm_words().people and lower.endswith(
        tuple(number_words().around.plural_endings)
    )


def _may_be_listed(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word may stand in a list of ages in words."""
    lower, known = tokens[at].lower, number_words()
    return lower in (",", "and", "-") or lower in known.ones or lower in known.tens


def _is_behind_ages(tokens: Sequence[Word], at: int) -> bool:
    """Whether "aged" or "ages" stands before here, with only numbers and joining words between."""
    known = number_words()
    for step in range(at, max(-1, at - 12), -1):
        lower = lower_at(tokens, step)
        if lower in known.around.aged:
            return True
        numeral = lower.isdigit() or lower in known.ones or lower in known.tens
        if lower not in known.around.between_ages and not numeral:
            return False
    return False
