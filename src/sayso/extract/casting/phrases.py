"""Noun phrases around the nouns of the lexicon: "the Malian army", "one rebel commander"."""

from collections.abc import Collection, Iterator

from sayso.extract.casting.mentions import Mention, token_span
from sayso.extract.casting.tokens import TokenizedText
from sayso.lexicon.actors import Noun, actor_words, speaker_nouns
from sayso.lexicon.people import nations, titles
from sayso.model.speech import ActorType
from sayso.text.marks import POSSESSIVE_ENDINGS

MAX_WORDS_BEFORE_HEAD = 9
ENDINGS = "".join(POSSESSIVE_ENDINGS).upper() + "".join(POSSESSIVE_ENDINGS)


def find_noun_phrases(
    tokenized: TokenizedText,
    taken: Collection[int],
    starts: Collection[int],
    stops: Collection[int],
) -> Iterator[Mention]:
    """The noun phrases outside the tokens `taken` by names, in order.

    `starts` holds the first token of every source, `stops` the token behind its last: no phrase runs
    across them, and what stands right behind a source is its cue ("the Echo | reports").
    """
    known = speaker_nouns()
    for at, token in enumerate(tokenized.tokens):
        noun = known.get(token.lower)
        if noun is None or at in taken or at in stops or _is_verb(tokenized, at):
            continue
        if at + 1 in stops or not _has_later_head(tokenized, at, noun):
            yield _noun_phrase(tokenized, at, noun, starts)


def with_country_names(words: Collection[str]) -> frozenset[str]:
    """The words, adjectives of countries replaced by the countries' names."""
    return frozenset(nations().country(word) or word for word in words)


def _is_verb(tokenized: TokenizedText, at: int) -> bool:
    """Whether a word that may be a noun is what a body before it does: "the Ministry states"."""
    if tokenized.tokens[at].lower not in actor_words().also_verb or not at:
        return False
    before = speaker_nouns().get(tokenized.tokens[at - 1].lower)
    body = before is not None and not before.plural and tokenized.are_adjacent(at - 1, at)
    return body and not tokenized.tokens[at].capital


def _has_later_head(tokenized: TokenizedText, at: int, noun: Noun) -> bool:
    """Whether the phrase has its head farther on: "police | officer", "army | convoy"."""
    after = at + 1
    if after >= len(tokenized.tokens) or not tokenized.are_adjacent(at, after):
        return False
    word = tokenized.tokens[after].lower
    following = speaker_nouns().get(word)
    if following is not None and not tokenized.tokens[after].capital:
        return not (following.type is ActorType.DOCUMENT and following.plural and noun.human)
    return False


def _noun_phrase(tokenized: TokenizedText, at: int, noun: Noun, starts: Collection[int]) -> Mention:
    first, determiner = _left_edge(tokenized, at, starts)
    bare = first + (determiner != "")
    end, complement = _complement_end(tokenized, at)
    tokens = tokenized.tokens[bare:at]
    marks = with_country_names(
        [token.lower for token in tokens if not token.lower.isdigit()] + complement
    )
    proper = any(_is_proper(tokenized, place) for place in range(bare, at)) or bool(complement)
    named = proper and not noun.human and determiner not in actor_words().indefinite
    possessed = determiner in actor_words().possessive or any(token.possessive for token in tokens)
    definite = determiner in actor_words().definite or possessed or (noun.plural and not noun.human)
    return Mention(
        first,
        end if named else at + 1,
        tokenized.tokens[at].sentence,
        token_span(tokenized, bare if named else first, end if named else at + 1),
        noun.type,
        head=noun.lemma,
        marks=marks - actor_words().generic,
        offices=frozenset([noun.lemma]),
        sex=noun.sex,
        plural=noun.plural,
        definite=definite,
        named=named,
        human=noun.human,
        outer=(first, end),
    )


def _left_edge(tokenized: TokenizedText, at: int, starts: Collection[int]) -> tuple[int, str]:
    """The first token of the phrase with its head at `at`, and its determiner, "" if it has none."""
    tokens = tokenized.tokens
    first = at
    while first > 0 and first not in starts and at - first < MAX_WORDS_BEFORE_HEAD:
        before = tokens[first - 1]
        if not _are_side_by_side(tokenized, first - 1):
            break
        word = before.lower
        if not before.possessive and _is_determiner(word):
            return first - 1, word
        if word in actor_words().coordinating and _joins_countries(tokenized, first - 1):
            first -= 1
        elif _ends_phrase(word) and not before.possessive:
            break
        first -= 1
    if first in starts:
        word = tokens[first].lower
        return first, word if first < at and _is_determiner(word) else ""
    while first < at and not _belongs_to_phrase(tokenized, first):
        first += 1
    return first, ""


def _are_side_by_side(tokenized: TokenizedText, left: int) -> bool:
    """Whether only white space stands behind a token and its possessive ending."""
    first, second = tokenized.tokens[left], tokenized.tokens[left + 1]
    gap = tokenized.text[first.end : second.start]
    if first.possessive:
        gap = gap.lstrip(ENDINGS)
    return first.sentence == second.sentence and gap.isspace()


def _is_determiner(word: str) -> bool:
    return word in actor_words().determiner or word.isdigit()


def _ends_phrase(word: str) -> bool:
    return word in actor_words().ending_phrase


def _joins_countries(tokenized: TokenizedText, at: int) -> bool:
    """Whether a word stands between two countries' adjectives: "French and Malian troops"."""
    tokens = tokenized.tokens
    if at < 1 or at + 1 >= len(tokens):
        return False
    people = nations().people
    return tokens[at - 1].lower in people and tokens[at + 1].lower in people


def _belongs_to_phrase(tokenized: TokenizedText, at: int) -> bool:
    """Whether a word surely belongs to the noun phrase behind it."""
    token = tokenized.tokens[at]
    return (
        (token.capital and not token.opens_sentence)
        or token.possessive
        or token.lower in titles().before
        or token.lower in speaker_nouns()
        or token.lower in nations().people
    )


def _is_proper(tokenized: TokenizedText, at: int) -> bool:
    """Whether a word is an adjective of a country or has its capital letter for what it means."""
    token = tokenized.tokens[at]
    return token.lower in nations().people or (
        token.capital
        and (
            not token.opens_sentence
            or token.possessive
            or (at + 1 < len(tokenized.tokens) and tokenized.tokens[at + 1].capital)
        )
    )


def _complement_end(tokenized: TokenizedText, at: int) -> tuple[int, list[str]]:
    """Where a complement such as "of Mali", "for the CSP-DPA" ends, and its names in lower case."""
    tokens = tokenized.tokens
    place = at + 1
    if place >= len(tokens) or tokens[place].lower not in actor_words().complement:
        return at + 1, []
    place += 1
    if place < len(tokens) and tokens[place].lower == "the":
        place += 1
    first = place
    while (
        place < len(tokens) and tokens[place].capital and tokenized.are_adjacent(place - 1, place)
    ):
        place += 1
    if place == first or tokens[place - 1].possessive:
        return at + 1, []
    return place, [token.lower for token in tokens[first:place]]
