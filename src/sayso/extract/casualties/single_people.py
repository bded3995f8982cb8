"""One person mentioned without a number: "a soldier", "the 15-year-old boy", "Ana Roll, 34,"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.casualties.person_names import (
    aged_end,
    capitals_end,
    is_person,
    is_surname,
    name_end,
    titled_end,
)
from sayso.lexicon.actors import actor_words
from sayso.lexicon.grammar import grammar
from sayso.lexicon.harms import harm_words
from sayso.lexicon.people import nations
from sayso.text.marks import HYPHENS, is_possessive
from sayso.text.words import Word, lower_at

MAX_WORDS_TO_NOUN = 6  # words between an article and its noun
MAX_BARE_WORDS = 3  # words of a phrase without an article
MAX_AGE_WORDS = 6  # words of "15 - year - old"
MARKS = frozenset(".,;:!?()\"“”‘’'–—")


@dataclass(frozen=True, slots=True)
class SinglePerson:
    """Somebody at words [first, stop) of a sentence; [noun, stop) say who.

    The word at `first` is an article of number ("a soldier") if `article`, else part of the phrase.
    """

    first: int
    noun: int
    stop: int
    article: bool


def find_single_people(
    text: str, tokens: Sequence[Word], taken: Collection[int], surnames: Collection[str]
) -> Iterator[SinglePerson]:
    """The people that a sentence mentions one by one, outside the words `taken`.

    They are called by a noun, an age, a name, a pronoun, or one of the `surnames` of the report.
    """
    at = 0
    while at < len(tokens):
        person = _person_at(text, tokens, at, surnames)
        if person is None or any(place in taken for place in range(person.first, person.stop)):
            at += 1
            continue
        yield person
        at = person.stop


def _person_at(
    text: str, tokens: Sequence[Word], at: int, surnames: Collection[str]
) -> SinglePerson | None:
    described = (
        _described_person(text, tokens, at)
        or _aged_person(text, tokens, at)
        or _another_person(tokens, at)
    )
    if described is not None:
        return described
    stop = titled_end(text, tokens, at) or name_end(text, tokens, at) or aged_end(text, tokens, at)
    if stop is not None:
        return SinglePerson(at, at, stop, article=False)
    if (
        _is_reflexive(tokens, at)
        or _is_pronoun(tokens, at)
        or (tokens[at].lower in surnames and is_surname(text, tokens, at))
    ):
        return SinglePerson(at, at, at + 1, article=False)
    return None


def _described_person(text: str, tokens: Sequence[Word], at: int) -> SinglePerson | None:
    """A phrase that an article opens, or a bare noun ("Teen shot", "police say woman killed")."""
    lower = tokens[at].lower
    article = lower in harm_words().around.article
    opened = article or (lower in harm_words().around.definite and not _is_article(tokens, at + 1))
    if not opened and not _may_open_phrase(tokens, at):
        return None
    first = at + 1 if opened else at
    reach = MAX_WORDS_TO_NOUN if opened else MAX_BARE_WORDS
    reach += sum(word.lower in HYPHENS for word in tokens[first : first + reach])
    head = _head_noun(tokens, first, first + reach, article)
    if head is None:
        return None
    name = name_end(text, tokens, head + 1)
    return SinglePerson(at if article else first, first, name or head + 1, article)


def _head_noun(tokens: Sequence[Word], first: int, stop: int, article: bool) -> int | None:
    """The last word for a person in the phrase that begins here."""
    head = None
    for place in range(first, min(len(tokens), stop)):
        if is_person(tokens, place):
            head = place
        elif head is not None:
            if head != place - 1 or not _stands_behind_age(tokens, place):
                break
        elif not _may_describe_person(tokens, place):
            return place - 1 if article and _is_trade(tokens, place) else None
    return head


def _stands_behind_age(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word between an age and a noun describes the person: "a 16-year-old Ardale boy"."""
    if tokens[at - 1].lower != "old" or not _may_describe_person(tokens, at):
        return False
    return at + 1 < len(tokens) and is_person(tokens, at + 1)


def _is_trade(tokens: Sequence[Word], at: int) -> bool:
    """Whether the word before is for somebody of a trade or a country: "a baker was", "a Malian died".

    Its form and the word behind it decide.
    """
    before, lower, lexicon = tokens[at - 1].lower, tokens[at].lower, harm_words()
    if before in nations().people:
        goes_on = (
            *(lexicon.passive, lexicon.preposition, lexicon.predicates),
            lexicon.around.behind_nation,
        )
        return not lower.isalpha() or any(lower in known for known in goes_on)
    trade = (
        before.endswith(lexicon.around.trade) and before.isalpha() and before not in lexicon.things
    )
    return trade and (lower in lexicon.helpers or lower in lexicon.predicates)


def _is_article(tokens: Sequence[Word], at: int) -> bool:
    lower = tokens[at].lower if at < len(tokens) else ""
    return lower in harm_words().around.article or lower in harm_words().around.definite


def _may_open_phrase(tokens: Sequence[Word], at: int) -> bool:
    """Whether a phrase without an article may open here.

    It may at the head of a sentence or behind a mark; and at a person whose harm follows at once, or who
    stands behind an 's.
    """
    lower = tokens[at].lower
    if lower in harm_words().opening or not lower[0].isalnum():
        return False
    if not at or tokens[at - 1].lower in MARKS:
        return True
    if not is_person(tokens, at) or at + 1 == len(tokens):
        return False
    owned = is_possessive(tokens[at - 1].lower)  # "Roll's son"
    lexicon, behind = harm_words(), tokens[at + 1].lower
    return owned or behind in lexicon.predicates or behind in lexicon.around.behind_bare


def _may_describe_person(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word may stand between an article and a noun."""
    lexicon, lower = harm_words(), tokens[at].lower
    if lower == ".":
        return at > 0 and "." in tokens[at - 1].lower and tokens[at].start == tokens[at - 1].end
    if lower in lexicon.described:
        return True
    return not (
        (lower in MARKS and lower not in HYPHENS)
        or lower in lexicon.opening
        or lower in actor_words().verb
        or lower in lexicon.preposition
        or lower in lexicon.passive
        or lower in lexicon.predicates
    )


def _aged_person(text: str, tokens: Sequence[Word], at: int) -> SinglePerson | None:
    """Somebody with an age before what or who they are: "15-year-old boy", "30-year old Ana Roll"."""
    if not tokens[at].lower.isdigit() or at + 3 >= len(tokens):
        return None
    lowers = [word.lower for word in tokens[at + 1 : at + 5] if word.lower not in HYPHENS]
    if lowers[:2] != ["year", "old"]:
        return None
    places = range(at, at + MAX_AGE_WORDS)
    stop = next(place for place in places if tokens[place].lower == "old") + 1
    named = capitals_end(text, tokens, stop)
    if named < len(tokens) and is_person(tokens, named):
        named = stop  # "15-year-old Ardale boy"
    if named > stop and not text[tokens[at].start : tokens[named - 1].end].isupper():
        return SinglePerson(at, at, named, article=False)
    head = stop
    for place in range(stop, min(len(tokens), stop + MAX_BARE_WORDS)):
        if is_person(tokens, place):
            head = place + 1
        elif head > stop or not _may_describe_person(tokens, place):
            break
    return SinglePerson(at, at, name_end(text, tokens, head) or head, article=False)


def _another_person(tokens: Sequence[Word], at: int) -> SinglePerson | None:
    """One more whose harm follows at once: "and another wounded", "another was badly hurt"."""
    if tokens[at].lower != "another":
        return None
    lexicon, place = harm_words(), at + 1
    while place < len(tokens) and (
        tokens[place].lower in lexicon.helpers or tokens[place].lower.endswith("ly")
    ):
        place += 1
    if place == len(tokens) or tokens[place].lower not in lexicon.predicates:
        return None
    return SinglePerson(at, at + 1, at + 1, article=True)


def _is_reflexive(tokens: Sequence[Word], at: int) -> bool:
    """Whether somebody did it to themselves, far from the verb: "before killing himself", "his wife and
    himself"."""
    lower = tokens[at].lower
    if lower not in harm_words().reflexive or lower == "themselves":
        return False
    before = lower_at(tokens, at - 1)
    return before.endswith("ing") or before in harm_words().around.then


def _is_pronoun(tokens: Sequence[Word], at: int) -> bool:
    """Whether a pronoun is for one person who may be harmed: "he later died", "shot him"."""
    lexicon, lower = harm_words(), tokens[at].lower
    if lower in lexicon.around.one_subject:
        return True
    if lower not in lexicon.around.one_object or not at:
        return False
    before = tokens[at - 1].lower
    if before not in lexicon.contact and before not in lexicon.predicates:
        return False
    behind = lower_at(tokens, at + 1)
    return (
        lower in grammar().pronouns_object_people
        or not behind.isalpha()
        or behind in lexicon.preposition
        or behind in lexicon.opening
    )
