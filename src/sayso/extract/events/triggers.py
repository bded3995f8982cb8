"""The words of a sentence that mention an event: forms of verbs, and nouns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.extract.casualties.harm_predicates import HarmPredicate, predicates_between
from sayso.lexicon.events import OTHER, TriggerPhrase, event_words
from sayso.lexicon.harms import Frame, harm_words
from sayso.lexicon.inflect import Form
from sayso.lexicon.tenses import tense_words
from sayso.model.happening import Harm
from sayso.text.marks import HYPHENS, is_possessive
from sayso.text.words import Word

CAPITALS_SHARE = 0.6  # of the longer words of a line; from here on it is a headline
MIN_LONG_LETTERS = 4  # letters of a word that a headline writes with a capital
MIN_LONG_WORDS = 3  # longer words that a headline has
MIN_PAST_LETTERS = 5  # letters of a form in -ed that is taken for a verb
QUOTES = "\"“‘'"


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words [first, last) of a sentence that mention an event; `form` is None for a noun.

    `suffered` where the subject of the verb is who it happens to: "died", "fled".
    """

    first: int
    last: int
    kind: str
    form: Form | None
    suffered: bool = False

    @property
    def is_verb(self) -> bool:
        """Whether it is a form of a verb."""
        return self.form is not None


def find_triggers(text: str, tokens: Sequence[Word]) -> list[Trigger]:
    """The triggers of a sentence, words of harm among them, in order and without overlap."""
    if not tokens:
        return []
    kinds = event_words().harms
    headline = _is_headline(text, tokens)
    predicates = predicates_between(text, tokens[0].start, tokens[-1].end)
    harm = {predicate.first: _harm_trigger(tokens, predicate, kinds) for predicate in predicates}
    listed = event_words().triggers
    found: list[Trigger] = []
    for at, word in enumerate(tokens):
        lower = word.lower
        if not (lower in listed or at in harm or lower.endswith("ed")):
            continue
        if found and at < found[-1].last:
            continue
        trigger = harm.get(at) or _trigger_at(text, tokens, at, headline)
        if trigger is not None:
            found.append(trigger)
    return found


def _harm_trigger(
    tokens: Sequence[Word], predicate: HarmPredicate, kinds: Mapping[Harm, str]
) -> Trigger:
    form = _harm_form(tokens[predicate.first].lower, predicate.frame)
    suffered = predicate.frame is Frame.HAPPEN
    return Trigger(predicate.first, predicate.last, kinds[predicate.harm], form, suffered)


def _harm_form(lower: str, frame: Frame) -> Form | None:
    """The form of a word of harm, as its ending shows it."""
    if frame is Frame.NOUNS:
        return None
    if frame is Frame.ADJECTIVES:
        return Form.PARTICIPLE
    if lower.endswith("ing"):
        return Form.ING
    return Form.THIRD if lower.endswith("s") else Form.PAST


def _trigger_at(text: str, tokens: Sequence[Word], at: int, headline: bool) -> Trigger | None:
    """The trigger that begins at a word and is no word of harm."""
    lower, known = tokens[at].lower, event_words()
    if lower in known.things or _is_name(text, tokens, at, headline):
        return None
    phrases = [phrase for phrase in known.triggers.get(lower, ()) if _matches(phrase, tokens, at)]
    if not phrases:
        return _unlisted_verb(tokens, at)
    if phrases[0].form in (Form.BASE, Form.THIRD) and _follows_determiner(tokens, at):
        phrases = [phrase for phrase in phrases if phrase.form is None] or phrases
    longest = len(phrases[0].phrase)
    phrases = [phrase for phrase in phrases if len(phrase.phrase) == longest]
    chosen = _verb_or_noun(text, tokens, at, phrases)
    if chosen is None:
        return None
    if chosen.form is None and at > 0 and tokens[at - 1].lower in harm_words().people:
        chosen = next((phrase for phrase in phrases if phrase.form is not None), None)
    return Trigger(at, at + longest, chosen.kind, chosen.form) if chosen else None


def _matches(phrase: TriggerPhrase, tokens: Sequence[Word], at: int) -> bool:
    """Whether all words of a phrase stand here; the first one does."""
    size = len(phrase.phrase)
    return size == 1 or tuple(word.lower for word in tokens[at : at + size]) == phrase.phrase


def _verb_or_noun(
    text: str, tokens: Sequence[Word], at: int, phrases: Sequence[TriggerPhrase]
) -> TriggerPhrase | None:
    """The verb or the noun, judged by the words around it."""
    verb = next((phrase for phrase in phrases if phrase.form is not None), None)
    noun = next((phrase for phrase in phrases if phrase.form is None), None)
    if verb is None or (len(verb.phrase) > 1 and noun is None):
        return verb or (None if noun and _follows_subject(tokens, at) else noun)
    if verb.form not in (Form.BASE, Form.THIRD):
        if verb.form is Form.ING and noun is not None and _follows_determiner(tokens, at):
            return noun
        return verb
    if _follows_subject(tokens, at):
        return verb
    if _follows_determiner(tokens, at):
        return noun
    if not verb.doubtful:
        return verb
    return verb if _has_verb_context(text, tokens, at, verb) else noun


def _follows_subject(tokens: Sequence[Word], at: int) -> bool:
    """Whether a helper, or who does it, stands before a verb."""
    known = tense_words()
    before = _word_before(tokens, at)
    return (
        before in known.subjects
        or known.helpers.get(before) in ("ahead", "to")
        or before in known.doing
    )


def _follows_determiner(tokens: Sequence[Word], at: int) -> bool:
    """Whether the word before leads to a noun: "the", "in", "Mali's"."""
    before = _word_before(tokens, at)
    return before in tense_words().determiners or is_possessive(before)


def _word_before(tokens: Sequence[Word], at: int) -> str:
    """The word before, adverbs left out."""
    adverbs = tense_words().adverbs
    at -= 1
    while at >= 0 and (tokens[at].lower.endswith("ly") or tokens[at].lower in adverbs):
        at -= 1
    return tokens[at].lower if at >= 0 else ""


def _has_verb_context(text: str, tokens: Sequence[Word], at: int, verb: TriggerPhrase) -> bool:
    """Whether the words beside a form that may be a noun show a verb.

    They do if its object follows, or if a name stands before it and no word that goes with a noun
    follows.
    """
    stop = at + len(verb.phrase)
    named = at > 0 and text[tokens[at - 1].start].isupper()
    known = tense_words()
    if verb.form is Form.BASE:
        return named and _opens_object(text, tokens, stop)
    lower = tokens[stop].lower if stop < len(tokens) else "."
    plain = lower[0].isalpha() and (lower not in known.determiners or lower in known.objects)
    return _opens_object(text, tokens, stop) or (named and plain and lower not in known.behind_noun)


def _opens_object(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether the object of a verb may begin here."""
    if at >= len(tokens):
        return False
    lower = tokens[at].lower
    return lower in tense_words().objects or lower[0].isdigit() or text[tokens[at].start].isupper()


def _unlisted_verb(tokens: Sequence[Word], at: int) -> Trigger | None:
    """A verb of no listed kind: a form in -ed behind a helper or a subject."""
    lower = tokens[at].lower
    if len(lower) < MIN_PAST_LETTERS or not lower.endswith("ed") or lower.endswith("eed"):
        return None
    before = _word_before(tokens, at)
    known = tense_words()
    led = before in known.subjects or before in known.helpers
    return Trigger(at, at + 1, OTHER, Form.PAST) if led else None


def _is_name(text: str, tokens: Sequence[Word], at: int, headline: bool) -> bool:
    """Whether a capital letter, or a hyphen, makes the word part of a name or of another word."""
    capital = (
        not headline
        and text[tokens[at].start].isupper()
        and at > 0
        and tokens[at - 1].lower not in QUOTES
    )
    after = at + 1 < len(tokens) and tokens[at + 1]
    hyphened = after and after.lower in HYPHENS and after.start == tokens[at].end
    before = at > 0 and tokens[at - 1].lower in HYPHENS and tokens[at - 1].end == tokens[at].start
    return bool(capital or hyphened or before)


def _is_headline(text: str, tokens: Sequence[Word]) -> bool:
    """Whether nearly every longer word has a capital letter, or every letter is one."""
    if text[tokens[0].start : tokens[-1].end].isupper():
        return True
    long = [word for word in tokens if len(word.lower) >= MIN_LONG_LETTERS and word.lower.isalpha()]
    capitals = sum(text[word.start].isupper() for word in long)
    return (
        len(long) >= MIN_LONG_WORDS
        and capitals >= CAPITALS_SHARE * len(long)
        and text[tokens[-1].start] != "."
    )
