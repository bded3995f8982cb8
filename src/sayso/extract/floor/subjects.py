"""Whom a sentence is about."""

from collections.abc import Sequence

from sayso.extract.casting.mentions import Mention
from sayso.extract.casting.tokens import Token
from sayso.extract.floor.voices import Voice, Voices
from sayso.lexicon.clauses import clause_words
from sayso.lexicon.floor import floor_words
from sayso.lexicon.grammar import grammar
from sayso.lexicon.inflect import is_participle
from sayso.model.speech import ActorType
from sayso.model.text import Span

MAX_LEAD_TOKENS = 24  # before the subject of a sentence
PEOPLE = frozenset({ActorType.PERSON, ActorType.UNNAMED, ActorType.GROUP})


def opening_pronoun(voices: Voices, sentence: Span) -> Span | None:
    """The pronoun of the third person that opens a sentence, if one does."""
    first, stop = voices.index.token_range(sentence)
    if first >= stop:
        return None
    token = voices.index.tokenized.tokens[first]
    span = Span(token.start, token.end)
    return span if voices.pronoun(span) else None


def subject_of(voices: Voices, sentence: Span) -> Voice | None:
    """Who does what a sentence tells, as far as its words show: "At noon Mayor Orel left"."""
    tokens = voices.index.tokenized.tokens
    first, _ = voices.index.token_range(sentence)
    for mention in voices.index.mentions_within(sentence):
        at = mention.outer[0]
        if at - first > MAX_LEAD_TOKENS or _has_verb(voices, first, at):
            return None
        if tokens[mention.stop - 1].possessive or _is_led(tokens, first, at):
            continue
        return Voice(mention.shown, voices.index.speaker_of(mention)) if _may_speak(
            voices, mention
        ) else None
    return None


def _has_verb(voices: Voices, first: int, at: int) -> bool:
    """Whether a verb stands before a token in its clause, which a comma may open."""
    tokens, text = voices.index.tokenized.tokens, voices.text
    opened = first
    for place in range(at - 1, first - 1, -1):
        if "," in text[tokens[place].end : tokens[place + 1].start]:
            opened = place + 1
            break
    finite = clause_words().finite
    return any(
        token.lower in finite or (is_participle(token.lower) and not token.capital)
        for token in tokens[opened:at]
    )


def _is_led(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a preposition stands before the noun phrase at a token."""
    while at > first and tokens[at - 1].lower in _determiners():
        at -= 1
    return at > first and tokens[at - 1].lower in floor_words().leading


def _determiners() -> frozenset[str]:
    return frozenset(grammar().articles | grammar().possessives_all)


def _may_speak(voices: Voices, mention: Mention) -> bool:
    speaker = voices.index.speaker_of(mention)
    if mention.placed:
        return False
    if speaker.type in PEOPLE:
        return True
    return mention.named and (len(mention.words) > 1 or len(speaker.mentions) > 1)
