"""Names of newspapers, stations and news agencies in a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.actors import media_endings, speaker_nouns
from sayso.lexicon.outlets import known_outlets
from sayso.lexicon.people import nations
from sayso.model.speech import ActorType
from sayso.model.text import Document, Span

# A word without its possessive ending.
TOKEN = re.compile(r"(?!(?<=[^\W_]['’])s\b)[^\W_]+(?:[-./&][^\W_]+|['’](?!s\b)[^\W_]+)*+")
MAX_NAME_WORDS = 8  # of a name that is on no list
GAPS_IN_NAME = frozenset((" ", "  ", "\u00a0", ". "))
NOT_LETTERS = re.compile(r"[\W_]+")
DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?([\w-]+)(?:\.[a-z]{2,12}){1,2}(?:/.*)?$")
SITE = re.compile(r"^(?:https?://)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,12})(?::\d{1,5})?(?:/.*)?$")


@dataclass(frozen=True, slots=True)
class OutletName:
    """An outlet's name in a text."""

    span: Span
    name: str


def outlet_key(name: str) -> str:
    """A key for an outlet, the same for all forms of its name and for its site.

    >>> outlet_key("The Kyiv Post") == outlet_key("kyivpost.com") == outlet_key("Kyiv Post")
    True
    >>> outlet_key("AFP") == outlet_key("Agence France-Presse")
    True
    """
    name = name.strip()
    name = known_outlets().forms.get(name, name)
    domain = DOMAIN.match(name.lower())
    letters = NOT_LETTERS.sub("", domain.group(1) if domain else name).casefold()
    return letters.removeprefix("the") or letters


def outlet_keys(document: Document) -> frozenset[str]:
    """The keys of all outlets that published the text."""
    outlets = document.outlet, *(head.outlet for head in document.also)
    return frozenset(outlet_key(outlet) for outlet in outlets if outlet)


def house_of_outlet(name: str) -> str:
    """The house that an outlet, by its name or its site, belongs to; its own key if none is known.

    >>> house_of_outlet("Liverpool Echo") == house_of_outlet("https://www.mirror.co.uk/news/1")
    True
    >>> house_of_outlet("Sellan Gazette")
    'sellangazette'
    """
    return known_house(name) or outlet_key(name)


def known_house(name: str) -> str | None:
    """The house that the lexicon gives an outlet, by its name or its site; None if it gives none."""
    site = SITE.match(name.strip().lower())
    if site is None:
        known_name = known_outlets().forms.get(name.strip(), name)
        return _houses_by_key().get(outlet_key(known_name))
    labels = site.group(1).removeprefix("www.").split(".")
    hosts = (".".join(labels[at:]) for at in range(len(labels) - 1))
    houses = (_houses_by_key().get(host) for host in hosts)
    return next(filter(None, houses), None) or _houses_by_key().get(outlet_key(name))


@cache
def _houses_by_key() -> Mapping[str, str]:
    """The houses by the sites of their outlets, and by the keys of their names."""
    return {
        (outlet if SITE.match(outlet) else outlet_key(outlet)): house
        for outlet, house in known_outlets().family.items()
    }


def outlets_in(text: str, start: int = 0, end: int | None = None) -> list[OutletName]:
    """The outlets named in text[start:end], in order.

    A name on the list counts; if it is also an everyday word, only where a word beside it shows that
    it is an outlet. A name that is on no list counts where it begins or ends as such names do
    ("Radio", "Gazette"), or stands beside a word for an outlet ("the newspaper").

    >>> [outlet.name for outlet in outlets_in("told the Sellan Gazette, not AP or the Mirror")]
    ['Sellan Gazette']
    """
    found: list[OutletName] = []
    tokens = list(TOKEN.finditer(text, start, len(text) if end is None else end))
    at = 0
    while at < len(tokens):
        length = _length_of_known_name(text, tokens, at) or _length_of_likely_name(text, tokens, at)
        if length:
            span = Span(tokens[at].start(), tokens[at + length - 1].end())
            form = text[span.start : span.end]
            found.append(OutletName(span, known_outlets().forms.get(form, form)))
        at += length or 1
    return found


def _length_of_known_name(text: str, tokens: Sequence[re.Match[str]], at: int) -> int:
    """The number of tokens from here on that are a name on the list; 0 if none are."""
    for length in range(min(_max_known_name_words(), len(tokens) - at), 0, -1):
        form = text[tokens[at].start() : tokens[at + length - 1].end()]
        if form in known_outlets().forms and (
            form not in known_outlets().usual or _is_meant(tokens, at, length)
        ):
            return length
    return 0


def _is_meant(tokens: Sequence[re.Match[str]], at: int, length: int) -> bool:
    """Whether an everyday word is an outlet's name here."""
    before, behind = tokens[max(0, at - 2) : at], tokens[at + length : at + length + 1]
    if len(tokens) <= length + 1 and set(_lower_words([*before, *behind])) <= {"the"}:
        return True
    words_before = [word for word in _lower_words(before) if word != "the"]
    if words_before and words_before[-1] in known_outlets().after_usual:
        return True
    return _has_word_for_outlet(tokens, at, length)


def _length_of_likely_name(text: str, tokens: Sequence[re.Match[str]], at: int) -> int:
    """The number of tokens from here on that look like the name of an outlet; 0 if none do."""
    if not _is_capitalised(tokens[at]) or tokens[at].group() == "The":
        return 0
    length = sum(1 for _ in _capitalised_run(text, tokens[at : at + MAX_NAME_WORDS]))
    endings = [count for count in range(2, length + 1) if _ends_a_name(tokens[at + count - 1])]
    for count in endings:
        if tokens[at + count : at + count + 1] and tokens[at + count].group() == "and":
            return count  # "Crosswater News and Ostmere Review" are two
    if endings:
        return endings[-1]
    if length > 1 and tokens[at].group() in known_outlets().first:
        return length
    return length if length < 4 and _has_word_for_outlet(tokens, at, length) else 0


def _ends_a_name(token: re.Match[str]) -> bool:
    return _is_capitalised(token) and token.group().lower() in media_endings()


def _capitalised_run(text: str, tokens: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The first tokens as long as they have capitals, with small words between them."""
    small_words: list[re.Match[str]] = []
    for index, token in enumerate(tokens):
        if index and text[tokens[index - 1].end() : token.start()] not in GAPS_IN_NAME:
            return
        if _is_capitalised(token):
            yield from small_words
            yield token
            small_words = []
        elif token.group() in known_outlets().inside:
            small_words.append(token)
        else:
            return


def _has_word_for_outlet(tokens: Sequence[re.Match[str]], at: int, length: int) -> bool:
    """Whether a word for an outlet stands before a name, or behind "the" and the name."""
    (first,) = _lower_words(tokens[at : at + 1])
    if first in nations().names or first in nations().people:
        return False
    before = _lower_words(tokens[max(0, at - 2) : at])
    if before and before[-1] != "the" and _is_capitalised(tokens[at - 1]):
        before = []  # it is part of a name: "the Press Bureau"
    behind = _lower_words(tokens[at + length : at + length + 2])
    has_article = before[-1:] == ["the"]
    if has_article and (_is_word_for_outlet(behind[:1]) or _is_word_for_outlet(behind)):
        return True
    return _is_word_for_outlet(before[-1:]) or _is_word_for_outlet(before)


def _is_word_for_outlet(words: Sequence[str]) -> bool:
    noun = speaker_nouns().get(" ".join(words))
    return noun is not None and noun.type is ActorType.MEDIA


def _lower_words(tokens: Sequence[re.Match[str]]) -> list[str]:
    return [token.group().lower() for token in tokens]


def _is_capitalised(token: re.Match[str]) -> bool:
    return token.group()[0].isupper()


@cache
def _max_known_name_words() -> int:
    return max(len(TOKEN.findall(form)) for form in known_outlets().forms)
