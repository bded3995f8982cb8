"""People who are one without a number: "a soldier", "the 15-year-old boy", "Ana Roll, 34,"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sayso.lexicon.actors import nouns, small
from sayso.lexicon.harms import harm_words
from sayso.lexicon.people import forenames
from sayso.text.words import Word

PHRASE = 6  # words between an article and its noun
NAME = 4  # words of a name
ARTICLES = frozenset({"a", "an", "another"})
DEFINITE = frozenset({"the", "his", "her", "their", "its", "my", "our", "this", "that"})
# No phrase without an article opens with one of these.
OPENING_WORDS = frozenset(
    {
        "and",
        "or",
        "but",
        "including",
        "with",
        "as",
        "after",
        "when",
        "while",
        "if",
        "no",
        "not",
        "that",
    }
)
BARE = 3  # words of a phrase without an article
MARKS = frozenset(".,;:!?()\"“”‘’'–—")


@dataclass(frozen=True, slots=True)
class One:
    """Somebody: words [first, stop), of which [noun, stop) say who; `first` is an article of number
    ("a soldier") or the first word of the phrase."""

    first: int
    noun: int
    stop: int
    article: bool


def find_ones(text: str, tokens: Sequence[Word], taken: Collection[int]) -> Iterator[One]:
    """Each person told of in the singular, by a noun, an age or a name; none at the words `taken`."""
    at = 0
    while at < len(tokens):
        one = _described(tokens, at) or _named(text, tokens, at) or _reflexive(tokens, at)
        if one is None or any(place in taken for place in range(one.first, one.stop)):
            at += 1
            continue
        yield one
        at = one.stop


def _described(tokens: Sequence[Word], at: int) -> One | None:
    """A phrase that an article opens, or a bare noun at the head of a sentence ("Teen shot")."""
    lower = tokens[at].lower
    article = lower in ARTICLES
    opened = article or lower in DEFINITE
    if not opened and (
        (at and tokens[at - 1].lower not in MARKS)
        or lower in OPENING_WORDS
        or not lower[0].isalnum()
    ):
        return None
    begins = at + 1 if opened else at
    head = None
    for place in range(begins, min(len(tokens), begins + (PHRASE if opened else BARE))):
        if _is_person(tokens, place):
            head = place
        elif head is not None or not _may_describe(tokens, place):
            break
    if head is None:
        return None
    return One(at if article else begins, begins, head + 1, article)


def _may_describe(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word may stand between an article and a noun."""
    lexicon, lower = harm_words(), tokens[at].lower
    described = lower in lexicon.described
    return described or not (
        (lower in MARKS and lower != "-")
        or lower in OPENING_WORDS
        or lower in small("verb")
        or lower in lexicon.preposition
        or lower in lexicon.passive
        or lower in lexicon.predicates
        or lower.endswith(("'s", "’s"))
    )


def _is_person(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word names one person by what they are, or by their age ("a 3-year-old")."""
    lexicon, lower = harm_words(), tokens[at].lower
    if lower == "old":
        return at > 1 and "year" in (tokens[at - 1].lower, tokens[at - 2].lower)
    if lower in lexicon.never:
        return False
    known = nouns().get(lower)
    if known is not None and known.human:
        return not known.plural
    return lower in lexicon.single or lower.endswith(("man", "woman"))


def _named(text: str, tokens: Sequence[Word], at: int) -> One | None:
    """A name that opens with a forename, in copy that is all in capitals too."""
    if tokens[at].lower not in forenames() or not text[tokens[at].start].isupper():
        return None
    stop = at + 1
    while stop < len(tokens) and stop - at < NAME and _goes_on(text, tokens, stop):
        stop += 1
    return None if stop - at < 2 else One(at, at, stop, article=False)


def _reflexive(tokens: Sequence[Word], at: int) -> One | None:
    """Whoever did it to themselves, far from the verb: "before killing himself"."""
    if tokens[at].lower not in harm_words().reflexive or tokens[at].lower == "themselves":
        return None
    return One(at, at, at + 1, False) if at and tokens[at - 1].lower.endswith("ing") else None


def _goes_on(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether a name goes on: a capital, an initial or a particle right behind.

    Among capitals alone, a word that the lexicon has for something else ends it.
    """
    word = tokens[at]
    if word.lower in small("particle"):
        return at + 1 < len(tokens) and text[tokens[at + 1].start].isupper()
    if not (text[word.start].isupper() and word.lower.isalpha()):
        return False
    lexicon = harm_words()
    shouted = len(word.lower) > 1 and text[word.start : word.end].isupper()
    return not shouted or not (
        word.lower in small("verb")
        or word.lower in OPENING_WORDS
        or word.lower in lexicon.passive
        or word.lower in lexicon.preposition
        or word.lower in lexicon.object
        or word.lower in lexicon.predicates
        or word.lower in nouns()
    )
