"""What grammar.toml says, checked: the small words of English, and its marks."""

from dataclasses import dataclass, fields
from functools import cache

from sayso.lexicon.load import refuse_unknown
from sayso.lexicon.phrases import single_words

SECTIONS = (
    *("possessives", "negations", "pronouns", "auxiliaries", "shortened", "conjunctions"),
    *("prepositions", "marks", "halves"),
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes of words, in lower case, and of marks. A field is named after its key in
    grammar.toml, with the table that holds it before it: `pronouns_relative`."""

    indefinite_articles: frozenset[str]
    articles: frozenset[str]
    demonstratives: frozenset[str]
    quantifiers: frozenset[str]
    numerals: frozenset[str]
    halves_first: frozenset[str]
    halves_second: frozenset[str]
    possessives_third: frozenset[str]
    possessives_unaddressed: frozenset[str]
    possessives_all: frozenset[str]
    negations_plain: frozenset[str]
    negations_all: frozenset[str]
    pronouns_people: frozenset[str]
    pronouns_subject: frozenset[str]
    pronouns_object: frozenset[str]
    pronouns_object_people: frozenset[str]
    pronouns_first: frozenset[str]
    pronouns_second: frozenset[str]
    pronouns_he: frozenset[str]
    pronouns_she: frozenset[str]
    pronouns_it: frozenset[str]
    pronouns_they: frozenset[str]
    pronouns_relative: frozenset[str]
    pronouns_question: frozenset[str]
    pronouns_indefinite: frozenset[str]
    auxiliaries_be_finite: frozenset[str]
    auxiliaries_be: frozenset[str]
    auxiliaries_have: frozenset[str]
    auxiliaries_do: frozenset[str]
    auxiliaries_modals: frozenset[str]
    auxiliaries_of_possibility: frozenset[str]
    shortened_past: frozenset[str]
    shortened_present: frozenset[str]
    shortened_perfect: frozenset[str]
    shortened_before_past: frozenset[str]
    shortened_modal: frozenset[str]
    conjunctions_joining: frozenset[str]
    conjunctions_of_clauses: frozenset[str]
    prepositions_plain: frozenset[str]
    prepositions_to_thing: frozenset[str]
    prepositions_of_time: frozenset[str]
    marks_dashes: frozenset[str]
    marks_hyphens: frozenset[str]
    marks_soft_hyphens: frozenset[str]
    marks_apostrophes: frozenset[str]
    marks_opening_double_quotes: frozenset[str]
    marks_possessive_endings: frozenset[str]


@cache
def grammar() -> Grammar:
    """The small words and marks. Raises BrokenLexicon."""
    keys = {field.name: _dotted_key(field.name) for field in fields(Grammar)}
    refuse_unknown("grammar", keys.values())
    return Grammar(**{name: single_words("grammar", *key.split(".")) for name, key in keys.items()})


def _dotted_key(name: str) -> str:
    section, _, key = name.partition("_")
    return f"{section}.{key}" if section in SECTIONS else name
