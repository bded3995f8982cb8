"""Who is counted: which figures are of the same victims, by what they are called."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.lexicon.actors import nouns, small
from sayso.lexicon.people import nations
from sayso.lexicon.victims import VictimKind, victims
from sayso.text.words import words

LONGEST = 24  # words of a noun phrase that are looked at


@dataclass(frozen=True, slots=True, order=True)
class Victim:
    """A kind of victim, the countries and the other proper names that go with it.

    `said` is whether the words name the kind, rather than count "people" or nobody in particular.
    """

    kind: str
    nations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    said: bool = False

    @property
    def whole(self) -> bool:
        """Whether anybody harmed may be among them: "people", "35 dead"."""
        return not (self.said or self.names) and self.kind == victims().unnamed


def victim(phrase: str) -> Victim:
    """Whom the words of a counted noun phrase mean.

    The head noun gives the kind; where it says too little ("members"), a noun beside it does.

    >>> victim("Malian soldiers").kind == victim("troops").kind, victim("Malian soldiers").nations
    (True, ('mali',))
    >>> victim("members of the militia").kind, victim("").kind
    ('rebels', 'civilians')
    """
    tokens = [token for token in words(phrase) if token.lower[0].isalpha()][:LONGEST]
    lowers = [token.lower.removesuffix("'s").removesuffix("’s") for token in tokens]
    kind = " and ".join(sorted(set(_kinds(lowers)))) or victims().unnamed
    proper = [
        lower
        for token, lower in zip(tokens, lowers, strict=True)
        if phrase[token.start].isupper()
        and not _plain(lower)
        and phrase[token.end : token.end + 1] != "-"
    ]
    countries = {country for lower in proper for country in [nations().country(lower)] if country}
    names = {lower for lower in proper if not nations().country(lower)}
    said = any(lower in victims().forms and lower not in victims().generic for lower in lowers)
    return Victim(kind, tuple(sorted(countries)), tuple(sorted(names)), said)


def _kinds(lowers: Sequence[str]) -> Iterator[str]:
    """The kind of each noun phrase that a conjunction joins to the next."""
    part: list[str] = []
    for lower in (*lowers, "and"):
        if lower not in small("conjunction"):
            part.append(lower)
        elif part:
            yield _kind(part)
            part = []


def _kind(lowers: Sequence[str]) -> str:
    stop = next(
        (at for at, one in enumerate(lowers) if at and one in small("preposition")), len(lowers)
    )
    head, known = lowers[stop - 1], victims()
    if head in known.forms and head not in known.generic:
        return known.forms[head]
    told = [one for one in (*lowers[:stop][::-1], *lowers[stop:]) if one not in known.generic]
    beside = next((known.forms[one] for one in told if one in known.forms), None)
    if beside is not None and (head in known.generic or head not in nouns()):
        return beside
    return known.forms.get(head) or (nouns()[head].lemma if head in nouns() else head)


def _plain(lower: str) -> bool:
    known = victims()
    return (
        len(lower) < 2
        or lower in known.forms
        or lower in known.generic
        or lower in nouns()
        or any(
            lower in small(kind) for kind in ("definite", "indefinite", "preposition", "possessive")
        )
    )


def within(part: str, whole: str) -> bool:
    """Whether victims of one kind are among those of another."""
    kind = victims().kinds.get(part)
    return part == whole or (kind is not None and kind.within == whole)


def side_of_victims(kind: str) -> str | None:
    """The side that victims of a kind fight on."""
    known = victims().kinds.get(kind)
    return known.side if known else None


def groups(
    given: Iterable[Victim], most: Mapping[Victim, int] | None = None
) -> Mapping[Victim, int]:
    """A number for each, the same for those who may be the same victims.

    Kinds stay apart. Two countries are two groups, and so are two names; who is told by neither
    joins the one group there is, and stays apart where there are two. Where somebody counts
    people of no said kind, those of no side are among them: "12 people", "three nurses", "a girl";
    unless more of these are counted. `most` is the greatest number given of each, nought if none.
    """
    found = _by_kind(given)
    greatest: dict[int, int] = {}
    for one, number in found.items():
        greatest[number] = max(greatest.get(number, 0), (most or {}).get(one, 0))
    wholes = {number: one.nations for one, number in sorted(found.items()) if one.whole}
    joined = dict(found)
    for one, number in found.items():
        if number not in wholes and is_civil(one.kind):
            fits = [
                whole
                for whole, nations in wholes.items()
                if greatest[number] <= greatest[whole]
                and (not (one.nations and nations) or set(one.nations) & set(nations))
            ]
            joined[one] = fits[0] if len(fits) == 1 else number
    return joined


def is_civil(kind: str) -> bool:
    """Whether victims of a kind are of no side, nor may be, and so are people like any others."""
    known = [victims().kinds.get(part) for part in kind.split(" and ")]
    return all(one is None or not (one.side or one.may_be) for one in known)


def _by_kind(given: Iterable[Victim]) -> dict[Victim, int]:
    """A number for each, that of its own kind, country and name."""
    known = sorted(set(given), key=lambda one: (-bool(one.names), -bool(one.nations), one))
    kinds = {one.kind for one in known if one.said}
    filed: dict[str, list[Victim]] = {}
    for one in known:
        filed.setdefault(_one_of(one.kind, kinds), []).append(one)
    found: dict[Victim, int] = {}
    start = 0
    for kind in sorted(filed):
        start = _joined(filed[kind], found, start)
    return found


def _one_of(kind: str, kinds: set[str]) -> str:
    """The one of the kinds there that a wide one ("fighters") may be; else itself."""
    entry: VictimKind | None = victims().kinds.get(kind)
    there = [one for one in (entry.may_be if entry else ()) if one in kinds]
    return there[0] if len(there) == 1 else kind


def _joined(known: Sequence[Victim], found: dict[Victim, int], start: int) -> int:
    """Number the victims of one kind from `start`; those with most said of them come first."""
    by_name: dict[str, set[int]] = {}
    by_nation: dict[str, set[int]] = {}
    nationless: set[int] = set()
    every: set[int] = set()
    for one in known:
        fits = _fits(one, by_name, by_nation, nationless, every)
        if len(fits) == 1:
            number = min(fits)
        else:
            number, start = start, start + 1
            every.add(number)
            if not one.nations:
                nationless.add(number)
        found[one] = number
        for name in one.names:
            by_name.setdefault(name, set()).add(number)
        for nation in one.nations:
            by_nation.setdefault(nation, set()).add(number)
            nationless.discard(number)
    return start


def _fits(
    one: Victim,
    by_name: Mapping[str, set[int]],
    by_nation: Mapping[str, set[int]],
    nationless: set[int],
    every: set[int],
) -> set[int]:
    """The groups that the victims may belong to."""
    if one.names:
        fits = set[int]().union(*(by_name.get(name, ()) for name in one.names))
        own = set[int]().union(*(by_nation.get(nation, ()) for nation in one.nations))
        return fits & (own | nationless) if one.nations else fits
    if one.nations:
        same = set[int]().union(*(by_nation.get(nation, ()) for nation in one.nations))
        return same or nationless
    return every
