"""Every place in a text where somebody or something that may speak is named or described."""

from collections.abc import Collection, Sequence

from sayso.extract.casting.mentions import Mention, span_of
from sayso.extract.casting.names import Name, lower, names
from sayso.extract.casting.phrases import countries, phrases
from sayso.extract.casting.roles import with_roles
from sayso.extract.casting.tokens import Reading
from sayso.lexicon.actors import small
from sayso.model.speech import ActorType


def find_mentions(
    reading: Reading, starts: Collection[int], stops: Collection[int]
) -> list[Mention]:
    """Names and noun phrases in text order, those that only give a role joined to its bearer.

    `starts` and `stops` are the tokens where sources begin and behind which they end.
    """
    named = names(reading)
    taken = {token for name in named for token in range(name.opens, name.stop)}
    described = phrases(reading, taken, starts, stops)
    found = [*(_named(reading, name) for name in named), *described]
    found.sort(key=lambda one: (one.outer[0], -one.outer[1]))
    borne = with_roles(reading, _without_inner(found))
    return sorted(borne, key=lambda one: (one.outer[0], -one.outer[1]))


def _named(reading: Reading, name: Name) -> Mention:
    words = lower(reading, name.first, name.stop)
    offices = frozenset(name.offices)
    opens = name.opens
    role = None
    if name.offices and opens < name.first:
        role = span_of(reading, opens, name.first)
    return Mention(
        first=name.first,
        stop=name.stop,
        sentence=reading.tokens[name.first].sentence,
        shown=span_of(reading, name.first, name.stop),
        type=name.type,
        words=tuple(word for word in words if word != "the"),
        head=name.head,
        marks=countries(words) - small("generic"),
        offices=offices,
        sex=name.sex,
        definite=True,
        named=True,
        human=name.type is ActorType.PERSON,
        placed=name.placed,
        role=role,
        outer=(opens, name.stop),
    )


def _without_inner(found: Sequence[Mention]) -> list[Mention]:
    """The mentions without the names that a longer phrase holds: "Ruritania" in "Ruritania's army"."""
    kept: list[Mention] = []
    for one in found:
        inside = any(
            other.first <= one.first
            and one.stop <= other.stop
            and other.stop - other.first > one.stop - one.first
            for other in kept[-3:]
            if not other.words
        )
        if not inside:
            kept.append(one)
    return kept
