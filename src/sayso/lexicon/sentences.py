"""What sentences.toml says, checked: what may stand before a full stop that ends no sentence."""

from dataclasses import dataclass, fields
from functools import cache

from sayso.lexicon.load import refuse_unknown
from sayso.lexicon.phrases import single_words


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """Abbreviations by what they do to a sentence, what is left of `elided` words, and `openers`."""

    titles: frozenset[str]
    before_digits: frozenset[str]
    others: frozenset[str]
    elided: frozenset[str]
    openers: frozenset[str]


@cache
def sentence_words() -> SentenceWords:
    """The words. Raises BrokenLexicon."""
    names = [field.name for field in fields(SentenceWords)]
    refuse_unknown("sentences", names)
    return SentenceWords(*(single_words("sentences", name) for name in names))
