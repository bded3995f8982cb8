"""Mentions of one speaker put together, document by document; what could be two stays apart."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sayso.extract.casting.agreeing import agrees, part_of, surname_of
from sayso.extract.casting.aliases import alias_of
from sayso.extract.casting.mentions import Mention
from sayso.extract.casting.tokens import Reading
from sayso.lexicon.actors import family
from sayso.model.speech import ActorType
from sayso.model.text import Span

NEAREST = 2  # sentences that "the ministry" reaches back over where several could be meant
MOST = 64  # speakers alike that are looked at, the latest ones: a text of any length stays quick


@dataclass(slots=True, eq=False)
class Cluster:
    """One speaker, as far as the text tells: all mentions and what they say of their bearer."""

    mentions: list[Mention] = field(default_factory=list)
    pronouns: list[Span] = field(default_factory=list)
    aliases: set[tuple[str, ...]] = field(default_factory=set)
    type: ActorType | None = None
    sex: str | None = None
    plural: bool = False
    human: bool = False
    named: bool = False
    offices: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)

    def add(self, one: Mention) -> None:
        """Take in a mention and what it tells."""
        self.mentions.append(one)
        if one.words:
            self.aliases.add(one.words)
        better = one.type is not None and one.type is not ActorType.UNNAMED
        if self.type is None or (better and self.type is ActorType.UNNAMED):
            self.type = one.type
        self.sex = self.sex or one.sex
        self.plural = self.plural or one.plural
        self.human = self.human or one.human
        self.named = self.named or one.named
        self.offices |= one.offices
        self.marks |= one.marks
        if one.head:
            self.heads.add(one.head)


def clustered(reading: Reading, mentions: Sequence[Mention]) -> list[tuple[Mention, Cluster]]:
    """Every mention, in order, with whom it means."""
    known = _Known()
    found: list[tuple[Mention, Cluster]] = []
    for one in mentions:
        home: Cluster | None = None
        if found and alias_of(reading, one, found[-1][0]):
            home = found[-1][1]
        home = home or _home(one, known) or Cluster()
        home.add(one)
        known.put(one, home)
        found.append((one, home))
    return found


class _Known:
    """The speakers so far by what they may be called, those that were called so last first."""

    def __init__(self) -> None:
        self._by: dict[Hashable, dict[Cluster, None]] = defaultdict(dict)

    def put(self, one: Mention, home: Cluster) -> None:
        """Remember whom a mention means."""
        for key in _keys(one):
            homes = self._by[key]
            homes.pop(home, None)
            homes[home] = None

    def get(self, *keys: Hashable) -> list[Cluster]:
        """Who was called so, each once."""
        found: dict[Cluster, None] = {}
        for key in keys:
            found.update(dict.fromkeys(islice(reversed(self._by.get(key, {})), MOST)))
        return list(found)


def _keys(one: Mention) -> Iterator[Hashable]:
    if one.words:
        yield "name", one.words
        yield "first", one.words[0]
        yield "last", one.words[-1]
    if one.named and one.head:
        yield "body", one.head, one.marks
    for noun in {*one.offices, one.head} - {""}:
        yield "noun", noun


def _home(one: Mention, known: _Known) -> Cluster | None:
    """The one speaker known so far that a mention can mean, if there is just one."""
    if one.words:
        return _by_name(one, known)
    if one.named:
        return _only(known.get(("body", one.head, one.marks)))
    return _by_description(one, known) if one.definite else None


def _by_name(one: Mention, known: _Known) -> Cluster | None:
    """By the same name; a person's also by the surname, if sexes and offices agree."""
    same = [home for home in known.get(("name", one.words)) if agrees(one, home)]
    if same:
        return _nearest(one, same)
    if one.type not in (None, ActorType.PERSON):
        return _only(
            home
            for home in known.get(("first", one.words[0]), ("last", one.words[-1]))
            if home.type in (one.type, None)
            and any(part_of(one.words, alias) for alias in home.aliases)
        )
    return _only(
        home
        for home in known.get(("last", one.words[-1]))
        if home.type in (None, ActorType.PERSON)
        and any(surname_of(one.words, alias) for alias in home.aliases)
        and all(len(alias) < 2 or surname_of(one.words, alias) for alias in home.aliases)
        and agrees(one, home)
    )


def _by_description(one: Mention, known: _Known) -> Cluster | None:
    """Whom "the ministry", "the spokesman", "the group" points back to."""
    alike = family(one.head)
    found = [
        home
        for home in known.get(*(("noun", noun) for noun in sorted(alike)))
        if home.plural == one.plural
        and (alike & (home.heads if not one.human else home.offices | home.heads))
        and one.marks <= home.marks
        and not (one.sex and home.sex and one.sex != home.sex)
    ]
    return _nearest(one, found)


def _nearest(one: Mention, found: Sequence[Cluster]) -> Cluster | None:
    """The only one; of several the one that is much nearer than the others, else none."""
    if len(found) < 2:
        return found[0] if found else None
    near = [home for home in found if one.sentence - home.mentions[-1].sentence <= NEAREST]
    return near[0] if len(near) == 1 else None


def _only(found: Iterable[Cluster]) -> Cluster | None:
    one = list(found)
    return one[0] if len(one) == 1 else None
