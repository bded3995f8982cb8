"""The tense of a verb, as far as the words before it tell."""

from collections.abc import Sequence
from enum import StrEnum

from sayso.extract.events.triggers import Told
from sayso.lexicon.inflect import Form
from sayso.lexicon.tenses import tense_words
from sayso.text.words import Word

QUOTES = frozenset('"“”:')
LOOK_BACK = 7  # words before a verb in which its helpers stand


class Tense(StrEnum):
    """When a verb says that it is, seen from the report; `LOOSE` verbs lean on another verb."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"
    BEFORE = "before"  # had done
    AHEAD = "ahead"  # will do, would do
    WANTED = "wanted"  # to do; do!
    LOOSE = "loose"  # doing; done by
    NONE = "none"  # a noun


def tense(tokens: Sequence[Word], told: Told) -> Tense:
    """The tense of a trigger."""
    if told.form is None:
        return Tense.NONE
    helpers = _helpers(tokens, told.first)
    for name, found in (
        ("had", Tense.BEFORE),
        ("to", Tense.WANTED),
        ("ahead", Tense.AHEAD),
        ("have", Tense.PERFECT),
        ("past", Tense.PAST),
        ("present", Tense.PRESENT),
    ):
        if name in helpers:
            return found
    if told.form in (Form.ING, Form.PARTICIPLE) or "be" in helpers:
        return Tense.LOOSE
    if told.form is Form.DID:
        return Tense.PAST
    if told.form is Form.PAST:
        return Tense.LOOSE if _describes(tokens, told) else Tense.PAST
    opens = told.first == 0 or tokens[told.first - 1].lower in QUOTES
    return Tense.WANTED if told.form is Form.BASE and opens else Tense.PRESENT


def _helpers(tokens: Sequence[Word], at: int) -> set[str]:
    """The helpers before a verb, adverbs among them left out."""
    known = tense_words()
    found: set[str] = set()
    for word in reversed(tokens[max(0, at - LOOK_BACK) : at]):
        helper = known.helpers.get(word.lower)
        if helper is not None:
            found.add(helper)
        elif not (word.lower in known.between or word.lower.endswith("ly")):
            break
    return found


def _describes(tokens: Sequence[Word], told: Told) -> bool:
    """Whether a past form describes a thing: "the expected rise", "figures released by"."""
    before = tokens[told.first - 1].lower if told.first else ""
    after = tokens[told.last].lower if told.last < len(tokens) else ""
    known = tense_words()
    aside = before == "," and after in known.determiners and after not in known.objects
    behind = tokens[told.last + 1].lower if told.last + 1 < len(tokens) else ""
    made = after == "by" and not (behind.endswith("ing") or behind[:1].isdigit())
    return made or before in known.determiners or aside
