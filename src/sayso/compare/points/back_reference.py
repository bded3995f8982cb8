"""Claims that only refer back to another claim: "these accusations", "a lie"."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.compare.terms import bare_lower, terms_of
from sayso.lexicon.points import point_words
from sayso.text.marks import POSSESSIVE_ENDINGS
from sayso.text.words import Word

MAX_CONTENT_WORDS = 12  # of a content that only points back
MAX_WORDS_TO_NOUN = 6  # from the start of a content to its noun for something said
MAX_WORDS_OF_OWNER = 3  # behind "by"
APOSTROPHES = (*POSSESSIVE_ENDINGS, "s'", "s’")  # end the word for an owner
APOSTROPHES_APART = (*APOSTROPHES, "'", "’")  # the same, as a word of their own


@dataclass(frozen=True, slots=True)
class BackReference:
    """What a content says of what was said before.

    `owners` are the terms for who said it, where the words tell ("the opposition's allegation").
    `untrue` is whether the words call it untrue.
    """

    owners: frozenset[str]
    untrue: bool


UNTRUE_REFERENCE = BackReference(owners=frozenset(), untrue=True)


def find_back_reference(content: Sequence[Word], speaks_up: bool) -> BackReference | None:
    """How the words point back; None where they say something themselves.

    `speaks_up` is false where the speaker says nothing, or only denies: "to comment", "the incident"
    and "the strike" then mean what was said before.
    """
    lexicon = point_words()
    lower = [bare_lower(word) for word in content if word.lower[0].isalnum()]
    if not 0 < len(lower) <= MAX_CONTENT_WORDS:
        return None
    owner_words = _owner_words(content)
    owners = terms_of([word for word in owner_words if bare_lower(word) not in lexicon.about])
    nouns = lexicon.accusation | lexicon.statement
    named = not nouns.isdisjoint(lower[:MAX_WORDS_TO_NOUN])
    untrue = any(word in lexicon.untrue for word in lower)
    pointing = nouns | lexicon.untrue | lexicon.about | lexicon.determiner
    own_terms = terms_of([word for word in content if bare_lower(word) not in pointing]) - owners
    named_of_owner = named and bool(owner_words)
    if _only_points_back(lower, named, named_of_owner, untrue, len(own_terms)):
        return BackReference(owners, untrue)
    if not speaks_up and len(own_terms) < 2:
        return BackReference(frozenset(), untrue=False)
    return None


def _only_points_back(
    lower: Sequence[str], named: bool, named_of_owner: bool, untrue: bool, own_terms: int
) -> bool:
    """Whether the words are a noun for something said, or a pronoun, and perhaps what it is called.

    `own_terms` is how many terms of their own the words have.
    """
    determined = lower[0] in point_words().determiner
    if named and (determined or named_of_owner):
        return own_terms <= untrue
    if own_terms:
        return False
    return untrue or (determined and len(lower) == 1)


def _owner_words(content: Sequence[Word]) -> list[Word]:
    """The words for an owner: up to an apostrophe, or behind "by" and "from"."""
    for at, word in enumerate(content[:MAX_WORDS_TO_NOUN]):
        apart = at + 1 < len(content) and content[at + 1].lower in APOSTROPHES_APART
        if word.lower.endswith(APOSTROPHES) or apart:
            return [*content[: at + 1]]
    for at, word in enumerate(content[:MAX_WORDS_TO_NOUN]):
        if word.lower in point_words().before_owner and at:
            return [*content[at + 1 : at + 1 + MAX_WORDS_OF_OWNER]]
    return []
