"""Whether a number counts something, judged by the words beside it.

Each rule looks at a few words to the left and right of the number at words [at, after).
"""

from collections.abc import Sequence

from sayso.lexicon.gazetteer import gazetteer
from sayso.lexicon.grammar import grammar
from sayso.lexicon.harms import harm_words
from sayso.lexicon.nouns import nouns
from sayso.lexicon.numbers import number_words
from sayso.model.text import PLAUSIBLE_YEARS
from sayso.text.ages import is_age
from sayso.text.marks import DASHES, HYPHENS, is_possessive
from sayso.text.words import Word, lower_at, two_words_at

GLUED_BEFORE = frozenset("$€£¥₹₽#@/\\:.,_'’‘+*-–—‑°")
GLUED_BEHIND = frozenset("%/:°_′″‰@'’")
DASHES_OR_HYPHENS = DASHES | HYPHENS
MIN_LONG_DIGITS = 5  # digits that are seldom printed without a comma


def counts_something(text: str, tokens: Sequence[Word], at: int, after: int) -> bool:
    """Whether the number at words [at, after) counts somebody or something."""
    if lower_at(tokens, at) == "one" and after == at + 1 and not _is_counting_one(tokens, at):
        return False
    in_digits = tokens[at].lower[0].isdigit()
    if in_digits and (_is_year(tokens, at, after) or _is_code(text, tokens, at, after)):
        return False
    return not (
        _is_glued(tokens, at, after)
        or _is_measure(tokens, after)
        or _is_label(text, tokens, at)
        or is_age(text, tokens, at, after)
        or _is_share(tokens, at, after)
        or _is_score(tokens, at, after)
        or _is_address(text, tokens, at, after)
        or _is_place(text, tokens, at, after)
    )


def _is_counting_one(tokens: Sequence[Word], at: int) -> bool:
    around = number_words().around
    after, before = lower_at(tokens, at + 1), lower_at(tokens, at - 1)
    if after == "of":  # "one of them" counts somebody, "one of the reasons" may not
        return lower_at(tokens, at + 2) in around.one_of or _names_people(tokens, at + 2)
    return after not in around.after_one and before not in around.before_one


def _names_people(tokens: Sequence[Word], at: int) -> bool:
    """Whether a plural for people stands here, behind "the" or an owner: "one of [the victims]"."""
    around, people = number_words().around, harm_words().people
    opened = lower_at(tokens, at) in around.before_people
    if not opened and (at >= len(tokens) or not is_possessive(tokens[at].lower)):
        return False
    for place in range(at + 1, at + 4):
        lower = lower_at(tokens, place)
        if not lower.isalpha() or lower in number_words().ones:
            return False
        if lower in people and lower.endswith(tuple(around.plural_endings)):
            return True
    return False


def _is_glued(tokens: Sequence[Word], at: int, after: int) -> bool:
    """Whether the number is part of a longer sign: $5, T-72, 9mm, 15th, 12:30, five-day, 40%."""
    if _counts_so_many_of(tokens, at, after):
        return False
    if at and tokens[at - 1].end == tokens[at].start:
        before = tokens[at - 1].lower
        if before in GLUED_BEFORE or before[0].isalnum():
            return not (before in DASHES_OR_HYPHENS and _has_space_before(tokens, at - 1))
    if tokens[at].lower[0].isdigit() and _is_slashed(tokens, at, after):
        return True
    if after < len(tokens) and tokens[after - 1].end == tokens[after].start:
        behind = tokens[after].lower
        if behind in GLUED_BEHIND or behind[0].isalnum():
            return True
        tight = after + 1 < len(tokens) and tokens[after].end == tokens[after + 1].start
        if behind in HYPHENS and tight:
            return lower_at(tokens, after + 1) not in number_words().around.suffixes
    return False


def _is_slashed(tokens: Sequence[Word], at: int, after: int) -> bool:
    """Whether a stroke parts the number from another: "1 / 3" under a picture."""
    left, right = lower_at(tokens, at - 2), lower_at(tokens, after + 1)
    return (lower_at(tokens, at - 1) == "/" and left.isdigit()) or (
        lower_at(tokens, after) == "/" and right.isdigit()
    )


def _counts_so_many_of(tokens: Sequence[Word], at: int, after: int) -> bool:
    """Whether the number is one of two that a stroke parts before a word for people: "12/15 men"."""
    first = at - 2 if lower_at(tokens, at - 1) == "/" else at
    if after > at + 1 or lower_at(tokens, first + 1) != "/":
        return False
    few, many = lower_at(tokens, first), lower_at(tokens, first + 2)
    if not (few.isdigit() and many.isdigit() and len(few) <= len(many)):
        return False
    behind = lower_at(tokens, first + 3)
    return behind in harm_words().people or nouns().is_people(behind)


def _has_space_before(tokens: Sequence[Word], at: int) -> bool:
    """Whether space, or nothing, stands before a dash: it opens a clause or an item."""
    return at == 0 or tokens[at - 1].end < tokens[at].start


def _is_measure(tokens: Sequence[Word], after: int) -> bool:
    """Whether a unit follows: "five days", "six p.m.", "12 percent", "three times"."""
    around, unit = number_words().around, lower_at(tokens, after)
    if f"{unit} {two_words_at(tokens, after + 1)}" in around.day_halves:
        return True
    if unit in around.before_units:
        unit = lower_at(tokens, after + 1)
    if unit in DASHES_OR_HYPHENS:
        unit = lower_at(tokens, after + 1)
    return unit in around.units


def _is_label(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether what has this number stands before it: "Flight 12", "No. 5", "Image 2 of 16"."""
    around, before = number_words().around, lower_at(tokens, at - 1)
    if tokens[at].lower in around.emergency:
        return before in around.calling
    if before == "." and lower_at(tokens, at - 2) in around.shortened_labels:
        return True
    if before == "of" and lower_at(tokens, at - 2).isdigit():
        return lower_at(tokens, at - 3) in around.labels
    if before not in around.labels:
        return False
    return before not in around.capital_labels or text[tokens[at - 1].start].isupper()


def _is_share(tokens: Sequence[Word], at: int, after: int) -> bool:
    """Whether the number is part of a fraction: "two-thirds", "one in five", "three quarters"."""
    around = number_words().around
    behind = lower_at(tokens, after)
    if behind in DASHES_OR_HYPHENS:
        return lower_at(tokens, after + 1) in number_words().parts
    if behind in number_words().parts:
        return True
    if two_words_at(tokens, at - 2) in around.before_share or _is_left_out(tokens, at):
        return True
    other = lower_at(tokens, after + 1)
    numeral = other.isdigit() or other in number_words().ones or other in number_words().tens
    return behind == "in" and after == at + 1 and numeral and lower_at(tokens, after + 2) != "."


def _is_left_out(tokens: Sequence[Word], at: int) -> bool:
    """Whether the number says how many are not meant: "all but one"."""
    return lower_at(tokens, at - 1) == "but" and lower_at(tokens, at - 2) in ("all", "nothing")


def _is_score(tokens: Sequence[Word], at: int, after: int) -> bool:
    """Whether the number is part of a result: "won 3-1", "a 2-0 lead"."""
    scores = number_words().around.scores
    dashed = any(lower_at(tokens, step) in DASHES_OR_HYPHENS for step in range(at, after + 1))
    if not dashed:
        return False
    beside = {lower_at(tokens, at - 1), lower_at(tokens, at - 2), lower_at(tokens, after)}
    open_end = (
        lower_at(tokens, after) in DASHES_OR_HYPHENS
        and lower_at(tokens, after + 1) not in number_words().around.suffixes
    )
    return bool(beside & scores) or open_end


def _is_address(text: str, tokens: Sequence[Word], at: int, after: int) -> bool:
    """Whether the number is of a house: "1200 block of", "12 Elm Street", "2140 Willow Bend,"."""
    streets = number_words().around.streets
    if lower_at(tokens, after) in number_words().around.behind_house_number:
        return True
    for step in range(after, min(after + 4, len(tokens))):
        lower = tokens[step].lower
        if lower in streets and text[tokens[step].start].isupper():
            return step > after and not text[tokens[at].start : tokens[after - 1].end].isalpha()
        if not (text[tokens[step].start].isupper() or lower.isdigit() or lower == "."):
            return lower == "," and step >= after + 2 and _is_house(tokens, at, step)
    return False


def _is_place(text: str, tokens: Sequence[Word], at: int, after: int) -> bool:
    """Whether the number is part of a place's name: "Seven Hills", "Three Rivers"."""
    if after > at + 1 or after >= len(tokens) or not tokens[at].lower.isalpha():
        return False
    behind = tokens[after]
    capitals = text[tokens[at].start].isupper() and text[behind.start].isupper()
    known = harm_words()
    if not capitals or behind.lower in known.people or behind.lower in known.predicates:
        return False
    return bool(gazetteer().places_named(text[tokens[at].start : behind.end]))


def _is_house(tokens: Sequence[Word], at: int, end: int) -> bool:
    """Whether digits behind a comma or "at" stand before a name, and no word for people or harm."""
    number, known = tokens[at].lower, harm_words()
    leads = lower_at(tokens, at - 1) in number_words().around.before_house_number
    if not number.isdigit() or len(number) < 3 or not leads:
        return False
    named = (word.lower for word in tokens[at + 1 : end])
    return not any(lower in known.people or lower in known.predicates for lower in named)


def _is_year(tokens: Sequence[Word], at: int, after: int) -> bool:
    """Whether the number is a year: four digits without a comma, and no countable noun behind them."""
    digits = tokens[at].lower
    if len(digits) != 4 or not digits.isdigit() or int(digits) not in PLAUSIBLE_YEARS:
        return False
    if after > at + 1:  # "2014-2016"
        last = tokens[after - 1].lower
        years = len(last) == 4 and last.isdigit() and int(last) in PLAUSIBLE_YEARS
        return years and tokens[at + 1].lower in DASHES_OR_HYPHENS
    return lower_at(tokens, after) not in number_words().around.after_thousands


def _is_code(text: str, tokens: Sequence[Word], at: int, after: int) -> bool:
    """Whether the number is of a telephone, a note in brackets or an item ("16 A man died"), or 0530."""
    digits = tokens[at].lower.replace(",", "")
    if _is_long_number(tokens, at, after):
        return True
    if (digits[0] == "0" and len(digits) > 1 and digits[1] != ".") or (
        digits.isdigit() and len(digits) > 9
    ):
        return True
    if lower_at(tokens, at - 1) == "[" and lower_at(tokens, after) == "]":
        return True
    article = lower_at(tokens, after) in grammar().indefinite_articles
    if article and text[tokens[after].start] == "A":
        return True
    opens = at == 0 or "\n" in text[tokens[at - 1].end : tokens[at].start]
    tight = after < len(tokens) and tokens[after].start == tokens[after - 1].end
    if opens and tight and lower_at(tokens, after) in (".", ")"):
        return True
    if lower_at(tokens, at - 1) == "+" or _is_beside_digits(text, tokens, at, after):
        return True
    groups = [word.lower for word in tokens[at:after] if word.lower.isdigit()]
    return [len(group) for group in groups] == [3, 4]


def _is_long_number(tokens: Sequence[Word], at: int, after: int) -> bool:
    """Whether it has five digits or more without a comma, and no countable noun behind them."""
    digits = tokens[at].lower
    if after > at + 1 or not digits.isdigit() or len(digits) < MIN_LONG_DIGITS:
        return False
    return lower_at(tokens, after) not in number_words().around.after_thousands


def _is_beside_digits(text: str, tokens: Sequence[Word], at: int, after: int) -> bool:
    """Whether only a space parts the number from other digits: 06 12 34."""
    before = at > 0 and tokens[at - 1].lower.isdigit()
    behind = after < len(tokens) and tokens[after].lower.isdigit()
    if before and text[tokens[at - 1].end : tokens[at].start] == " ":
        return True
    return behind and text[tokens[after - 1].end : tokens[after].start] == " "
