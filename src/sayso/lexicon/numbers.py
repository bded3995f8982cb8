"""What numbers.toml says, checked."""

from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, table, word_list
from sayso.model.happening import Precision

Phrase = tuple[str, ...]
Qualifiers = dict[str, list[tuple[Phrase, Precision]]]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words with their values, and phrases with what they make of a number.

    `before` files a qualifier under its last word, `behind`, `vague` and `fixed` a phrase under its
    first, longest first. `around` holds the lists of words that may stand beside a number.
    """

    ones: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    groups: dict[str, int]
    fixed: dict[str, list[tuple[Phrase, int]]]
    vague: dict[str, list[Phrase]]
    before: Qualifiers
    behind: Qualifiers
    around: dict[str, frozenset[str]]


TABLES = (
    *("ones", "tens", "scales", "groups", "fixed", "qualifiers", "behind", "parts.fractions"),
)
LISTS = (
    "after_no",
    "over_verbs",
    "range",
    "change",
    "units",
    "labels",
    "streets",
    "before_one",
    "after_one",
    "after_thousands",
    "scores",
    "emergency",
    "calling",
    "aged_nouns",
    "behind_age",
)


@cache
def number_words() -> NumberWords:
    """The words of numbers. Raises BrokenLexicon."""
    refuse_unknown("numbers", (*TABLES, *(f"words.{name}" for name in ("vague", *LISTS))))
    fixed: dict[str, list[tuple[Phrase, int]]] = {}
    for phrase, value in word_values("numbers", "fixed").items():
        fixed.setdefault(phrase.split()[0], []).append((tuple(phrase.split()), value))
    vague: dict[str, list[Phrase]] = {}
    for phrase in word_list("numbers", "words", "vague"):
        vague.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return NumberWords(
        ones=word_values("numbers", "ones"),
        tens=word_values("numbers", "tens"),
        scales=word_values("numbers", "scales"),
        groups=word_values("numbers", "groups"),
        fixed={key: sorted(some, key=lambda one: -len(one[0])) for key, some in fixed.items()},
        vague={key: sorted(some, key=len, reverse=True) for key, some in vague.items()},
        before=_qualifiers_filed("qualifiers", filed=-1),
        behind=_qualifiers_filed("behind", filed=0),
        around={name: frozenset(word_list("numbers", "words", name)) for name in LISTS}
        | {"fractions": frozenset(word_list("numbers", "parts", "fractions"))},
    )


def _qualifiers_filed(key: str, filed: int) -> Qualifiers:
    kinds = table("numbers").get(key)
    if not isinstance(kinds, dict) or not set(kinds) <= {kind.value for kind in Precision}:
        raise BrokenLexicon(f"numbers.toml: {key} files phrases under kinds of figures")
    found: Qualifiers = {}
    for kind in kinds:
        for phrase in word_list("numbers", key, kind):
            parts = tuple(phrase.replace(".", " .").split())
            found.setdefault(parts[filed], []).append((parts, Precision(kind)))
    return {key: sorted(some, key=lambda one: -len(one[0])) for key, some in found.items()}


def word_values(name: str, key: str) -> dict[str, int]:
    """A table of words and whole numbers. Raises BrokenLexicon where it is none."""
    found = table(name).get(key)
    if not isinstance(found, dict) or not all(type(value) is int for value in found.values()):
        raise BrokenLexicon(f"{name}.toml: {key} is not a table of words and whole numbers")
    return found
