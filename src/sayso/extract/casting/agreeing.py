"""Whether two names, or a name and a speaker, can be one."""

from typing import Protocol

from sayso.extract.casting.mentions import Mention
from sayso.lexicon.actors import family, small
from sayso.model.speech import ActorType

BODIES = frozenset(
    {ActorType.ORGANISATION, ActorType.STATE, ActorType.GROUP, ActorType.MEDIA, ActorType.DOCUMENT}
)


class Bearer(Protocol):
    """What is known of a speaker."""

    type: ActorType | None
    sex: str | None
    offices: set[str]


def surname_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """One name is the end of the other, or both end alike and begin alike ("J. Orel")."""
    if len(short) > len(long):
        short, long = long, short
    if short == long[len(long) - len(short) :]:
        return True
    return (
        len(short) > 1
        and short[-1] == long[-1]
        and short[0][0] == long[0][0]
        and (len(short[0]) == 1 or len(long[0]) == 1 or short[0] == long[0])
    )


def part_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """One name is the beginning or the end of the other, a kind left out: "Wagner (Group)"."""
    if len(short) > len(long):
        short, long = long, short
    rest = set(long) - set(short)
    whole = short in (long[: len(short)], long[len(long) - len(short) :])
    return whole and rest <= small("generic")


def agrees(one: Mention, bearer: Bearer) -> bool:
    """Whether sex and title let a name be this speaker's."""
    if one.sex and bearer.sex and one.sex != bearer.sex:
        return False
    if len(one.words) == 1 and one.offices and bearer.offices and not _titles_agree(one, bearer):
        return False  # "Dr Orel" is not Colonel Orel
    return not (one.human and bearer.type in BODIES)


def _titles_agree(one: Mention, bearer: Bearer) -> bool:
    return any(family(office) & bearer.offices for office in one.offices)
