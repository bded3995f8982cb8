"""Text that is all in capitals, and which of its words would have one in plain writing."""

from collections.abc import Sequence, Set
from functools import cache

from sayso.lexicon.actors import actor_words, known_names, speaker_nouns
from sayso.lexicon.cues import cue_words
from sayso.lexicon.events import event_words
from sayso.lexicon.people import forenames, nations, titles
from sayso.text.paragraphs import paragraphs

MIN_WORDS = 4  # a paragraph with fewer is in capitals only where the whole text is
MAX_SMALL_SHARE = 0.05  # of the letters: "McADAM"


def shouted_sentences(text: str, sentences: Sequence[tuple[int, int]]) -> Set[int]:
    """The numbers of the sentences in paragraphs that are all in capitals."""
    whole = _is_shouted(text)
    found = set()
    number = 0
    for start, end in paragraphs(text):
        words = text[start:end]
        shouted = _is_shouted(words) and (whole or len(words.split()) >= MIN_WORDS)
        while number < len(sentences) and sentences[number][0] < end:
            if shouted:
                found.add(number)
            number += 1
    return found


def _is_shouted(words: str) -> bool:
    small = sum(map(str.islower, words))
    return small <= MAX_SMALL_SHARE * (small + sum(map(str.isupper, words))) and small < len(words)


def shouted_capitals(words: Sequence[str]) -> Set[str]:
    """Of words in capitals, here in lower case, those that are names in plain writing: the names of
    the lexicon, and what stands right behind a forename, an initial or a title."""
    found = {word for word in set(words) if _is_known_name(word) and not _is_plain(word)}
    opens = False  # a name of which the last word is still to come
    for word in words:
        if opens and not _is_plain(word):
            found.add(word)
        opens = len(word.strip(".")) == 1 and word not in ("a", "i")
        opens = opens or word in forenames() or _is_title(word)
    return found


def _is_known_name(word: str) -> bool:
    if word in forenames() or word in known_names() or word in titles().address:
        return True
    places = nations()
    return word in actor_words().month or word in places.capitals or bool(places.country(word))


def _is_title(word: str) -> bool:
    noun = speaker_nouns().get(word)
    office = noun is not None and noun.human and not noun.plural
    return office or word in titles().address or word in titles().office


def _is_plain(word: str) -> bool:
    return not word[0].isalpha() or word in _plain_words() or word in speaker_nouns()


@cache
def _plain_words() -> Set[str]:
    """Words that are no names, as far as the lexicon has them."""
    small = actor_words().ending_phrase | actor_words().before_name | actor_words().link
    return small | actor_words().particle | set(event_words().triggers) | set(cue_words().entries)
