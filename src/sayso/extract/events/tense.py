"""The tense of a verb, as far as the words before it tell."""

from collections.abc import Sequence
from enum import StrEnum

from sayso.extract.events.triggers import Trigger
from sayso.lexicon.inflect import Form
from sayso.lexicon.tenses import tense_words
from sayso.text.words import Word

QUOTES = frozenset('"“”:')
MAX_WORDS_TO_HELPER = 7  # words before a verb where its helpers may stand


class Tense(StrEnum):
    """When a verb says that it is, seen from the report."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"  # had done
    FUTURE = "future"  # will do, would do
    INFINITIVE = "infinitive"  # to do; do!
    PARTICIPLE = "participle"  # doing; done by: it has the time of another verb
    NOUN = "noun"  # no verb at all


# The tense that a helper gives; of several helpers, the first in this order counts.
TENSE_OF_HELPER = (
    ("had", Tense.PLUPERFECT),
    ("to", Tense.INFINITIVE),
    ("ahead", Tense.FUTURE),
    ("have", Tense.PERFECT),
    ("past", Tense.PAST),
    ("present", Tense.PRESENT),
)


def tense_of(tokens: Sequence[Word], trigger: Trigger) -> Tense:
    """The tense of a trigger."""
    if trigger.form is None:
        return Tense.NOUN
    helpers = _helpers_before(tokens, trigger.first)
    for helper, tense in TENSE_OF_HELPER:
        if helper in helpers:
            return tense
    if trigger.form in (Form.ING, Form.PARTICIPLE) or "be" in helpers:
        return Tense.PARTICIPLE
    if trigger.form is Form.DID:
        return Tense.PAST
    if trigger.form is Form.PAST:
        return Tense.PARTICIPLE if _describes_noun(tokens, trigger) else Tense.PAST
    opens = trigger.first == 0 or tokens[trigger.first - 1].lower in QUOTES
    return Tense.INFINITIVE if trigger.form is Form.BASE and opens else Tense.PRESENT


def _helpers_before(tokens: Sequence[Word], at: int) -> set[str]:
    """The kinds of helpers before a verb; adverbs may stand among them."""
    known = tense_words()
    found: set[str] = set()
    for word in reversed(tokens[max(0, at - MAX_WORDS_TO_HELPER) : at]):
        helper = known.helpers.get(word.lower)
        if helper is not None:
            found.add(helper)
        elif not (word.lower in known.between or word.lower.endswith("ly")):
            break
    return found


def _describes_noun(tokens: Sequence[Word], trigger: Trigger) -> bool:
    """Whether a past form describes a thing: "the expected rise", "figures released by"."""
    before = tokens[trigger.first - 1].lower if trigger.first else ""
    if before == "first" and trigger.first > 1:  # "he first spoke", not "the first spoken"
        before = tokens[trigger.first - 2].lower
    after = tokens[trigger.last].lower if trigger.last < len(tokens) else ""
    known = tense_words()
    aside = before == "," and after in known.determiners and after not in known.objects
    behind = tokens[trigger.last + 1].lower if trigger.last + 1 < len(tokens) else ""
    made = after == "by" and not (behind.endswith("ing") or behind[:1].isdigit())
    return made or before in known.determiners or aside
