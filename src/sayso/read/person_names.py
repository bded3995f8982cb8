"""Which words are a person's name, and which words of a byline.

A name has the form of one: words with capitals, with small particles between them. It has no word that
only desks, papers, roles or systems have.
"""

import re
from collections.abc import Collection
from functools import cache

from sayso.lexicon.bylines import BylineWords, byline_words
from sayso.lexicon.outlets import known_outlets
from sayso.lexicon.people import forenames, titles
from sayso.lexicon.stamps import stamp_words

MAX_NAME_CHARACTERS, MAX_NAME_WORDS = 60, 6
WORD = re.compile(r"[^\W\d_][\w'’.\-]*")
SMALL_BEGIN = re.compile(r"(?:al|el|an|as|ad|ar|at|d|l|o|m|t)['’-](?=\w)", re.IGNORECASE)


def name_in(piece: str, houses: Collection[str], *, one_word: bool) -> str | None:
    """The name in a piece of a byline, without role and place; None if there is none."""
    lexicon = byline_words()
    words = words_before_end(_ends().split(piece, maxsplit=1)[0].split(), lexicon)
    words = _words_without_role(words, lexicon)
    while words and words[-1].lower().strip(".,()") in lexicon.behind and len(words) > 2:
        words.pop()
    name = " ".join(words).strip(" ,.:;'\"“”‘’") if not _ends_in_initial(words) else " ".join(words)
    return name if is_name(name, houses, one_word=one_word) else None


def _ends_in_initial(words: list[str]) -> bool:
    return bool(words) and words[-1].lower() in ("jr.", "sr.")


@cache
def _ends() -> re.Pattern[str]:
    """What ends a name; a link's words may follow it without a space."""
    ends = "|".join(map(re.escape, byline_words().ends))
    return re.compile(rf"(?:\b|(?<=[a-z])(?=[A-Z]))(?i:{ends})\b")


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(one for one in stamp_words().weekdays if one.endswith("day"))


def words_before_end(words: list[str], lexicon: BylineWords) -> list[str]:
    """The words up to a small word before a place, a weekday or a handle."""
    upper = " ".join(words).isupper()
    for number, word in enumerate(words):
        lower = word.lower().strip(",.:;")
        said = lower in lexicon.prepositions and (word.islower() or upper)
        if lower in _weekdays() or said or word.startswith("@"):
            return words[:number]
    return words


def _words_without_role(words: list[str], lexicon: BylineWords) -> list[str]:
    """The words without a role before or behind a name; none if they are a role alone."""
    bare = [one.lower().strip(",.:;") for one in words]
    where = [number for number, one in enumerate(bare) if one in lexicon.roles]
    if not where:
        return words
    first = where[0]
    while first and bare[first - 1] in lexicon.role_words:
        first -= 1
    before, after = words[:first], words[where[-1] + 1 :]
    if len(after) > 1 and all(one[0].isupper() for one in after):
        return after
    # "Port Sellan correspondent" has the form of a name and a role; a known forename tells them apart.
    known = bool(bare) and bare[0] in forenames()
    return before if known or (before and words[first][0].isupper()) else []


def is_name(name: str, houses: Collection[str] = (), *, one_word: bool = False) -> bool:
    """Whether a name is a person's, as far as its words show; one of `houses`, or a part of it, is not.

    A single word is a person's name if it is a forename, or with `one_word` if it has a capital.

    >>> is_name("Ana al-Teller"), is_name("Orn Gazette"), is_name("Ana"), is_name("Okada")
    (True, False, True, False)
    """
    lexicon = byline_words()
    words = name.split()
    lower = [one.lower().strip(".,'’") for one in words]
    if not words or len(name) > MAX_NAME_CHARACTERS or len(words) > MAX_NAME_WORDS:
        return False
    if (
        not all(WORD.fullmatch(one.strip("\"'“”‘’")) for one in words)
        or set(lower) & lexicon.bodies
    ):
        return False
    if any(one in lexicon.roles for one in lower) or lower[0] in ("the", "a", "an", "our"):
        return False
    if lower[0] in lexicon.places and lower[0] not in forenames():
        return False
    if (
        _is_house(name, houses, known_forename=lower[0] in forenames())
        or name in known_outlets().forms
    ):
        return False
    if not name.isupper() and any(one.isupper() and one in known_outlets().forms for one in words):
        return False
    if len(words) == 1:
        return _is_one_word_name(name, lower[0], one_word=one_word)
    called = [one for one in words if one.lower().strip(".") not in titles().address]
    return bool(called) and all(_begins_like_name(one, lexicon) for one in words)


def _begins_like_name(word: str, lexicon: BylineWords) -> bool:
    bare = SMALL_BEGIN.sub("", word, count=1) or word
    return (
        not bare[0].islower()
        or word.lower().strip(".") in lexicon.particles
        or not word[0].islower()
    )


def _is_one_word_name(name: str, lower: str, *, one_word: bool) -> bool:
    if len(name) < 3 or name.isupper() or not name.istitle():
        return False
    return lower in forenames() or (one_word and name[1:].islower())


def _is_house(name: str, houses: Collection[str], *, known_forename: bool) -> bool:
    """Whether the name is that of the outlet or a part of it; a blog may bear its writer's name."""
    squeezed = _squeezed(name)
    for house in houses:
        own = _squeezed(house)
        if squeezed == own and not known_forename:
            return True
        if set(name.lower().split()) < set(house.lower().split()) and not known_forename:
            return True
    return False


def _squeezed(name: str) -> str:
    return re.sub(r"\W+|^the\b", "", name.lower())
