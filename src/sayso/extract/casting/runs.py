"""Runs of capitalised words that are written as one name, cut where another name begins."""

import re
from collections.abc import Collection, Iterator

from sayso.extract.casting.tokens import Token, TokenizedText
from sayso.lexicon.actors import actor_words, speaker_nouns
from sayso.lexicon.people import forenames, nations, titles

MIN_HEADLINE_CAPITALS = 5  # a line with fewer words is too short to be known by its capitals
MIN_CAPITALS_PER_SMALL_WORD = 5  # in a headline
MIN_LONG_LETTERS = 4  # shorter words may be small in a headline
MAX_LINKS = 3  # small words in a row inside a name
MAX_GAP = 3  # characters between the words of a name
MAX_NICKNAME_WORDS = 3
LINKING_MARKS = frozenset({"", ".", "&"})
BEFORE_NICKNAME = re.compile(r"\s[\"“„'‘(«]")
BEHIND_NICKNAME = re.compile(r"[\"”'’)»]\s")


def capitalised_runs(tokenized: TokenizedText, stops: Collection[int]) -> Iterator[tuple[int, int]]:
    """Tokens [first, stop) that are written as one name, outside headlines, in order. None runs on
    behind a source, where its cue is: "Army | Denies"; `stops` holds those tokens."""
    headlines = _headline_sentences(tokenized)
    tokens = tokenized.tokens
    certain = capitals_inside_sentences(tokenized)
    common = {token.lower for token in tokens if not token.capital}
    first = 0
    while first < len(tokens):
        if not _is_proper(tokenized, first) or tokens[first].sentence in headlines:
            first += 1
            continue
        stop = first + 1
        while stop not in stops and (longer := _end_of_longer_run(tokenized, first, stop)):
            stop = longer
        bare = _without_opener(tokenized, first, stop, certain, common)
        yield from _split_before_person(tokenized, bare, stop)
        first = stop


def capitals_inside_sentences(tokenized: TokenizedText) -> set[str]:
    """The words that a text writes with a capital letter where no sentence opens."""
    return {token.lower for token in tokenized.tokens if token.capital and not token.opens_sentence}


def lowered_words(tokenized: TokenizedText, first: int, stop: int) -> tuple[str, ...]:
    """The words of tokens [first, stop), in lower case; "" in the place of those of a nickname."""
    words = []
    inside = False
    for at in range(first, stop):
        if at > first:
            gap = tokenized.text_between(at - 1, at)
            if inside:
                inside = BEHIND_NICKNAME.fullmatch(gap) is None
            else:
                inside = BEFORE_NICKNAME.fullmatch(gap) is not None
        words.append("" if inside else tokenized.tokens[at].lower)
    return tuple(words)


def stands_behind_name(word: str) -> bool:
    """Whether a word is an honour or a generation: "KC", "Jr"."""
    return word in titles().honour or word in titles().generation


def is_acronym(tokenized: TokenizedText, token: Token) -> bool:
    """Whether a word is made of capitals among small letters: "GUR", "CSP-DPA", "U.N."."""
    letters = tokenized.text[token.start : token.end].replace("-", "").replace(".", "")
    if token.sentence in tokenized.shouted:
        return False
    return len(letters) > 1 and sum(map(str.isupper, letters)) >= max(2, len(letters) - 1)


def _headline_sentences(tokenized: TokenizedText) -> frozenset[int]:
    """The numbers of the sentences where nearly every long word is capitalised. Of those that end
    with a full stop only where every word is that may be."""
    counts: dict[int, list[int]] = {}
    plain = set()
    for token in tokenized.tokens:
        if token.end - token.start >= MIN_LONG_LETTERS:
            count = counts.setdefault(token.sentence, [0, 0])
            count[token.capital] += 1
        if not token.capital and token.lower not in actor_words().small_in_headline:
            plain.add(token.sentence)
    return frozenset(
        number
        for number, (small, capitals) in counts.items()
        if capitals >= MIN_HEADLINE_CAPITALS
        and small * MIN_CAPITALS_PER_SMALL_WORD <= capitals
        and not (number in plain and tokenized.text[tokenized.sentences[number][1] - 1] == ".")
    )


def _end_of_longer_run(tokenized: TokenizedText, first: int, stop: int) -> int | None:
    """Where the run ends with one more word in it, or None where it ends already."""
    tokens = tokenized.tokens
    if stop >= len(tokens):
        return None
    if not _are_joined(tokenized, stop - 1, stop):
        return _end_behind_nickname(tokenized, first, stop)
    if _is_proper(tokenized, stop):
        return stop + 1
    after = stop
    while after - stop < MAX_LINKS and after < len(tokens) and not tokens[after].capital:
        if not _may_link(tokenized, first, after) or (
            after > stop and not _are_joined(tokenized, after - 1, after)
        ):
            return None
        after += 1
    if after == stop or after >= len(tokens) or not _are_joined(tokenized, after - 1, after):
        return None
    return after + 1 if _is_proper(tokenized, after) else None


def _end_behind_nickname(tokenized: TokenizedText, first: int, stop: int) -> int | None:
    """The token behind the surname of 'Ana "Sugar" Roll', of which `stop` opens the nickname."""
    tokens = tokenized.tokens
    if tokens[stop - 1].possessive or not BEFORE_NICKNAME.fullmatch(
        tokenized.text_between(stop - 1, stop)
    ):
        return None
    for after in range(stop + 1, min(stop + MAX_NICKNAME_WORDS + 1, len(tokens))):
        if tokens[after].sentence != tokens[first].sentence:
            return None
        if BEHIND_NICKNAME.fullmatch(tokenized.text_between(after - 1, after)):
            return after + 1 if _is_proper(tokenized, after) else None
    return None


def _may_link(tokenized: TokenizedText, first: int, at: int) -> bool:
    """Whether a small word may stand inside the name that starts at `first`."""
    word = tokenized.tokens[at].lower
    if word in actor_words().particle:
        return True
    if word not in actor_words().link:
        return False
    before = [token.lower for token in tokenized.tokens[first:at]]
    known = [speaker_nouns()[word] for word in before if word in speaker_nouns()]
    if word == "and":
        return any(not noun.human for noun in known) and not actor_words().in_body.isdisjoint(
            before
        )
    return bool(known)


def _are_joined(tokenized: TokenizedText, left: int, right: int) -> bool:
    """Whether a name may run on from one token to the next."""
    first, second = tokenized.tokens[left], tokenized.tokens[right]
    if first.possessive or first.sentence != second.sentence:
        return False
    near = second.start - first.end <= MAX_GAP
    mark = tokenized.text[first.end : second.start].strip()
    if mark == "," and second.capital:
        return near and stands_behind_name(second.lower)
    return near and mark in LINKING_MARKS


def _is_proper(tokenized: TokenizedText, at: int) -> bool:
    """Whether a word is written as part of a name."""
    token = tokenized.tokens[at]
    word = token.lower
    if not token.capital or word in actor_words().month:
        return False
    if word.partition("'")[0] in actor_words().pronoun and not is_acronym(tokenized, token):
        return False  # "I", "I've", "It"
    tail = word.rpartition("-")[2]
    return tail == word or tail not in actor_words().tail


def _without_opener(
    tokenized: TokenizedText,
    first: int,
    stop: int,
    certain: Collection[str],
    common: Collection[str],
) -> int:
    """The run's first token, or the one behind a word that is capitalised only because it opens a
    sentence."""
    token = tokenized.tokens[first]
    word = token.lower
    if word in actor_words().before_name:
        return first + 1
    if not token.opens_sentence or word in forenames() or word in speaker_nouns():
        return first
    if nations().country(word):
        return first
    if word in actor_words().before_name_at_start:
        return first + 1
    return first + 1 if word in common and word not in certain and stop - first > 1 else first


def _split_before_person(
    tokenized: TokenizedText, first: int, stop: int
) -> Iterator[tuple[int, int]]:
    """The run cut where an acronym, or a word like "French", stands before a person's whole name."""
    while stop - first >= 3:
        token = tokenized.tokens[first]
        rest = lowered_words(tokenized, first + 1, stop)
        if any(word in speaker_nouns() or word in titles().office for word in rest):
            break
        if rest[0] in actor_words().link or is_acronym(tokenized, tokenized.tokens[first + 1]):
            break
        if token.lower in nations().people:
            first += 1
        elif is_acronym(tokenized, token) and token.end - token.start > 2:
            yield first, first + 1
            first += 1
        else:
            break
    if first < stop:
        yield first, stop
