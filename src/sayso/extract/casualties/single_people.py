"""People who are one without a number: "a soldier", "the 15-year-old boy", "Ana Roll, 34,"."""

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
from sayso.lexicon.actors import small
from sayso.lexicon.harms import around, harm_words
from sayso.lexicon.people import nations
from sayso.text.words import Word, lower_at

PHRASE = 6  # words between an article and its noun
BARE = 3  # words of a phrase without an article
MARKS = frozenset(".,;:!?()\"“”‘’'–—")
HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class One:
    """Somebody: words [first, stop), of which [noun, stop) say who; `first` is an article of number
    ("a soldier") or the first word of the phrase."""

    first: int
    noun: int
    stop: int
    article: bool


def find_ones(
    text: str, tokens: Sequence[Word], taken: Collection[int], surnames: Collection[str]
) -> Iterator[One]:
    """Each person told of in the singular, by a noun, an age, a name or the last word of one; none at
    the words `taken`."""
    at = 0
    while at < len(tokens):
        one = _one(text, tokens, at, surnames)
        if one is None or any(place in taken for place in range(one.first, one.stop)):
            at += 1
            continue
        yield one
        at = one.stop


def _one(text: str, tokens: Sequence[Word], at: int, surnames: Collection[str]) -> One | None:
    described = _described(text, tokens, at) or _aged(text, tokens, at) or _another(tokens, at)
    if described is not None:
        return described
    stop = titled_end(text, tokens, at) or name_end(text, tokens, at) or aged_end(text, tokens, at)
    if stop is not None:
        return One(at, at, stop, article=False)
    return _reflexive(tokens, at) or _pronoun(tokens, at) or _known(text, tokens, at, surnames)


def _described(text: str, tokens: Sequence[Word], at: int) -> One | None:
    """A phrase that an article opens, or a bare noun ("Teen shot", "police say woman killed")."""
    lower = tokens[at].lower
    article = lower in around("article")
    opened = article or (lower in around("definite") and not _is_article(tokens, at + 1))
    if not opened and not _may_open(tokens, at):
        return None
    begins = at + 1 if opened else at
    head = None
    reach = PHRASE if opened else BARE
    reach += sum(word.lower in HYPHENS for word in tokens[begins : begins + reach])
    for place in range(begins, min(len(tokens), begins + reach)):
        if is_person(tokens, place):
            head = place
        elif head == place - 1 and _is_described(tokens, place):
            pass  # "a 16-year-old Ardale boy"
        elif head is not None or not _may_describe(tokens, place):
            head = place - 1 if head is None and article and _is_trade(tokens, place) else head
            break
    if head is None:
        return None
    name = name_end(text, tokens, head + 1)
    return One(at if article else begins, begins, name or head + 1, article)


def _is_described(tokens: Sequence[Word], at: int) -> bool:
    """Whether the word behind an age describes a person who follows it."""
    if tokens[at - 1].lower != "old" or not _may_describe(tokens, at):
        return False
    return at + 1 < len(tokens) and is_person(tokens, at + 1)


def _is_trade(tokens: Sequence[Word], at: int) -> bool:
    """Whether the word before is for somebody of a trade or a country, as far as its form and what is
    said behind it tell: "a baker was", "a Malian died"."""
    before, lower, lexicon = tokens[at - 1].lower, tokens[at].lower, harm_words()
    trade = (
        before.endswith(tuple(around("trade")))
        and before.isalpha()
        and before not in lexicon.things
    )
    if before in nations().people:
        goes_on = (lexicon.passive, lexicon.preposition, lexicon.predicates, ("and", "by"))
        return not lower.isalpha() or any(lower in known for known in goes_on)
    return trade and (lower in lexicon.helpers or lower in lexicon.predicates)


def _is_article(tokens: Sequence[Word], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in around("article") | around("definite")


def _may_open(tokens: Sequence[Word], at: int) -> bool:
    """Whether a phrase without an article may open here: at the head of a sentence or behind a mark,
    or at a person whose harm follows at once or who is somebody's."""
    lower = tokens[at].lower
    if lower in harm_words().opening or not lower[0].isalnum():
        return False
    if not at or tokens[at - 1].lower in MARKS:
        return True
    if not is_person(tokens, at) or at + 1 == len(tokens):
        return False
    owned = tokens[at - 1].lower.endswith(("'s", "’s"))  # "Roll's son"
    behind = tokens[at + 1].lower
    return owned or behind in harm_words().predicates or behind == "found"


def _may_describe(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word may stand between an article and a noun."""
    lexicon, lower = harm_words(), tokens[at].lower
    if lower == ".":
        return at > 0 and "." in tokens[at - 1].lower and tokens[at].start == tokens[at - 1].end
    described = lower in lexicon.described
    return described or not (
        (lower in MARKS and lower not in HYPHENS)
        or lower in lexicon.opening
        or lower in small("verb")
        or lower in lexicon.preposition
        or lower in lexicon.passive
        or lower in lexicon.predicates
    )


def _aged(text: str, tokens: Sequence[Word], at: int) -> One | None:
    """Somebody with an age before what or who they are: "15-year-old boy", "30-year old Ana Roll"."""
    if not tokens[at].lower.isdigit() or at + 3 >= len(tokens):
        return None
    lowers = [word.lower for word in tokens[at + 1 : at + 5] if word.lower not in HYPHENS]
    if lowers[:2] != ["year", "old"]:
        return None
    stop = next(place for place in range(at, at + 6) if tokens[place].lower == "old") + 1
    named = capitals_end(text, tokens, stop)
    if named < len(tokens) and is_person(tokens, named):
        named = stop  # "15-year-old Ardale boy"
    if named > stop and not text[tokens[at].start : tokens[named - 1].end].isupper():
        return One(at, at, named, article=False)
    head = stop
    for place in range(stop, min(len(tokens), stop + BARE)):
        if is_person(tokens, place):
            head = place + 1
        elif head > stop or not _may_describe(tokens, place):
            break
    return One(at, at, name_end(text, tokens, head) or head, article=False)


def _another(tokens: Sequence[Word], at: int) -> One | None:
    """One more whose harm follows at once: "and another wounded", "another was badly hurt"."""
    if tokens[at].lower != "another":
        return None
    lexicon, place = harm_words(), at + 1
    while place < len(tokens) and _leads_on(tokens[place].lower):
        place += 1
    if place == len(tokens) or tokens[place].lower not in lexicon.predicates:
        return None
    return One(at, at + 1, at + 1, article=True)


def _leads_on(lower: str) -> bool:
    return lower in harm_words().helpers or lower.endswith("ly")


def _reflexive(tokens: Sequence[Word], at: int) -> One | None:
    """Whoever did it to themselves, far from the verb: "before killing himself", "his wife and himself"."""
    if tokens[at].lower not in harm_words().reflexive or tokens[at].lower == "themselves":
        return None
    before = lower_at(tokens, at - 1)
    return (
        One(at, at, at + 1, False) if before.endswith("ing") or before in around("then") else None
    )


def _pronoun(tokens: Sequence[Word], at: int) -> One | None:
    """Somebody meant by a pronoun: "he later died"."""
    if tokens[at].lower in ("he", "she") or _is_object(tokens, at):
        return One(at, at, at + 1, article=False)
    return None


def _is_object(tokens: Sequence[Word], at: int) -> bool:
    """Whether "him" or "her" stands here for whom a verb right before it harms."""
    lower = tokens[at].lower
    if lower not in ("him", "her") or not at:
        return False
    lexicon = harm_words()
    before = tokens[at - 1].lower
    if before not in lexicon.contact and before not in lexicon.predicates:
        return False
    behind = lower_at(tokens, at + 1)
    return lower == "him" or not behind.isalpha() or behind in lexicon.preposition | lexicon.opening


def _known(text: str, tokens: Sequence[Word], at: int, surnames: Collection[str]) -> One | None:
    """Somebody by the last word of a name given before."""
    if tokens[at].lower not in surnames or not is_surname(text, tokens, at):
        return None
    return One(at, at, at + 1, article=False)
