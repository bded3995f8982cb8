"""Claims that say nothing themselves and mean what was said before: "these accusations", "a lie"."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.compare.terms import bare, terms_of
from sayso.lexicon.points import point_words
from sayso.text.words import Word

LONGEST = 12  # words of a content that only points back
HEAD = 6  # words in which the noun stands that it points back by
OWNING = ("'s", "’s", "s'", "s’", "'", "’")


@dataclass(frozen=True, slots=True)
class BackReference:
    """What a content means of what was said before.

    `accusing` where it must be a charge; `owners` are terms of whoever made it, if that is said
    ("the opposition's allegation"); `untrue` where the words call it so; `thin` where a
    word of its own may also tell what is meant ("deny the strike").
    """

    accusing: bool
    owners: frozenset[str]
    untrue: bool
    thin: bool = False


UNTRUE = BackReference(accusing=False, owners=frozenset(), untrue=True)


def pointing_of(found: Sequence[Word], speaks_up: bool) -> BackReference | None:
    """How the words point back; None where they say something themselves.

    `speaks_up` is false where the speaker gives away nothing, or only denies: "to comment", "the
    incident" then mean what was said just before.
    """
    lexicon = point_words()
    lower = [bare(word) for word in found if word.lower[0].isalnum()]
    if not lower:
        return None
    owned = _owners(found)
    owners = terms_of([word for word in owned if bare(word) not in lexicon.about])
    nouns = lexicon.accusation | lexicon.statement
    named = [word for word in lower[:HEAD] if word in nouns]
    untrue = any(word in lexicon.untrue for word in lower)
    known = nouns | lexicon.untrue | lexicon.about | lexicon.determiner
    left = terms_of([word for word in found if bare(word) not in known]) - owners
    if len(lower) <= LONGEST and _points(lower, bool(named), bool(owned), untrue, len(left)):
        accusing = any(word in lexicon.accusation for word in named)
        return BackReference(accusing, owners, untrue)
    if not speaks_up and len(left) < 2 and len(lower) <= LONGEST:
        return BackReference(False, frozenset(), False, thin=bool(left))
    return None


def _points(lower: Sequence[str], named: bool, owned: bool, untrue: bool, left: int) -> bool:
    """Whether a noun for something said, or a pronoun, is all there is but for what it is called."""
    lexicon = point_words()
    opens = lower[0] in lexicon.determiner or owned
    if named and opens:
        return left <= untrue
    if lower[0] in lexicon.determiner and left == 0:
        return untrue or len(lower) == 1
    return untrue and left == 0


def _owners(found: Sequence[Word]) -> list[Word]:
    """The words for whoever something is of: up to an apostrophe, or behind "of" and "by"."""
    for at, word in enumerate(found[:HEAD]):
        split = at + 1 < len(found) and found[at + 1].lower in OWNING
        if word.lower.endswith(OWNING[:4]) or split:
            return [*found[: at + 1]]
    for at, word in enumerate(found[:HEAD]):
        if word.lower in ("by", "from") and at:
            return [*found[at + 1 : at + 4]]
    return []
