"""Who bears which role: "spokesman Jan Orel", "Jan Orel, spokesman for …", "a spokesman, Jan Orel,"."""

import re
from collections.abc import Sequence

from sayso.extract.casting.mentions import Mention, span_of
from sayso.extract.casting.tokens import Reading
from sayso.lexicon.actors import small
from sayso.model.speech import ActorType

BEFORE_NAME = re.compile(r"\s?[*_“\"]?")
APPOSED = re.compile(r",\s|\s?[–—-]{1,2}\s?|\s\(")
CLOSED = re.compile(r"[*_”\"’)]*[,.;:)–—]|\s[–—-]")
ENDS = re.compile(r"[,;:“”\"?!–—)]|\.\s|\s-")
SPEAKERS = frozenset({ActorType.PERSON, ActorType.UNNAMED})
LONGEST = 30  # words


def with_roles(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, in order, those that only give a role become the role of their bearer."""
    found: list[Mention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if before is not None and _takes(reading, before, mention):
            found.pop()
        elif len(found) > 1 and _takes_from_afar(reading, found[-2], found[-1], mention):
            found.pop(-2)
        elif before is not None and _gives(reading, before, mention):
            continue
        found.append(mention)
    return found


def _takes(reading: Reading, phrase: Mention, name: Mention) -> bool:
    """Whether the phrase is the role of the name behind it; if so, the name has it now."""
    if phrase.words or not name.words or not _fits(phrase, name):
        return False
    gap = _gap(reading, phrase.outer[1], name.outer[0])
    if phrase.outer[1] == phrase.stop and BEFORE_NAME.fullmatch(gap) and gap:
        _bestow(reading, phrase, name, _without_article(reading, phrase), name.first)
        return True
    after = reading.text[reading.tokens[name.stop - 1].end :][:3]
    apposed = re.fullmatch(r",\s(?:the\s)?[*_]?", gap) is not None and not _has_role(name)
    if apposed and CLOSED.match(after) and _has_article(reading, phrase):
        _bestow(reading, phrase, name, _without_article(reading, phrase), phrase.outer[1])
        return True
    return False


def _takes_from_afar(reading: Reading, phrase: Mention, body: Mention, name: Mention) -> bool:
    """The same for "a spokesman for the army Jan Orel", `body` standing between."""
    if phrase.words or not name.words or not phrase.human or body.human or phrase.plural:
        return False
    if name.type not in (None, ActorType.PERSON) or body.type is ActorType.PERSON:
        return False
    between = {token.lower for token in reading.tokens[phrase.stop : body.outer[0]]}
    close = body.outer[0] - phrase.stop <= 2 and between & {"for", "of", "at", "from", "with"}
    gap = _gap(reading, body.outer[1], name.outer[0])
    if not close or not gap.isspace() or phrase.sentence != name.sentence:
        return False
    _bestow(reading, phrase, name, _without_article(reading, phrase), body.outer[1])
    return True


def _gives(reading: Reading, name: Mention, phrase: Mention) -> bool:
    """Whether the phrase is apposed to the name before it; if so, the name has it as its role."""
    if phrase.words or not name.words or name.placed or not _fits(phrase, name):
        return False
    if name.role is not None and name.outer[1] > name.stop:
        return phrase.first < name.outer[1]  # it lies within the role that the name has already
    if not APPOSED.fullmatch(_gap(reading, name.stop, phrase.first)):
        return False
    end = _role_end(reading, phrase)
    first = _without_article(reading, phrase)
    if not _has_role(name) or not name.offices:
        name.role = span_of(reading, first, end)
    _learn(name, phrase)
    name.outer = (name.outer[0], end)
    return True


def _has_role(name: Mention) -> bool:
    """Whether a name has a role that says more than the title before it."""
    return name.role is not None and name.role.end > name.shown.start


def _fits(phrase: Mention, name: Mention) -> bool:
    if phrase.sentence != name.sentence or phrase.plural:
        return False
    if phrase.human:
        return name.type in (None, ActorType.PERSON) and not name.placed
    return name.type in (None, phrase.type, ActorType.MEDIA, ActorType.ORGANISATION) and not (
        name.offices
    )


def _bestow(reading: Reading, phrase: Mention, name: Mention, first: int, stop: int) -> None:
    last = min(stop, name.first)
    name.role = span_of(reading, first, last)
    name.outer = (phrase.first, name.outer[1])
    _learn(name, phrase)


def _learn(name: Mention, phrase: Mention) -> None:
    """Give a name what its role says of its bearer."""
    if name.type is None or not phrase.human:
        name.type = ActorType.PERSON if phrase.human else phrase.type
    name.offices |= phrase.offices
    name.marks |= phrase.marks
    name.sex = name.sex or phrase.sex
    name.head = name.head or ("" if phrase.human else phrase.head)


def _role_end(reading: Reading, phrase: Mention) -> int:
    """The token behind the last of an apposed role: it ends with its comma, bracket or clause."""
    at = phrase.stop
    while at < len(reading.tokens) and at - phrase.stop < LONGEST:
        token = reading.tokens[at]
        gap = reading.gap(at - 1, at)
        opens_acronym = "(" in gap and reading.text[token.end : token.end + 1] == ")"
        if token.sentence != phrase.sentence or (ENDS.search(gap) and not opens_acronym):
            return at
        if token.lower in ("who", "which", "that", "whose", "said", "says", "told"):
            return at
        at += 1
    return max(phrase.stop, phrase.outer[1]) if at - phrase.stop >= LONGEST else at


def _gap(reading: Reading, stop: int, first: int) -> str:
    return reading.gap(stop - 1, first) if first < len(reading.tokens) else ""


def _without_article(reading: Reading, phrase: Mention) -> int:
    return phrase.first + _has_article(reading, phrase) * (phrase.first < phrase.stop - 1)


def _has_article(reading: Reading, phrase: Mention) -> bool:
    word = reading.tokens[phrase.first].lower
    return any(word in small(kind) for kind in ("definite", "indefinite")) or (
        word in small("possessive")
    )
