"""Noun phrases around the nouns of the lexicon: "the Malian army", "one rebel commander"."""

from collections.abc import Collection, Iterator

from sayso.extract.casting.mentions import Mention, span_of
from sayso.extract.casting.tokens import Reading
from sayso.lexicon.actors import Noun, nouns, small
from sayso.lexicon.people import nations, titles
from sayso.model.speech import ActorType

LONGEST = 9  # words before the head


def phrases(
    reading: Reading, taken: Collection[int], starts: Collection[int], stops: Collection[int]
) -> Iterator[Mention]:
    """The noun phrases outside the tokens `taken` by names, in order.

    `starts` and `stops` are the tokens where sources begin and behind which they end: no phrase
    runs across them, and what stands right behind a source is its cue ("the Echo | reports").
    """
    known = nouns()
    for at, token in enumerate(reading.tokens):
        noun = known.get(token.lower)
        if noun is None or at in taken or at in stops or _is_verb(reading, at):
            continue
        if at + 1 in stops or not _goes_on(reading, at, noun):
            yield _phrase(reading, at, noun, starts)


def countries(words: Collection[str]) -> frozenset[str]:
    """The words, adjectives of countries replaced by the countries' names."""
    return frozenset(nations().country(word) or word for word in words)


def _is_verb(reading: Reading, at: int) -> bool:
    """Whether a word that may be a noun is what a body before it does: "the Ministry states"."""
    if reading.tokens[at].lower not in small("also_verb") or not at:
        return False
    before = nouns().get(reading.tokens[at - 1].lower)
    body = before is not None and not before.plural and reading.adjacent(at - 1, at)
    return body and not reading.tokens[at].capital


def _goes_on(reading: Reading, at: int, noun: Noun) -> bool:
    """Whether the phrase has its head farther on: "police | officer", "army | convoy"."""
    after = at + 1
    if after >= len(reading.tokens) or not reading.adjacent(at, after):
        return False
    word = reading.tokens[after].lower
    following = nouns().get(word)
    if following is not None and not reading.tokens[after].capital:
        return not (following.type is ActorType.DOCUMENT and following.plural and noun.human)
    return False


def _phrase(reading: Reading, at: int, noun: Noun, starts: Collection[int]) -> Mention:
    first, determiner = _left_edge(reading, at, starts)
    bare = first + (determiner != "")
    end, complement = _complement(reading, at)
    tokens = reading.tokens[bare:at]
    marks = countries([token.lower for token in tokens if not token.lower.isdigit()] + complement)
    proper = any(_proper(reading, place) for place in range(bare, at)) or bool(complement)
    named = proper and not noun.human and determiner not in small("indefinite")
    possessed = determiner in small("possessive") or any(token.possessive for token in tokens)
    definite = determiner in small("definite") or possessed or (noun.plural and not noun.human)
    return Mention(
        first,
        end if named else at + 1,
        reading.tokens[at].sentence,
        span_of(reading, bare if named else first, end if named else at + 1),
        noun.type,
        head=noun.lemma,
        marks=marks - small("generic"),
        offices=frozenset([noun.lemma]),
        sex=noun.sex,
        plural=noun.plural,
        definite=definite,
        named=named,
        human=noun.human,
        outer=(first, end),
    )


def _left_edge(reading: Reading, at: int, starts: Collection[int]) -> tuple[int, str]:
    """The first token of the phrase with its head at `at`, and its determiner, "" if it has none."""
    tokens = reading.tokens
    first = at
    while first > 0 and first not in starts and at - first < LONGEST:
        before = tokens[first - 1]
        if not _touching(reading, first - 1):
            break
        word = before.lower
        if not before.possessive and _determiner(word):
            return first - 1, word
        if word in ("and", "or") and _pair_of_countries(reading, first - 1):
            first -= 1
        elif _closed(word) and not before.possessive:
            break
        first -= 1
    if first in starts:
        word = tokens[first].lower
        return first, word if first < at and _determiner(word) else ""
    while first < at and not _telling(reading, first):
        first += 1
    return first, ""


def _touching(reading: Reading, left: int) -> bool:
    one, other = reading.tokens[left], reading.tokens[left + 1]
    gap = reading.text[one.end : other.start]
    return one.sentence == other.sentence and (gap[2:] if one.possessive else gap).isspace()


def _determiner(word: str) -> bool:
    return any(word in small(kind) for kind in ("definite", "indefinite", "possessive")) or (
        word.isdigit()
    )


def _closed(word: str) -> bool:
    return any(word in small(kind) for kind in ("preposition", "conjunction", "verb", "pronoun"))


def _pair_of_countries(reading: Reading, at: int) -> bool:
    tokens = reading.tokens
    if at < 1 or at + 1 >= len(tokens):
        return False
    people = nations().people
    return tokens[at - 1].lower in people and tokens[at + 1].lower in people


def _telling(reading: Reading, at: int) -> bool:
    """Whether a word surely belongs to the noun phrase behind it."""
    token = reading.tokens[at]
    return (
        (token.capital and not token.opens)
        or token.possessive
        or token.lower in titles().before
        or token.lower in nouns()
        or token.lower in nations().people
    )


def _proper(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return token.lower in nations().people or (
        token.capital
        and (
            not token.opens
            or token.possessive
            or (at + 1 < len(reading.tokens) and reading.tokens[at + 1].capital)
        )
    )


def _complement(reading: Reading, at: int) -> tuple[int, list[str]]:
    """Where a complement such as "of Mali", "for the CSP-DPA" ends, and its names in lower case."""
    tokens = reading.tokens
    place = at + 1
    if place >= len(tokens) or tokens[place].lower not in ("of", "for", "at"):
        return at + 1, []
    place += 1
    if place < len(tokens) and tokens[place].lower == "the":
        place += 1
    first = place
    while place < len(tokens) and tokens[place].capital and reading.adjacent(place - 1, place):
        place += 1
    if place == first or tokens[place - 1].possessive:
        return at + 1, []
    return place, [token.lower for token in tokens[first:place]]
