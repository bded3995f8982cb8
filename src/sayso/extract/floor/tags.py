"""Saying verbs beside a quotation, and whom they name: "… ,” said Ana Roll", "… ?” she asked"."""

from dataclasses import dataclass

from sayso.extract.floor.voices import Voices
from sayso.lexicon.cues import cue_words
from sayso.lexicon.floor import floor_words
from sayso.lexicon.grammar import grammar
from sayso.lexicon.inflect import is_participle
from sayso.model.text import Span
from sayso.text.words import Word, words

MAX_SOURCE_WORDS = 14
MAX_VERB_WORDS = 6  # up to the verb of a tag whose source is unclear
MAX_UNKNOWN_WORDS = 4  # of a source that is neither a name nor a noun of the lexicon
PARTED = frozenset(',;:.!?()“”"—–')
BESIDE_NAMES = frozenset(",.()")
VERBS = frozenset({"verbs"})


@dataclass(frozen=True, slots=True)
class Tag:
    """The words for who speaks, and the verb."""

    source: Span
    cue: Span


def is_saying(word: str) -> bool:
    """Whether a word is a form of a verb that makes somebody speak."""
    return any(
        len(entry.phrase) == 1 and entry.cue is not None and entry.forms & VERBS
        for entry in cue_words().entries.get(word, ())
    )


def tag_at(voices: Voices, stretch: Span) -> Tag | None:
    """The tag that opens a stretch of text: a verb and who speaks, or who speaks and a verb."""
    found = words(voices.text, stretch.start, min(stretch.end, stretch.start + 400))
    while found and found[0].lower in PARTED:
        found = found[1:]
    if not found:
        return None
    verb = 1 if len(found) > 1 and found[0].lower.endswith("ly") else 0
    if _is_tag_verb(voices.text, found[verb]):
        source = _source_behind(voices, found[verb], stretch.end)
        return Tag(source, _span(found[verb])) if source else None
    return _tag_behind_source(voices, found)


def has_tag_verb(text: str, stretch: Span) -> bool:
    """Whether a saying verb stands among the first words of a stretch."""
    found = words(text, stretch.start, min(stretch.end, stretch.start + 100))[:MAX_VERB_WORDS]
    return any(_is_tag_verb(text, word) for word in found)


def is_passive(text: str, stretch: Span) -> bool:
    """Whether a stretch tells of somebody who was spoken to: "she was asked"."""
    found = [
        word.lower for word in words(text, stretch.start, min(stretch.end, stretch.start + 80))
    ]
    return any(
        be in grammar().auxiliaries_be and is_participle(said) and is_saying(said) and to != "to"
        for be, said, to in zip(found[:MAX_VERB_WORDS], found[1:], [*found[2:], ""], strict=False)
    )


def _is_tag_verb(text: str, word: Word) -> bool:
    return text[word.start].islower() and is_saying(word.lower) and word.lower[-3:] != "ing"


def _source_behind(voices: Voices, verb: Word, end: int) -> Span | None:
    """The noun phrase, or pronoun, that follows a verb at once."""
    found = words(voices.text, verb.end, min(end, verb.end + 200))[:MAX_SOURCE_WORDS]
    if not found or not found[0].lower[0].isalnum():
        return None
    if found[0].lower in floor_words().leading:
        return None
    pronoun = _span(found[0])
    if voices.pronoun(pronoun):
        return pronoun
    length = next(
        (at for at, word in enumerate(found) if word.lower in PARTED and word.lower != "."),
        len(found),
    )
    phrase = found[:length]
    while phrase and phrase[-1].lower == ".":
        phrase = phrase[:-1]
    return _named_part(voices, Span(phrase[0].start, phrase[-1].end), end) if phrase else None


def _named_part(voices: Voices, phrase: Span, end: int) -> Span | None:
    """A phrase up to the name in it, or with the name that stands behind it between commas."""
    inside = [one for one in voices.index.mentions_within(phrase) if one.shown.end <= phrase.end]
    if inside and any(one.named for one in inside[:2]):
        named = next(one for one in inside[:2] if one.named)
        return Span(phrase.start, named.shown.end)
    if voices.text[phrase.end : phrase.end + 2] == ", ":
        behind = voices.index.mentions_within(Span(phrase.end, min(end, phrase.end + 60)))
        if (
            behind
            and behind[0].named
            and behind[0].outer[0]
            == voices.index.token_range(Span(phrase.end + 2, phrase.end + 3))[0]
        ):
            return Span(phrase.start, behind[0].shown.end)
    if inside:
        return Span(phrase.start, max(inside[0].shown.end, phrase.start + 1))
    first = voices.text[phrase.start : phrase.end].split()
    return phrase if len(first) <= 5 else None


def _tag_behind_source(voices: Voices, found: list[Word]) -> Tag | None:
    """A tag whose verb stands behind whoever speaks; a comma may part them."""
    in_brackets = False
    for at, word in enumerate(found[1 : MAX_SOURCE_WORDS + 1], 1):
        in_brackets = (in_brackets or word.lower == "(") and word.lower != ")"
        if word.lower in PARTED - BESIDE_NAMES and not in_brackets:
            return None
        if not _is_tag_verb(voices.text, word):
            continue
        pronoun = _span(found[0])
        if voices.pronoun(pronoun):
            return Tag(pronoun, _span(word)) if at <= 3 else None
        if found[0].lower in floor_words().leading or (at > 1 and found[0].lower == "who"):
            return None
        comma = next((place for place in range(at) if found[place].lower in ",("), at)
        phrase = Span(found[0].start, found[comma - 1].end) if comma else None
        source = _named_part(voices, phrase, word.start) if phrase else None
        opening = grammar().articles | grammar().pronouns_indefinite
        short = found[0].lower in opening and at <= MAX_UNKNOWN_WORDS
        known = source is not None and (short or bool(voices.index.mentions_within(source)))
        return Tag(source, _span(word)) if source is not None and known else None
    return None


def _span(word: Word) -> Span:
    return Span(word.start, word.end)
