"""Who bears which role: "spokesman Jan Orel", "Jan Orel, spokesman for …", "a spokesman, Jan Orel,"."""

import re
from collections.abc import Sequence

from sayso.extract.casting.mentions import Mention, token_span
from sayso.extract.casting.tokens import TokenizedText
from sayso.lexicon.actors import actor_words
from sayso.model.speech import ActorType

BEFORE_NAME = re.compile(r"\s?[*_“\"]?")
APPOSITION_MARK = re.compile(r",\s|\s?[–—-]{1,2}\s?|\s\(")
CLOSING_MARK = re.compile(r"[*_”\"’)]*[,.;:)–—]|\s[–—-]")
MAX_CLOSING_CHARACTERS = 3
ROLE_END = re.compile(r"[,;:“”\"?!–—)]|\.\s|\s-")
BEFORE_APPOSED_NAME = re.compile(r",\s(?:the\s)?[*_]?")
MAX_ROLE_WORDS = 30
MAX_MENTIONS_IN_ROLE = 4
MAX_WORDS_BEFORE_BODY = 2  # "spokesman for the army"


def join_roles(tokenized: TokenizedText, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, in order; a phrase that only gives a role becomes the role of its bearer."""
    kept: list[Mention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        if before is not None and _give_role_before_name(tokenized, before, mention):
            kept.pop()
        elif len(kept) > 1 and _give_role_across_body(tokenized, kept[-2], kept[-1], mention):
            kept.pop(-2)
        elif (place := _place_of_role_with_complement(tokenized, kept, mention)) is not None:
            phrase = kept.pop(place)
            stop = mention.outer[0]
            _set_role(tokenized, phrase, mention, _without_article(tokenized, phrase), stop)
        elif before is not None and _give_role_behind_name(tokenized, before, mention):
            continue
        kept.append(mention)
    return kept


def _give_role_before_name(tokenized: TokenizedText, phrase: Mention, name: Mention) -> bool:
    """Give a name the phrase before it as its role, if it is that; return whether it is."""
    if phrase.words or not name.words or not _role_fits(phrase, name):
        return False
    gap = _text_between(tokenized, phrase.outer[1], name.outer[0])
    if phrase.outer[1] == phrase.stop and BEFORE_NAME.fullmatch(gap) and gap:
        _set_role(tokenized, phrase, name, _without_article(tokenized, phrase), name.first)
        return True
    apposed = BEFORE_APPOSED_NAME.fullmatch(gap) is not None and not _has_role(name)
    if apposed and _is_closed(tokenized, name) and _has_article(tokenized, phrase):
        _set_role(tokenized, phrase, name, _without_article(tokenized, phrase), phrase.outer[1])
        return True
    return False


def _give_role_across_body(
    tokenized: TokenizedText, phrase: Mention, body: Mention, name: Mention
) -> bool:
    """Do so for "a spokesman for the army Jan Orel", where a body stands between."""
    if phrase.words or not name.words or not phrase.human or body.human or phrase.plural:
        return False
    if name.type not in (None, ActorType.PERSON) or body.type is ActorType.PERSON:
        return False
    between = [token.lower for token in tokenized.tokens[phrase.stop : body.outer[0]]]
    close = body.outer[0] - phrase.stop <= MAX_WORDS_BEFORE_BODY
    close = close and not actor_words().before_body.isdisjoint(between)
    gap = _text_between(tokenized, body.outer[1], name.outer[0])
    if not close or not gap.isspace() or phrase.sentence != name.sentence:
        return False
    _set_role(tokenized, phrase, name, _without_article(tokenized, phrase), body.outer[1])
    return True


def _place_of_role_with_complement(
    tokenized: TokenizedText, before: Sequence[Mention], name: Mention
) -> int | None:
    """Where among the mentions before a name its role is: "The head of the port of Dorn, Ana Roll,"."""
    if not name.words or name.type is not ActorType.PERSON or not _is_closed(tokenized, name):
        return None
    if (
        BEFORE_APPOSED_NAME.fullmatch(_text_between(tokenized, name.outer[0], name.outer[0]))
        is None
    ):
        return None
    for place in range(len(before) - 1, max(len(before) - MAX_MENTIONS_IN_ROLE, 0) - 1, -1):
        phrase = before[place]
        if phrase.sentence != name.sentence or phrase.role is not None:
            return None
        if phrase.human and not phrase.words and not phrase.plural:
            fits = _has_article(tokenized, phrase) and _is_complement(
                tokenized, phrase.stop, name.outer[0]
            )
            return place if fits else None
    return None


def _is_complement(tokenized: TokenizedText, first: int, stop: int) -> bool:
    """Whether tokens [first, stop) say what an office is of: no clause, and nothing between commas."""
    tokens = tokenized.tokens[first:stop]
    if not 0 < len(tokens) <= MAX_ROLE_WORDS or tokens[0].lower not in actor_words().before_body:
        return False
    inside = tokenized.text[tokens[0].start : tokens[-1].end]
    clause = any(
        token.lower in actor_words().verb or token.lower in actor_words().behind_role
        for token in tokens
    )
    return not clause and ROLE_END.search(inside) is None


def _is_closed(tokenized: TokenizedText, name: Mention) -> bool:
    """Whether a comma or the like stands right behind a name."""
    end = tokenized.tokens[name.stop - 1].end
    return CLOSING_MARK.match(tokenized.text[end : end + MAX_CLOSING_CHARACTERS]) is not None


def _give_role_behind_name(tokenized: TokenizedText, name: Mention, phrase: Mention) -> bool:
    """Give a name the phrase apposed behind it as its role, if it is that; return whether it is."""
    if phrase.words or not name.words or name.placed or not _role_fits(phrase, name):
        return False
    if name.role is not None and name.outer[1] > name.stop:
        return phrase.first < name.outer[1]  # it lies within the role that the name has already
    if not APPOSITION_MARK.fullmatch(_text_between(tokenized, name.stop, phrase.first)):
        return False
    end = _role_end(tokenized, phrase)
    first = _without_article(tokenized, phrase)
    if not _has_role(name) or not name.offices:
        name.role = token_span(tokenized, first, end)
    _learn_from_role(name, phrase)
    name.outer = (name.outer[0], end)
    return True


def _has_role(name: Mention) -> bool:
    """Whether a name has a role that says more than the title before it."""
    return name.role is not None and name.role.end > name.shown.start


def _role_fits(phrase: Mention, name: Mention) -> bool:
    if phrase.sentence != name.sentence or phrase.plural:
        return False
    if phrase.human:
        return name.type in (None, ActorType.PERSON) and not name.placed
    types = (None, phrase.type, ActorType.MEDIA, ActorType.ORGANISATION)
    return name.type in types and not name.offices


def _set_role(
    tokenized: TokenizedText, phrase: Mention, name: Mention, first: int, stop: int
) -> None:
    last = min(stop, name.first)
    name.role = token_span(tokenized, first, last)
    name.outer = (phrase.first, name.outer[1])
    _learn_from_role(name, phrase)


def _learn_from_role(name: Mention, phrase: Mention) -> None:
    """Give a name what its role says of its bearer."""
    if name.type is None or not phrase.human:
        name.type = ActorType.PERSON if phrase.human else phrase.type
    name.offices |= phrase.offices
    name.marks |= phrase.marks
    name.sex = name.sex or phrase.sex
    name.head = name.head or ("" if phrase.human else phrase.head)


def _role_end(tokenized: TokenizedText, phrase: Mention) -> int:
    """The token behind the last of an apposed role: it ends with its comma, bracket or clause."""
    at = phrase.stop
    while at < len(tokenized.tokens) and at - phrase.stop < MAX_ROLE_WORDS:
        token = tokenized.tokens[at]
        gap = tokenized.text_between(at - 1, at)
        opens_acronym = "(" in gap and tokenized.text[token.end : token.end + 1] == ")"
        if token.sentence != phrase.sentence or (ROLE_END.search(gap) and not opens_acronym):
            return at
        if token.lower in actor_words().behind_role:
            return at
        at += 1
    return max(phrase.stop, phrase.outer[1]) if at - phrase.stop >= MAX_ROLE_WORDS else at


def _text_between(tokenized: TokenizedText, stop: int, first: int) -> str:
    return tokenized.text_between(stop - 1, first) if first < len(tokenized.tokens) else ""


def _without_article(tokenized: TokenizedText, phrase: Mention) -> int:
    return phrase.first + _has_article(tokenized, phrase) * (phrase.first < phrase.stop - 1)


def _has_article(tokenized: TokenizedText, phrase: Mention) -> bool:
    word = tokenized.tokens[phrase.first].lower
    return word in actor_words().determiner
