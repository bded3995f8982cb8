"""Names of newspapers, stations and news agencies in a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.actors import media_endings, speaker_nouns
from sayso.lexicon.outlets import outlets
from sayso.lexicon.people import nations
from sayso.model.speech import ActorType
from sayso.model.text import Span

# A word without the 's behind it, which is no word either.
TOKEN = re.compile(r"(?!(?<=[^\W_]['’])s\b)[^\W_]+(?:[-./&][^\W_]+|['’](?!s\b)[^\W_]+)*+")
MAX_NAME_WORDS = 8  # words
JOINS = frozenset((" ", "  ", "\u00a0", ". "))
NOT_LETTERS = re.compile(r"[\W_]+")
DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?([\w-]+)(?:\.[a-z]{2,12}){1,2}(?:/.*)?$")

SITE = re.compile(r"^(?:https?://)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,12})(?::\d{1,5})?(?:/.*)?$")


@dataclass(frozen=True, slots=True)
class OutletName:
    """An outlet's name in a text."""

    span: Span
    name: str


def outlet_key(name: str) -> str:
    """What is the same for all the ways in which an outlet's name may be written.

    >>> outlet_key("The Kyiv Post") == outlet_key("kyivpost.com") == outlet_key("Kyiv Post")
    True
    >>> outlet_key("AFP") == outlet_key("Agence France-Presse")
    True
    """
    name = name.strip()
    name = outlets().forms.get(name, name)
    domain = DOMAIN.match(name.lower())
    letters = NOT_LETTERS.sub("", domain.group(1) if domain else name).casefold()
    return letters.removeprefix("the") or letters


def house_of_outlet(name: str) -> str:
    """The house that an outlet, by its name or its site, belongs to: itself, if of none known.

    >>> house_of_outlet("Liverpool Echo") == house_of_outlet("https://www.mirror.co.uk/news/1") == "Reach plc"
    True
    >>> house_of_outlet("Sellan Gazette")
    'sellangazette'
    """
    return known_house(name) or outlet_key(name)


def known_house(name: str) -> str | None:
    """The house that the lexicon gives an outlet, by its name or its site; None if it has none."""
    site = SITE.match(name.strip().lower())
    if site is None:
        known = outlets().forms.get(name.strip(), name)
        return _houses_by_key().get(outlet_key(known))
    parts = site.group(1).removeprefix("www.").split(".")
    hosts = (".".join(parts[at:]) for at in range(len(parts) - 1))
    found = next((_houses_by_key()[host] for host in hosts if host in _houses_by_key()), None)
    return found or _houses_by_key().get(outlet_key(name))


@cache
def _houses_by_key() -> Mapping[str, str]:
    """The houses by the sites of their outlets, and by what is the same for all forms of a name."""
    family = outlets().family
    return {(one if SITE.match(one) else outlet_key(one)): house for one, house in family.items()}


def outlets_in(text: str, start: int = 0, end: int | None = None) -> list[OutletName]:
    """The outlets named in text[start:end], in order.

    A known name counts unless it is also something else and nothing beside it says what it is;
    an unknown one where it ends or begins as such names do ("Gazette", "Radio"), or stands beside
    a word for an outlet ("the newspaper").

    >>> [named.name for named in outlets_in("told the Sellan Gazette, not AP or the Mirror")]
    ['Sellan Gazette']
    """
    found: list[OutletName] = []
    tokens = list(TOKEN.finditer(text, start, len(text) if end is None else end))
    at = 0
    while at < len(tokens):
        length = _length_of_known_name(text, tokens, at) or _length_of_likely_name(text, tokens, at)
        if length:
            span = Span(tokens[at].start(), tokens[at + length - 1].end())
            words = text[span.start : span.end]
            found.append(OutletName(span, outlets().forms.get(words, words)))
        at += length or 1
    return found


def _length_of_known_name(text: str, tokens: Sequence[re.Match[str]], at: int) -> int:
    """How many tokens from here on are a known outlet's name."""
    for length in range(min(_max_known_name_words(), len(tokens) - at), 0, -1):
        words = text[tokens[at].start() : tokens[at + length - 1].end()]
        if words in outlets().forms and (
            words not in outlets().usual or _is_meant(tokens, at, length)
        ):
            return length
    return 0


def _is_meant(tokens: Sequence[re.Match[str]], at: int, length: int) -> bool:
    """Whether an everyday word is an outlet's name here."""
    others = _lower_words([*tokens[max(0, at - 2) : at], *tokens[at + length : at + length + 1]])
    if len(tokens) <= length + 1 and set(others) <= {"the"}:
        return True
    before = [word for word in _lower_words(tokens[max(0, at - 2) : at]) if word != "the"]
    return (before[-1:] != [] and before[-1] in outlets().after_usual) or _has_kind(
        tokens, at, length
    )


def _length_of_likely_name(text: str, tokens: Sequence[re.Match[str]], at: int) -> int:
    """How many tokens from here on look like the name of an outlet that nobody has listed."""
    if not _is_capitalised(tokens[at]) or tokens[at].group() == "The":
        return 0
    length = sum(1 for _ in _capitalised_run(text, tokens[at : at + MAX_NAME_WORDS]))
    ends = [cut for cut in range(2, length + 1) if _ends_a_name(tokens[at + cut - 1])]
    for cut in ends:
        if tokens[at + cut : at + cut + 1] and tokens[at + cut].group() == "and":
            return cut  # "Crosswater News and Ostmere Review" are two
    if ends:
        return ends[-1]
    if length > 1 and tokens[at].group() in outlets().first:
        return length
    return length if _has_kind(tokens, at, length) and length < 4 else 0


def _ends_a_name(token: re.Match[str]) -> bool:
    return _is_capitalised(token) and token.group().lower() in media_endings()


def _capitalised_run(text: str, tokens: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The capitalised words at the head, with the small words between them."""
    held: list[re.Match[str]] = []
    for index in range(len(tokens)):
        if index and text[tokens[index - 1].end() : tokens[index].start()] not in JOINS:
            return
        if _is_capitalised(tokens[index]):
            yield from held
            yield tokens[index]
            held = []
        elif tokens[index].group() in outlets().inside:
            held.append(tokens[index])
        else:
            return


def _has_kind(tokens: Sequence[re.Match[str]], at: int, length: int) -> bool:
    """Whether these tokens stand between "the" and a word for an outlet, or behind such a word."""
    (own,) = _lower_words(tokens[at : at + 1])
    if own in nations().names or own in nations().people:
        return False
    before = _lower_words(tokens[max(0, at - 2) : at])
    if before and before[-1] != "the" and _is_capitalised(tokens[at - 1]):
        before = []  # it is a name as well: "the Press Bureau"
    behind = _lower_words(tokens[at + length : at + length + 2])
    led = before[-1:] == ["the"] and (_is_kind(behind[:1]) or _is_kind(behind))
    return led or _is_kind(before[-1:]) or _is_kind(before)


def _is_kind(words: Sequence[str]) -> bool:
    noun = speaker_nouns().get(" ".join(words))
    return noun is not None and noun.type is ActorType.MEDIA


def _lower_words(tokens: Sequence[re.Match[str]]) -> list[str]:
    return [token.group().lower() for token in tokens]


def _is_capitalised(token: re.Match[str]) -> bool:
    return token.group()[0].isupper()


@cache
def _max_known_name_words() -> int:
    return max(len(TOKEN.findall(form)) for form in outlets().forms)
