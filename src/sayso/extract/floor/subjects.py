"""Whom a sentence is about."""

from collections.abc import Sequence

from sayso.extract.casting.mentions import Mention
from sayso.extract.casting.tokens import Token
from sayso.extract.floor.voices import Voice, Voices
from sayso.lexicon.actors import speaker_nouns
from sayso.lexicon.clauses import clause_words
from sayso.lexicon.floor import floor_words
from sayso.lexicon.grammar import grammar
from sayso.lexicon.inflect import is_participle
from sayso.model.speech import ActorType
from sayso.model.text import Span

MAX_ROLE_TOKENS = 5  # before the name of a relative: "her elder son"
MAX_NOUN_TOKENS = 2  # up to a noun for a relative
MAX_LEAD_TOKENS = 24  # before the subject of a sentence
PEOPLE = frozenset({ActorType.PERSON, ActorType.UNNAMED, ActorType.GROUP})


def opening_pronoun(voices: Voices, sentence: Span) -> Span | None:
    """The pronoun of the third person that opens a sentence, if one does."""
    first, stop = voices.index.token_range(sentence)
    if first >= stop:
        return None
    token = voices.index.tokenized.tokens[first]
    span = Span(token.start, token.end)
    if token.lower in grammar().possessives_all and _owns_somebody(voices, sentence, first):
        return None  # "Her elder son Jon", "Her lawyer"
    return span if voices.pronoun(span) else None


def _owns_somebody(voices: Voices, sentence: Span, first: int) -> bool:
    """Whether a name, or a noun for one person, stands behind a possessive."""
    mentions = voices.index.mentions_within(sentence)[:2]
    nouns = (speaker_nouns().get(token.lower) for token in _behind(voices, first, MAX_NOUN_TOKENS))
    return any(one.named and one.first - first <= MAX_ROLE_TOKENS for one in mentions) or any(
        noun is not None and noun.human and not noun.plural for noun in nouns
    )


def _behind(voices: Voices, first: int, count: int) -> Sequence[Token]:
    return voices.index.tokenized.tokens[first + 1 : first + 1 + count]


def subject_of(voices: Voices, sentence: Span) -> Voice | None:
    """Who does what a sentence tells, as far as its words show: "At noon Mayor Orel left"."""
    tokens = voices.index.tokenized.tokens
    first, _ = voices.index.token_range(sentence)
    for mention in voices.index.mentions_within(sentence):
        at = mention.outer[0]
        if at - first > MAX_LEAD_TOKENS:
            return None
        if has_verb_before(voices, sentence, mention.shown) and not _is_inverted(tokens, first, at):
            return None
        if _is_one_of(tokens, first, at) and not _is_led(tokens, first, at - 2):
            return voices.named(
                Span(tokens[at - 2 - _has_article(tokens, at)].start, mention.shown.end)
            )
        if tokens[mention.first].lower in grammar().quantifiers:
            return None
        if tokens[mention.stop - 1].possessive or _is_led(tokens, first, at):
            continue
        if may_speak(voices, mention) and _acts(voices, mention):
            return Voice(mention.shown, voices.index.speaker_of(mention))
        if tokens[first].lower not in _lead_words():
            return None
    return None


def unknown_subject(voices: Voices, sentence: Span) -> Span | None:
    """What opens a clause with an article and stands before a verb: "the archdeacon of Corse"."""
    tokens, text = voices.index.tokenized.tokens, voices.text
    first, stop = voices.index.token_range(sentence)
    opens = True
    for at in range(first, min(stop, first + MAX_LEAD_TOKENS)):
        if opens and tokens[at].lower in grammar().articles:
            end = next(
                (to for to in range(at + 2, min(stop, at + 7)) if _is_verb(tokens[to])), None
            )
            return Span(tokens[at].start, tokens[end - 1].end) if end else None
        opens = at + 1 < stop and "," in text[tokens[at].end : tokens[at + 1].start]
    return None


def _acts(voices: Voices, mention: Mention) -> bool:
    """Whether a comma or a verb follows a mention of which only its capital says that it is a name."""
    tokens, at = voices.index.tokenized.tokens, mention.outer[1]
    if mention.type is not None or at >= len(tokens):
        return True
    behind = voices.text[tokens[at - 1].end : tokens[at].start].strip()
    word = tokens[at].lower
    return bool(behind) or _is_verb(tokens[at]) or word[-1:] == "s" or word in floor_words().leading


def has_verb_before(voices: Voices, sentence: Span, place: Span) -> bool:
    """Whether a verb stands before a place in its clause, which a comma may open."""
    tokens, text = voices.index.tokenized.tokens, voices.text
    first, at = voices.index.token_range(Span(sentence.start, max(place.start, sentence.start + 1)))
    opened = first
    for before in range(min(at, len(tokens) - 1) - 1, first - 1, -1):
        if "," in text[tokens[before].end : tokens[before + 1].start]:
            opened = before + 1
            break
    joined = opened > first and tokens[opened].lower in grammar().conjunctions_joining
    if opened < at and tokens[opened].lower not in clause_words().finite:
        opened += 1  # "retired miner Jon Orel"
    return joined or any(map(_is_verb, tokens[opened:at]))


def _is_inverted(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a noun phrase follows its verb: "Behind the counter stood Jon Orel"."""
    at -= _has_article(tokens, at)
    if at - 2 < first or not _is_verb(tokens[at - 1]):
        return False
    leads = tokens[first].lower in floor_words().leading | floor_words().inverting
    return leads and not any(map(_is_verb, tokens[first : at - 1]))


def _is_verb(token: Token) -> bool:
    return token.lower in clause_words().finite or (
        is_participle(token.lower) and not token.capital
    )


def _is_one_of(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a noun phrase follows "one of", "two of the"."""
    at -= _has_article(tokens, at)
    counts = grammar().numerals | grammar().quantifiers | {"one"}
    return at - 2 >= first and tokens[at - 1].lower == "of" and tokens[at - 2].lower in counts


def _has_article(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].lower in _determiners()


def _lead_words() -> frozenset[str]:
    return floor_words().leading | grammar().conjunctions_of_clauses


def _is_led(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a preposition stands before the noun phrase at a token."""
    while at > first and tokens[at - 1].lower in _determiners():
        at -= 1
    return at > first and tokens[at - 1].lower in floor_words().leading


def _determiners() -> frozenset[str]:
    return frozenset(grammar().articles | grammar().possessives_all)


def may_speak(voices: Voices, mention: Mention) -> bool:
    """Whether a mention may be somebody who speaks: a person, or a name that is no place."""
    speaker = voices.index.speaker_of(mention)
    if mention.placed:
        return False
    if speaker.type in PEOPLE:
        return True
    if not mention.named:
        return False
    before = voices.index.tokenized.tokens[mention.first - 1].lower if mention.first else ""
    return len(mention.words) > 1 or len(speaker.mentions) > 1 or before in speaker_nouns()
