"""What policies.toml says, checked."""

from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, table, words
from sayso.model.limits import check_counts

KEYS = (
    *("ucdp.words", "acled.words", "airwars.words", "voices.own"),
    *(
        f"background.{name}"
        for name in (
            *("since", "start", "phrases", "running", "perfect", "comparing", "another"),
            *("happenings", "crimes", "separate", "summed", "across", "yearly"),
        )
    ),
)
Phrase = tuple[str, ...]
Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Background:
    """Words that show that a figure is of a longer time than one happening.

    Phrases are tuples of words in lower case, filed under their first word, longest first.
    `happenings` are many behind a word of `separate`; so are `crimes`, and behind one of `summed`
    or before one of `across`. `yearly` are crimes that are counted by the year.
    """

    since: frozenset[str]
    start: dict[str, list[Phrase]]
    phrases: dict[str, list[Phrase]]
    running: dict[str, list[Phrase]]
    perfect: frozenset[str]
    comparing: frozenset[str]
    another: dict[str, list[Phrase]]
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
    found = {
        tuple(phrase.split()): _bounds(f"{policy}.words.{phrase}", given[phrase])
        for phrase in given
    }
    return dict(sorted(found.items(), key=lambda one: (-len(one[0]), one[0])))


@cache
def own_voice() -> frozenset[str]:
    """What a report calls itself. Raises BrokenLexicon."""
    return frozenset(words("policies", "voices", "own"))


@cache
def background() -> Background:
    """The words of longer times. Raises BrokenLexicon."""
    refuse_unknown("policies", KEYS)
    return Background(
        since=frozenset(words("policies", "background", "since")),
        start=_filed(words("policies", "background", "start")),
        phrases=_filed(words("policies", "background", "phrases")),
        running=_filed(words("policies", "background", "running")),
        perfect=frozenset(words("policies", "background", "perfect")),
        comparing=frozenset(words("policies", "background", "comparing")),
        another=_filed(words("policies", "background", "another")),
        happenings=frozenset(words("policies", "background", "happenings")),
        crimes=frozenset(words("policies", "background", "crimes")),
        separate=frozenset(words("policies", "background", "separate")),
        summed=frozenset(words("policies", "background", "summed")),
        across=frozenset(words("policies", "background", "across")),
        yearly=frozenset(words("policies", "background", "yearly")),
    )


def _bounds(key: str, given: object) -> Bounds:
    if isinstance(given, list) and len(given) == 2 and all(type(one) is int for one in given):
        low, high = given
        try:
            check_counts(low, high)
        except ValueError as error:
            raise BrokenLexicon(f"policies.toml: {key}: {error}") from error
        return low, high
    raise BrokenLexicon(f"policies.toml: {key} is not the lowest and the highest number")


def _filed(phrases: tuple[str, ...]) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return {first: sorted(some, key=lambda one: (-len(one), one)) for first, some in found.items()}
