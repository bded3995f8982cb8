"""The words of a sentence that tell of an event: forms of verbs, and nouns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.extract.casualties.harm_predicates import HarmPredicate, harmings
from sayso.lexicon.happenings import OTHER, Trigger, happenings
from sayso.lexicon.harms import Frame, harm_words
from sayso.lexicon.inflect import Form
from sayso.lexicon.tenses import tense_words
from sayso.model.happening import Harm
from sayso.text.words import Word

TITLED = 0.6  # share of capitals from which a line is a headline whose words all have one
LONG = 4  # letters of a word that a headline writes with a capital


@dataclass(frozen=True, slots=True)
class Told:
    """A trigger at words [first, last) of a sentence; `form` is None for a noun.

    What `happens` has only somebody to whom it happens: "died", "fled".
    """

    first: int
    last: int
    kind: str
    form: Form | None
    happens: bool = False

    @property
    def verb(self) -> bool:
        """Whether it is a form of a verb."""
        return self.form is not None


def find_triggers(text: str, tokens: Sequence[Word]) -> list[Told]:
    """The triggers of a sentence, words of harm among them, in order and without overlap."""
    kinds = happenings().harms
    titled = _is_headline(text, tokens)
    harm = {one.first: _harmed(tokens, one, kinds) for one in harmings(tokens)}
    found = []
    at = 0
    while at < len(tokens):
        here = harm.get(at) or _triggered(text, tokens, at, titled)
        if here is not None:
            found.append(here)
        at = here.last if here is not None else at + 1
    return found


def _harmed(tokens: Sequence[Word], one: HarmPredicate, kinds: Mapping[Harm, str]) -> Told:
    form = _harm_form(tokens[one.first].lower, one.frame)
    return Told(one.first, one.last, kinds[one.harm], form, one.frame is Frame.HAPPEN)


def _harm_form(lower: str, frame: Frame) -> Form | None:
    if frame is Frame.NOUNS:
        return None
    if frame is Frame.ADJECTIVES:
        return Form.PARTICIPLE
    if lower.endswith("ing"):
        return Form.ING
    return Form.THIRD if lower.endswith("s") else Form.PAST


def _triggered(text: str, tokens: Sequence[Word], at: int, titled: bool) -> Told | None:
    word = tokens[at]
    known = happenings()
    if word.lower in known.things or _is_name(text, tokens, at, titled):
        return None
    triggers = [one for one in known.triggers.get(word.lower, ()) if _stands(one, tokens, at)]
    if not triggers:
        return _unlisted(tokens, at)
    longest = len(triggers[0].phrase)
    triggers = [one for one in triggers if len(one.phrase) == longest]
    one = _chosen(text, tokens, at, triggers)
    if one is None:
        return None
    if one.form is None and at > 0 and tokens[at - 1].lower in harm_words().people:
        one = next((other for other in triggers if other.form is not None), None)
    return Told(at, at + longest, one.kind, one.form) if one else None


def _stands(trigger: Trigger, tokens: Sequence[Word], at: int) -> bool:
    size = len(trigger.phrase)
    return size == 1 or tuple(word.lower for word in tokens[at : at + size]) == trigger.phrase


def _chosen(
    text: str, tokens: Sequence[Word], at: int, triggers: Sequence[Trigger]
) -> Trigger | None:
    """The verb or the noun, whichever the words around speak for."""
    verb = next((one for one in triggers if one.form is not None), None)
    noun = next((one for one in triggers if one.form is None), None)
    if verb is None or (len(verb.phrase) > 1 and noun is None):
        return verb or (None if noun and _led_to(tokens, at) else noun)
    if verb.form not in (Form.BASE, Form.THIRD):
        if verb.form is Form.ING and noun is not None and _is_noun(tokens, at):
            return noun
        return verb
    if _led_to(tokens, at):
        return verb
    if _is_noun(tokens, at):
        return noun
    if not verb.doubtful:
        return verb
    return verb if _shown(text, tokens, at, verb) else noun


def _led_to(tokens: Sequence[Word], at: int) -> bool:
    """Whether a helper, or who does it, stands before a verb."""
    known = tense_words()
    before = _before(tokens, at)
    return (
        before in known.subjects
        or known.helpers.get(before) in ("ahead", "to")
        or (
            before
            in ("did", "do", "does", "didn't", "don't", "doesn't", "didn’t", "don’t", "doesn’t")
        )
    )


def _is_noun(tokens: Sequence[Word], at: int) -> bool:
    before = _before(tokens, at)
    return before in tense_words().determiners or before.endswith(("'s", "’s"))


def _before(tokens: Sequence[Word], at: int) -> str:
    """The word before, adverbs left out."""
    at -= 1
    while at >= 0 and (
        tokens[at].lower.endswith("ly")
        or tokens[at].lower in tense_words().between - {"all", "first"}
    ):
        at -= 1
    return tokens[at].lower if at >= 0 else ""


def _shown(text: str, tokens: Sequence[Word], at: int, verb: Trigger) -> bool:
    """Whether what stands beside a form that may be a noun shows a verb: its object behind it, or
    before it a name, and behind it no word that goes with a noun."""
    stop = at + len(verb.phrase)
    named = at > 0 and text[tokens[at - 1].start].isupper()
    known = tense_words()
    if verb.form is Form.BASE:
        return named and _takes_object(text, tokens, stop)
    lower = tokens[stop].lower if stop < len(tokens) else "."
    plain = lower[0].isalpha() and (lower not in known.determiners or lower in known.objects)
    return _takes_object(text, tokens, stop) or (named and plain and lower not in ("and", "or"))


def _takes_object(text: str, tokens: Sequence[Word], at: int) -> bool:
    if at >= len(tokens):
        return False
    lower = tokens[at].lower
    return lower in tense_words().objects or lower[0].isdigit() or text[tokens[at].start].isupper()


def _unlisted(tokens: Sequence[Word], at: int) -> Told | None:
    """A verb that no kind lists: a form in -ed behind a helper or who does it."""
    lower = tokens[at].lower
    if len(lower) < 5 or not lower.endswith("ed") or lower.endswith("eed"):
        return None
    before = _before(tokens, at)
    known = tense_words()
    led = before in known.subjects or before in known.helpers
    return Told(at, at + 1, OTHER, Form.PAST) if led else None


def _is_name(text: str, tokens: Sequence[Word], at: int, titled: bool) -> bool:
    """Whether a capital letter, or a hyphen, makes the word part of a name or of another word."""
    capital = (
        not titled
        and text[tokens[at].start].isupper()
        and at > 0
        and tokens[at - 1].lower not in "\"“‘'"
    )
    after = at + 1 < len(tokens) and tokens[at + 1]
    hyphened = after and after.lower in "-‐‑" and after.start == tokens[at].end
    before = at > 0 and tokens[at - 1].lower in "-‐‑" and tokens[at - 1].end == tokens[at].start
    return bool(capital or hyphened or before)


def _is_headline(text: str, tokens: Sequence[Word]) -> bool:
    """Whether nearly every longer word has a capital letter, or every letter is one."""
    if tokens and text[tokens[0].start : tokens[-1].end].isupper():
        return True
    long = [word for word in tokens if len(word.lower) >= LONG and word.lower.isalpha()]
    capitals = sum(text[word.start].isupper() for word in long)
    return len(long) >= 3 and capitals >= TITLED * len(long) and text[tokens[-1].start] != "."
