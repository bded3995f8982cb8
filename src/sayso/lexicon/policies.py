"""What policies.toml says, checked."""

from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, table, word_list
from sayso.lexicon.phrases import Phrases, phrases_by_first_word
from sayso.model.limits import check_counts

KEYS = (
    *("ucdp.words", "acled.words", "airwars.words", "voices.own"),
    *(
        f"background.{name}"
        for name in (
            *("since", "start", "phrases", "running", "perfect", "comparing", "another"),
            "history",
            *("happenings", "crimes", "separate", "summed", "across", "yearly"),
        )
    ),
)
Phrase = tuple[str, ...]
Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class BackgroundWords:
    """Words that show that a figure is of a longer time than one event.

    Phrases are tuples of words in lower case, filed under their first word, longest first.
    `happenings` and `crimes` behind a word of `separate` are several events; so are `crimes` behind
    a word of `summed` or before one of `across`. `yearly` are crimes that are counted by the year.
    """

    since: frozenset[str]
    start: Phrases
    phrases: Phrases
    running: Phrases
    perfect: frozenset[str]
    comparing: frozenset[str]
    another: Phrases
    history: Phrases
    happenings: frozenset[str]
    crimes: frozenset[str]
    separate: frozenset[str]
    summed: frozenset[str]
    across: frozenset[str]
    yearly: frozenset[str]


@cache
def vague_bounds(policy: str) -> dict[Phrase, Bounds]:
    """What a policy reads in words such as "dozens", longest first. Raises BrokenLexicon."""
    section = table("policies").get(policy, {})
    given = section.get("words") if isinstance(section, dict) else None
    if not isinstance(given, dict):
        raise BrokenLexicon(f"policies.toml: there is no {policy}.words")
    bounds = {
        tuple(phrase.split()): _checked_bounds(f"{policy}.words.{phrase}", given[phrase])
        for phrase in given
    }
    return dict(sorted(bounds.items(), key=lambda entry: (-len(entry[0]), entry[0])))


@cache
def outlet_voice_words() -> frozenset[str]:
    """What a report calls itself. Raises BrokenLexicon."""
    return frozenset(word_list("policies", "voices", "own"))


@cache
def background_words() -> BackgroundWords:
    """The words of longer times. Raises BrokenLexicon."""
    refuse_unknown("policies", KEYS)
    return BackgroundWords(
        since=frozenset(word_list("policies", "background", "since")),
        start=phrases_by_first_word("policies", "background", "start"),
        phrases=phrases_by_first_word("policies", "background", "phrases"),
        running=phrases_by_first_word("policies", "background", "running"),
        perfect=frozenset(word_list("policies", "background", "perfect")),
        comparing=frozenset(word_list("policies", "background", "comparing")),
        another=phrases_by_first_word("policies", "background", "another"),
        history=phrases_by_first_word("policies", "background", "history"),
        happenings=frozenset(word_list("policies", "background", "happenings")),
        crimes=frozenset(word_list("policies", "background", "crimes")),
        separate=frozenset(word_list("policies", "background", "separate")),
        summed=frozenset(word_list("policies", "background", "summed")),
        across=frozenset(word_list("policies", "background", "across")),
        yearly=frozenset(word_list("policies", "background", "yearly")),
    )


def _checked_bounds(key: str, given: object) -> Bounds:
    if isinstance(given, list) and len(given) == 2 and all(type(bound) is int for bound in given):
        low, high = given
        try:
            check_counts(low, high)
        except ValueError as error:
            raise BrokenLexicon(f"policies.toml: {key}: {error}") from error
        return low, high
    raise BrokenLexicon(f"policies.toml: {key} is not the lowest and the highest number")
