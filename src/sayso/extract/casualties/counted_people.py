"""Who is counted: a number with the noun phrase behind it, or one person told without a number."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.extract.casualties.single_people import find_ones
from sayso.lexicon.actors import nouns, small
from sayso.lexicon.harms import Frame, harm_words
from sayso.lexicon.people import nations
from sayso.model.happening import Precision
from sayso.text.numbers import Number
from sayso.text.words import Word

PHRASE = 6  # words between a number and the noun that it counts
GUESSED = 3  # words up to a plural that the lexicon lacks
STOPS = frozenset('.;:!?"“”–—')


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in its sentence: words [first, last), and [noun, stop) for those it counts."""

    number: Number
    first: int
    last: int
    noun: int
    stop: int
    things: bool = False  # no people
    guessed: bool = False  # by a plural that the lexicon lacks; people only if they came to harm

    @property
    def has_noun(self) -> bool:
        """Whether those counted are named."""
        return self.noun < self.stop


@dataclass(slots=True)
class Reading:
    """What is known of a counted group as the sentence is read."""

    counted: Counted
    harming: HarmPredicate | None = None
    part_of: int | None = None
    listed: bool = False  # behind "including", whose harm is that of the whole


def counted(tokens: Sequence[Word], number: Number) -> Counted:
    """The number with the noun phrase behind it."""
    starts = [word.start for word in tokens]
    first, last = bisect_right(starts, number.start) - 1, bisect_left(starts, number.end)
    people, known = harm_words().people, nouns()
    at, noun = last, None
    while at < len(tokens) and at - last < PHRASE:
        lower = tokens[at].lower
        if lower in people or (lower in known and known[lower].human) or _is_nation(lower):
            noun = at
        elif (
            (noun is not None and lower not in "-‐‑")
            or lower in STOPS
            or lower in (",", "and", "or")
            or lower in harm_words().opening
            or (lower in small("verb") and lower not in harm_words().described)
            or (_closes(lower, at == last) and not (at == last and _is_dead_noun(tokens, at)))
        ):
            break
        at += 1
    if noun is None and _is_family(tokens, first):
        return Counted(number, first, last, last, last, things=True)
    if noun is None:
        things = any(word.lower in harm_words().things for word in tokens[last : last + 2])
        guessed = None if things else _guessed(tokens, last)
        if guessed is not None:
            return Counted(number, first, last, last, guessed + 1, guessed=True)
        return Counted(number, first, last, last, last, things)
    begins = last
    while begins < noun and tokens[begins].lower in (
        "of",
        "the",
        "its",
        "their",
        "his",
        "our",
        "more",
    ):
        begins += 1
    return Counted(number, first, last, begins, noun + 1)


def _is_family(tokens: Sequence[Word], first: int) -> bool:
    """Whether the number says how many children somebody has: "a father of four"."""
    if first < 2 or tokens[first - 1].lower != "of":
        return False
    return tokens[first - 2].lower in harm_words().parents


def _guessed(tokens: Sequence[Word], at: int) -> int | None:
    """A plural up to three words on, a verb's helper or word of harm behind it: "two patrons were"."""
    lexicon = harm_words()
    for place in range(at, min(at + GUESSED, len(tokens) - 1)):
        lower, behind = tokens[place].lower, tokens[place + 1].lower
        if not lower.isalpha() or lower in small("verb") or _closes(lower, opens=False):
            return None
        goes_on = (lexicon.helpers, lexicon.predicates, lexicon.bearing)
        if (
            lower.endswith("s")
            and not lower.endswith(("ss", "ous"))
            and any(behind in known for known in goes_on)
        ):
            return place
    return None


def _is_dead_noun(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word of harm describes the people behind it: "three deceased women"."""
    behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    people = harm_words().people - harm_words().predicates.keys()
    lower = tokens[at].lower
    return lower in harm_words().predicates and not lower.endswith("ing") and behind in people


def _is_nation(lower: str) -> bool:
    """Whether the word is for the people of a country, in the plural: "Malians"."""
    return len(lower) > 3 and lower.endswith("s") and lower in nations().people


def _closes(lower: str, opens: bool) -> bool:
    """Whether a word ends the search for the noun: a verb's helper or a preposition."""
    lexicon = harm_words()
    if lower in lexicon.predicates and any(
        one.frame is not Frame.NOUNS for one in lexicon.predicates[lower]
    ):
        return True
    if lower in ("more", "other", "others", "all"):
        return False
    if lower in lexicon.bearing:
        return True
    return (lower in lexicon.passive or lower in lexicon.preposition) and not (
        opens and lower == "of"
    )


def bare_end(word: Word) -> int:
    """Where a word ends, an 's left aside."""
    return word.end - 2 * word.lower.endswith(("'s", "’s"))


def implied(
    text: str, tokens: Sequence[Word], known: Sequence[Counted], surnames: Collection[str]
) -> list[Counted]:
    """One person told without a number: "a soldier was killed", "Ana Roll died"."""
    taken = {place for one in known for place in range(one.first, one.stop)}
    out = []
    for one in find_ones(text, tokens, taken, surnames):
        last = one.noun if one.article else one.stop
        start, end = tokens[one.first].start, bare_end(tokens[last - 1])
        if one.article:
            end = tokens[one.first].end
        number = Number(start, end, 1, 1, Precision.IMPLIED, start)
        out.append(Counted(number, one.first, one.noun, one.noun, one.stop))
    return out
