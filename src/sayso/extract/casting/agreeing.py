"""Whether two names, or a name and a speaker, can mean the same."""

from typing import Protocol

from sayso.extract.casting.mentions import Mention
from sayso.lexicon.actors import actor_words, nouns_alike
from sayso.lexicon.people import nations, titles
from sayso.model.speech import ActorType

BODIES = frozenset(
    {ActorType.ORGANISATION, ActorType.STATE, ActorType.GROUP, ActorType.MEDIA, ActorType.DOCUMENT}
)


class SpeakerTraits(Protocol):
    """What is known of a speaker: type, sex, and nouns for offices."""

    type: ActorType | None
    sex: str | None
    offices: set[str]


def are_forms_of_person_name(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one name is the end of the other, or its first word ("Zhang" of "Zhang Ruolan"), or both
    end alike and begin alike ("J. Orel"). "Orel Jr" and "Orel Sr" are two."""
    (short, one), (long, other) = _without_generation(short), _without_generation(long)
    if one and other and one != other:
        return False
    if len(short) > len(long):
        short, long = long, short
    if short in (long[len(long) - len(short) :], long[:1]):
        return True
    return (
        len(short) > 1
        and short[-1] == long[-1]
        and short[0][0] == long[0][0]
        and (len(short[0]) == 1 or len(long[0]) == 1 or short[0] == long[0])
    )


def may_be_forename(mention: Mention) -> bool:
    """Whether a name may be the first word of a person's whole name, and no place's or country's."""
    word = mention.words[0]
    place = mention.placed or word in nations().capitals or nations().country(word) is not None
    return len(mention.words) == 1 and not place


def surname_of(words: tuple[str, ...]) -> str:
    """The last word of a person's name, a generation left aside."""
    return _without_generation(words)[0][-1]


def _without_generation(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The words of a name, and the generation behind them: "Jr", or ""."""
    if len(words) > 1 and words[-1] in titles().generation:
        return words[:-1], words[-1]
    return words, ""


def are_forms_of_body_name(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one name is the beginning or the end of the other and the rest only says what kind of body
    it is: "Wagner (Group)"."""
    if len(short) > len(long):
        short, long = long, short
    rest = set(long) - set(short)
    whole = short in (long[: len(short)], long[len(long) - len(short) :])
    return whole and rest <= actor_words().generic


def sex_and_title_agree(mention: Mention, speaker: SpeakerTraits) -> bool:
    """Whether sex and title allow a name to be this speaker's."""
    if mention.sex and speaker.sex and mention.sex != speaker.sex:
        return False
    if len(mention.words) == 1 and not _titles_agree(mention, speaker):
        return False  # "Dr Orel" is not Colonel Orel
    return not (mention.human and speaker.type in BODIES)


def _titles_agree(mention: Mention, speaker: SpeakerTraits) -> bool:
    if not mention.offices or not speaker.offices:
        return True
    return any(nouns_alike(office) & speaker.offices for office in mention.offices)
