"""Which sentences of a report say something, and which are headings, credits and labels."""

from collections.abc import Sequence

from sayso.extract.speech.finite_verbs import finite_verb, is_infinitive
from sayso.extract.stance.joined_words import joined_words
from sayso.lexicon.harms import harm_words
from sayso.lexicon.phrases import phrase_length_at
from sayso.lexicon.propositions import proposition_words
from sayso.text.quotes import CLOSING, STRAIGHT
from sayso.text.words import Word

MIN_LETTERS = 20
MIN_WORDS_WITHOUT_VERB = 8  # of a sentence with a full stop whose verb the lexicon may not know
STOPS = frozenset(".!?…")
CLOSING_MARKS = "".join([*CLOSING, *STRAIGHT, ")", "]"])
MAX_WORDS = 60


def says_something(body: str, start: int, end: int) -> bool:
    """Whether a sentence says something: it has a verb of its own, or tells a harm."""
    if sum(map(str.isalpha, body[start:end])) < MIN_LETTERS:
        return False
    marked = joined_words(body, start, end)[:MAX_WORDS]
    spelt = [word for word in marked if word.lower[0].isalnum()]
    if finite_verb(body, spelt, doubtful=False) is not None:
        return True
    if phrase_length_at(proposition_words().furniture, [word.lower for word in marked], 0):
        return False
    if finite_verb(body, spelt, doubtful=True) is not None or _tells_harm(spelt):
        return True
    if body[start:end].rstrip(CLOSING_MARKS)[-1:] in STOPS:
        return len(spelt) >= MIN_WORDS_WITHOUT_VERB
    return any(is_infinitive(body, spelt, at) for at in range(1, len(spelt)))


def _tells_harm(spelt: Sequence[Word]) -> bool:
    """Whether a word for a harm stands there: "Nine dead in market blast"."""
    predicates = harm_words().predicates
    return any(
        one.harm is not None and len(one.phrase) == 1
        for word in spelt
        for one in predicates.get(word.lower, ())
    )
