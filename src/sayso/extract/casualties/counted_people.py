"""Who is counted: a number with the noun phrase behind it, or one person without a number."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.extract.casualties.single_people import find_single_people
from sayso.lexicon.actors import actor_words, speaker_nouns
from sayso.lexicon.harms import Frame, harm_words
from sayso.lexicon.nouns import nouns
from sayso.lexicon.people import nations
from sayso.model.happening import Precision
from sayso.text.marks import ENDING_LENGTH, HYPHENS, is_possessive
from sayso.text.numbers import Number
from sayso.text.words import Word

MAX_PHRASE_WORDS = 6  # words between a number and the noun that it counts
MAX_GUESSED_WORDS = 3  # words up to a plural that the lexicon lacks
MIN_NATION_LETTERS = 4
STOPS = frozenset('.;:!?"“”–—')


@dataclass(frozen=True, slots=True)
class CountedGroup:
    """A number at words [first, number_stop) of a sentence, and those it counts at [noun, stop).

    `things`: it counts no people.
    `guessed`: the lexicon lacks the noun; it is of people only if they came to harm.
    """

    number: Number
    first: int
    number_stop: int
    noun: int
    stop: int
    things: bool = False
    guessed: bool = False

    @property
    def has_noun(self) -> bool:
        """Whether those counted are named."""
        return self.noun < self.stop

    @property
    def is_bare_name(self) -> bool:
        """Whether it is one person, without a number or an article."""
        return self.first == self.noun and self.number.kind is Precision.IMPLIED


def counted_groups(tokens: Sequence[Word], numbers: Sequence[Number]) -> list[CountedGroup]:
    """The numbers of a sentence, each with the noun phrase behind it."""
    starts = [word.start for word in tokens] if numbers else []
    return [
        _counted_group(
            tokens,
            number,
            bisect_right(starts, number.start) - 1,
            bisect_left(starts, number.end),
        )
        for number in numbers
    ]


def implied_groups(
    text: str, tokens: Sequence[Word], known: Sequence[CountedGroup], surnames: Collection[str]
) -> list[CountedGroup]:
    """The people that a sentence mentions without a number: "a soldier was killed", "Ana Roll
    died"."""
    taken = {place for group in known for place in range(group.first, group.stop)}
    found = []
    for person in find_single_people(text, tokens, taken, surnames):
        last = person.noun if person.article else person.stop
        start, end = tokens[person.first].start, bare_end(tokens[last - 1])
        if person.article:
            end = tokens[person.first].end
        number = Number(start, end, 1, 1, Precision.IMPLIED, start)
        found.append(CountedGroup(number, person.first, person.noun, person.noun, person.stop))
    return found


def bare_end(word: Word) -> int:
    """Where a word ends without its 's."""
    return word.end - ENDING_LENGTH * is_possessive(word.lower)


def _counted_group(
    tokens: Sequence[Word], number: Number, first: int, number_stop: int
) -> CountedGroup:
    noun = _counted_noun(tokens, number_stop)
    if noun is not None:
        begins, before_noun = number_stop, harm_words().around.before_noun
        while begins < noun and tokens[begins].lower in before_noun:
            begins += 1
        return CountedGroup(number, first, number_stop, begins, noun + 1)
    if _is_number_of_children(tokens, first):
        return CountedGroup(number, first, number_stop, number_stop, number_stop, things=True)
    things = _counts_things(tokens, number_stop)
    guessed = None if things else _unlisted_noun(tokens, number_stop)
    if guessed is not None:
        return CountedGroup(number, first, number_stop, number_stop, guessed + 1, guessed=True)
    return CountedGroup(number, first, number_stop, number_stop, number_stop, things)


def _counted_noun(tokens: Sequence[Word], first: int) -> int | None:
    """The last word of the noun phrase for people that begins here."""
    noun = None
    for at in range(first, min(len(tokens), first + MAX_PHRASE_WORDS)):
        if _is_people(tokens[at].lower):
            noun = at
        elif _ends_phrase(tokens, at, first, noun is not None):
            break
    return noun


def _counts_things(tokens: Sequence[Word], at: int) -> bool:
    """Whether the words behind a number show that it counts no people: "20 rounds", "two dead trees"."""
    lexicon = harm_words()
    for place in range(at, min(len(tokens), at + MAX_GUESSED_WORDS)):
        lower = tokens[place].lower
        if lower in lexicon.things or nouns().is_animal(lower):
            return True
        if not lower.isalpha() or (_closes_phrase(lower, place == at) and place > at):
            return False
        if lower.endswith("s") and nouns().is_thing(lower):
            return True
    return False


def _is_people(lower: str) -> bool:
    """Whether a word is for people: "soldiers", "mayor", "Malians"."""
    if lower in harm_words().people:
        return True
    noun = speaker_nouns().get(lower)
    return (noun is not None and noun.human) or _is_nation(lower) or _is_plural(lower)


def _is_plural(lower: str) -> bool:
    """Whether a word that the lexicon of harm lacks is for several people: "bakers"."""
    return lower not in harm_words().never and nouns().is_people(lower)


def _is_nation(lower: str) -> bool:
    """Whether the word is for the people of a country, in the plural: "Malians"."""
    return len(lower) >= MIN_NATION_LETTERS and lower.endswith("s") and lower in nations().people


def _ends_phrase(tokens: Sequence[Word], at: int, first: int, has_noun: bool) -> bool:
    """Whether a word ends the noun phrase that begins at the word `first`."""
    lower, lexicon = tokens[at].lower, harm_words()
    if (
        (has_noun and lower not in HYPHENS)
        or lower in STOPS
        or lower in lexicon.around.listing_any
        or lower in lexicon.opening
        or (lower in actor_words().verb and lower not in lexicon.described)
    ):
        return True
    return _closes_phrase(lower, at == first) and not (
        at == first and _describes_people(tokens, at)
    )


def _is_number_of_children(tokens: Sequence[Word], first: int) -> bool:
    """Whether the number says how many children somebody has: "a father of four"."""
    if first < 2 or tokens[first - 1].lower != "of":
        return False
    return tokens[first - 2].lower in harm_words().parents


def _unlisted_noun(tokens: Sequence[Word], at: int) -> int | None:
    """A plural up to three words on, before a verb's helper or a word of harm: "two patrons were"."""
    lexicon = harm_words()
    for place in range(at, min(at + MAX_GUESSED_WORDS, len(tokens) - 1)):
        lower, behind = tokens[place].lower, tokens[place + 1].lower
        if not lower.isalpha() or lower in actor_words().verb or _closes_phrase(lower, opens=False):
            return None
        goes_on = (lexicon.helpers, lexicon.predicates, lexicon.bearing)
        if (
            lower.endswith("s")
            and not lower.endswith(("ss", "ous"))
            and any(behind in known for known in goes_on)
        ):
            return place
    return None


def _describes_people(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word of harm describes the people behind it: "three deceased women"."""
    lexicon, lower = harm_words(), tokens[at].lower
    if lower not in lexicon.predicates or lower.endswith("ing"):
        return False
    behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return behind in lexicon.people and behind not in lexicon.predicates


def _closes_phrase(lower: str, opens: bool) -> bool:
    """Whether a word of harm, a verb's helper or a preposition ends the search for the noun."""
    lexicon = harm_words()
    if any(entry.frame is not Frame.NOUNS for entry in lexicon.predicates.get(lower, ())):
        return True
    if lower in lexicon.around.before_counted:
        return False
    if lower in lexicon.bearing:
        return True
    return (lower in lexicon.passive or lower in lexicon.preposition) and not (
        opens and lower == "of"
    )
