"""What numbers.toml says, checked."""

from dataclasses import dataclass, fields
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, table, word_list
from sayso.model.happening import Precision

Phrase = tuple[str, ...]
Qualifiers = dict[str, list[tuple[Phrase, Precision]]]


@dataclass(frozen=True, slots=True)
class WordsAroundNumbers:
    """Words that stand beside numbers; a field is named after its key under `words` in numbers.toml."""

    openers: frozenset[str]
    behind_digits: frozenset[str]
    not_before_vague: frozenset[str]
    between_bounds: frozenset[str]
    after_no: frozenset[str]
    over_verbs: frozenset[str]
    range: frozenset[str]
    change: frozenset[str]
    suffixes: frozenset[str]
    before_units: frozenset[str]
    day_halves: frozenset[str]
    units: frozenset[str]
    labels: frozenset[str]
    capital_labels: frozenset[str]
    shortened_labels: frozenset[str]
    behind_house_number: frozenset[str]
    before_house_number: frozenset[str]
    streets: frozenset[str]
    before_one: frozenset[str]
    after_one: frozenset[str]
    one_of: frozenset[str]
    before_people: frozenset[str]
    plural_endings: frozenset[str]
    after_thousands: frozenset[str]
    scores: frozenset[str]
    emergency: frozenset[str]
    calling: frozenset[str]
    aged: frozenset[str]
    between_ages: frozenset[str]
    between_ages_in_words: frozenset[str]
    age_limits: frozenset[str]
    before_own_age: frozenset[str]
    behind_own_age: frozenset[str]
    before_age_of_two: frozenset[str]
    behind_age: frozenset[str]
    aged_nouns: frozenset[str]
    before_share: frozenset[str]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words with their values, and phrases with what they make of a number.

    `before` files a qualifier under its last word, `behind`, `vague`, `fixed` and `round` a phrase
    under its first, longest first.
    """

    ones: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    letters: dict[str, int]
    parts: dict[str, int]
    groups: dict[str, int]
    round: dict[str, list[tuple[Phrase, int]]]
    fixed: dict[str, list[tuple[Phrase, int]]]
    vague: dict[str, list[Phrase]]
    before: Qualifiers
    behind: Qualifiers
    around: WordsAroundNumbers


TABLES = (
    *("ones", "tens", "scales", "letters", "parts", "groups"),
    *("round", "fixed", "qualifiers", "behind"),
)
AROUND = tuple(field.name for field in fields(WordsAroundNumbers))


@cache
def number_words() -> NumberWords:
    """The words of numbers. Raises BrokenLexicon."""
    refuse_unknown("numbers", (*TABLES, *(f"words.{name}" for name in ("vague", *AROUND))))
    vague: dict[str, list[Phrase]] = {}
    for phrase in word_list("numbers", "words", "vague"):
        vague.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return NumberWords(
        ones=word_values("numbers", "ones"),
        tens=word_values("numbers", "tens"),
        scales=word_values("numbers", "scales"),
        letters=word_values("numbers", "letters"),
        parts=word_values("numbers", "parts"),
        groups=word_values("numbers", "groups"),
        round=_phrase_values("round"),
        fixed=_phrase_values("fixed"),
        vague={first: sorted(filed, key=len, reverse=True) for first, filed in vague.items()},
        before=_qualifiers_filed("qualifiers", filed=-1),
        behind=_qualifiers_filed("behind", filed=0),
        around=WordsAroundNumbers(
            **{name: frozenset(word_list("numbers", "words", name)) for name in AROUND}
        ),
    )


def _phrase_values(key: str) -> dict[str, list[tuple[Phrase, int]]]:
    """Phrases with their values by their first word, longest first."""
    by_first_word: dict[str, list[tuple[Phrase, int]]] = {}
    for phrase, value in word_values("numbers", key).items():
        by_first_word.setdefault(phrase.split()[0], []).append((tuple(phrase.split()), value))
    return {
        first: sorted(filed, key=lambda entry: -len(entry[0]))
        for first, filed in by_first_word.items()
    }


def _qualifiers_filed(key: str, filed: int) -> Qualifiers:
    kinds = table("numbers").get(key)
    if not isinstance(kinds, dict) or not set(kinds) <= {kind.value for kind in Precision}:
        raise BrokenLexicon(f"numbers.toml: {key} files phrases under kinds of figures")
    found: Qualifiers = {}
    for kind in kinds:
        for phrase in word_list("numbers", key, kind):
            parts = tuple(phrase.replace(".", " .").split())
            found.setdefault(parts[filed], []).append((parts, Precision(kind)))
    return {word: sorted(group, key=lambda entry: -len(entry[0])) for word, group in found.items()}


def word_values(name: str, key: str) -> dict[str, int]:
    """A table of words and whole numbers. Raises BrokenLexicon where it is none."""
    found = table(name).get(key)
    if not isinstance(found, dict) or not all(type(value) is int for value in found.values()):
        raise BrokenLexicon(f"{name}.toml: {key} is not a table of words and whole numbers")
    return found
