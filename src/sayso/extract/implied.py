"""People who are one without a number: "a soldier", "the 15-year-old boy", "Ana Roll, 34,"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sayso.lexicon.actors import nouns, small
from sayso.lexicon.harms import harm_words
from sayso.lexicon.people import forenames, titles
from sayso.text.words import Word

PHRASE = 6  # words between an article and its noun
NAME = 4  # words of a name
OLDEST = 120
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
        one = (
            _described(text, tokens, at)
            or _titled(text, tokens, at)
            or _named(text, tokens, at)
            or _reflexive(tokens, at)
        )
        if one is None or any(place in taken for place in range(one.first, one.stop)):
            at += 1
            continue
        yield one
        at = one.stop


def _described(text: str, tokens: Sequence[Word], at: int) -> One | None:
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
    name = _name_end(text, tokens, head + 1)
    return One(at if article else begins, begins, name or head + 1, article)


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


def _titled(text: str, tokens: Sequence[Word], at: int) -> One | None:
    """A title or what somebody is, with a name: "President Ana Roll", "Father Tor"."""
    if not text[tokens[at].start].isupper():
        return None
    stop, addressed = at, False
    while stop < len(tokens) and stop - at < BARE:
        lower = tokens[stop].lower
        of_address = lower in titles().address or lower in titles().office
        if not (of_address or lower in titles().before or _is_person(tokens, stop)):
            break
        addressed = of_address
        stop += 1 + (stop + 1 < len(tokens) and tokens[stop + 1].lower == ".")
    if stop == at or stop >= len(tokens):
        return None
    name = _name_end(text, tokens, stop)
    if name is None and addressed and _is_surname(text, tokens, stop):
        name = stop + 1
    return One(at, at, name, article=False) if name else None


def _is_surname(text: str, tokens: Sequence[Word], at: int) -> bool:
    """A capital behind a title, and no word that the lexicon has for anything else."""
    word = text[tokens[at].start : tokens[at].end]
    if not (word[0].isupper() and tokens[at].lower.isalpha() and len(word) > 2):
        return False
    lower = tokens[at].lower
    return not (_is_common(lower) or lower.endswith(("ed", "ing", "ly")))


def _named(text: str, tokens: Sequence[Word], at: int) -> One | None:
    """A name: a forename and more, in copy that is all in capitals too, or one with an age behind."""
    stop = _name_end(text, tokens, at) or _aged_end(text, tokens, at)
    return One(at, at, stop, article=False) if stop else None


def _name_end(text: str, tokens: Sequence[Word], at: int) -> int | None:
    """Where a name that opens with a forename here ends."""
    if at >= len(tokens) or tokens[at].lower not in forenames():
        return None
    if not text[tokens[at].start].isupper():
        return None
    stop = at + 1
    while stop < len(tokens) and stop - at < NAME and _goes_on(text, tokens, stop):
        stop += 1
    return None if stop - at < 2 else stop


def _aged_end(text: str, tokens: Sequence[Word], at: int) -> int | None:
    """Where words with capitals end before an age: "Orla Venn, 34," or "Orla Venn (34)"."""
    stop = at
    while stop < len(tokens) and stop - at <= NAME and _is_surname(text, tokens, stop):
        stop += 1
    if not 2 <= stop - at <= NAME or stop + 2 >= len(tokens):
        return None
    age = tokens[stop + 1].lower
    framed = tokens[stop].lower + tokens[stop + 2].lower in (",,", "()", ",.", ",;")
    return stop if framed and age.isdigit() and int(age) < OLDEST else None


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
    shouted = len(word.lower) > 1 and text[word.start : word.end].isupper()
    return not shouted or not _is_common(word.lower)


def _is_common(lower: str) -> bool:
    """Whether the lexicon has the word for something other than a name."""
    lexicon = harm_words()
    return (
        lower in small("verb")
        or lower in OPENING_WORDS
        or lower in lexicon.passive
        or lower in lexicon.preposition
        or lower in lexicon.object
        or lower in lexicon.predicates
        or lower in lexicon.people
        or lower in nouns()
    )
