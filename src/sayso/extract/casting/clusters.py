"""Mentions of one speaker put together, document by document; what could be two stays apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.extract.casting.mentions import Mention
from sayso.extract.casting.tokens import Reading
from sayso.lexicon.actors import family, small
from sayso.model.speech import ActorType
from sayso.model.text import Span

RECENT = 8  # sentences that "the ministry" reaches back over where several could be meant
NEAREST = 2  # the same where one of them is much nearer
BODIES = frozenset(
    {ActorType.ORGANISATION, ActorType.STATE, ActorType.GROUP, ActorType.MEDIA, ActorType.DOCUMENT}
)


@dataclass(slots=True)
class Cluster:
    """One speaker, as far as the text tells: all mentions and what they say of their bearer."""

    mentions: list[Mention] = field(default_factory=list)
    pronouns: list[tuple[int, Span]] = field(default_factory=list)  # sentence, place
    aliases: set[tuple[str, ...]] = field(default_factory=set)
    type: ActorType | None = None
    sex: str | None = None
    plural: bool = False
    human: bool = False
    offices: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)

    @property
    def named(self) -> bool:
        """Whether any mention gives a name."""
        return any(one.named for one in self.mentions)

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
        self.offices |= one.offices
        self.marks |= one.marks
        if one.head:
            self.heads.add(one.head)

    def last_before(self, sentence: int) -> int:
        """The last sentence up to this one that mentions the speaker, or a very early one."""
        places = [one.sentence for one in self.mentions if one.sentence <= sentence]
        places += [number for number, _ in self.pronouns if number <= sentence]
        return max(places, default=-(10**6))


def clustered(reading: Reading, mentions: Sequence[Mention]) -> list[Cluster]:
    """The speakers and other bearers of names, in order of their first mention."""
    clusters: list[Cluster] = []
    before: tuple[Mention, Cluster] | None = None
    for one in mentions:
        home = _alias_of(reading, one, before) or _home(one, clusters)
        if home is None:
            home = Cluster()
            clusters.append(home)
        home.add(one)
        before = one, home
    return clusters


def _alias_of(
    reading: Reading, one: Mention, before: tuple[Mention, Cluster] | None
) -> Cluster | None:
    """Whose other name this is: "the Front for … (FRA)", "Wagner, now rebranded as …"."""
    if before is None or not one.named:
        return None
    last, home = before
    if last.sentence != one.sentence or not (last.named or last.words):
        return None
    between = reading.text[reading.tokens[last.stop - 1].end : reading.tokens[one.outer[0]].start]
    if len(between) > 60:
        return None
    bare = between.strip(" \u00a0")
    closes = reading.text[one.shown.end : one.shown.end + 1] == ")"
    if bare in ("(", "(the") and closes and _short_for(one, last):
        return home
    said = " ".join(between.lower().replace("(", " ").replace(",", " ").split())
    said = said.removeprefix("group ").removeprefix("mercenary group ").removesuffix(" the")
    return home if said in small("renamed") else None


def _short_for(short: Mention, long: Mention) -> bool:
    """Whether the letters of an acronym open words of the longer name, in order."""
    letters = [letter for word in short.words for letter in word if letter.isalpha()]
    if not letters or len(letters) > 12:
        return False
    initials = [word[0] for word in (*long.words, *long.head.split()) if word]
    if not long.words:
        return True
    at = 0
    for letter in letters:
        while at < len(initials) and initials[at] != letter:
            at += 1
        if at < len(initials):
            at += 1
        else:
            return letters[0] == initials[0] or len(letters) <= 4
    return True


def _home(one: Mention, clusters: Sequence[Cluster]) -> Cluster | None:
    """The one speaker known so far that a mention can mean, if there is just one."""
    if one.words:
        return _by_name(one, clusters)
    if one.named:
        return _only(
            cluster
            for cluster in clusters
            if cluster.named and one.head in cluster.heads and _same_marks(one, cluster)
        )
    if not one.definite:
        return None
    return _by_description(one, clusters)


def _by_name(one: Mention, clusters: Sequence[Cluster]) -> Cluster | None:
    """By the same name; a person's also by the surname, if sexes and offices agree."""
    same = [
        cluster for cluster in clusters if one.words in cluster.aliases and _agrees(one, cluster)
    ]
    if same:
        return _nearest(one, same)
    if one.type not in (None, ActorType.PERSON):
        return _only(
            cluster
            for cluster in clusters
            if cluster.type in (one.type, None)
            and any(_part_of(one.words, alias) for alias in cluster.aliases)
        )
    return _only(
        cluster
        for cluster in clusters
        if cluster.type in (None, ActorType.PERSON)
        and any(_surname_of(one.words, alias) for alias in cluster.aliases)
        and all(len(alias) < 2 or _surname_of(one.words, alias) for alias in cluster.aliases)
        and _agrees(one, cluster)
    )


def _surname_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
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


def _part_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """One name is the beginning or the end of the other, a kind left out: "Wagner (Group)"."""
    if len(short) > len(long):
        short, long = long, short
    rest = set(long) - set(short)
    whole = short in (long[: len(short)], long[len(long) - len(short) :])
    return whole and rest <= small("generic")


def _agrees(one: Mention, cluster: Cluster) -> bool:
    """Whether sex and title let a name be this speaker's."""
    if one.sex and cluster.sex and one.sex != cluster.sex:
        return False
    if len(one.words) == 1 and one.offices and cluster.offices and not _titles_agree(one, cluster):
        return False  # "Dr Orel" is not Colonel Orel
    return not (one.human and cluster.type in BODIES)


def _titles_agree(one: Mention, cluster: Cluster) -> bool:
    return any(family(office) & cluster.offices for office in one.offices)


def _by_description(one: Mention, clusters: Sequence[Cluster]) -> Cluster | None:
    """Whom "the ministry", "the spokesman", "the group" points back to."""
    alike = family(one.head)
    found = [
        cluster
        for cluster in clusters
        if cluster.plural == one.plural
        and (alike & (cluster.heads if not one.human else cluster.offices | cluster.heads))
        and one.marks <= cluster.marks
        and not (one.sex and cluster.sex and one.sex != cluster.sex)
    ]
    return _nearest(one, found)


def _same_marks(one: Mention, cluster: Cluster) -> bool:
    return any(
        other.named and one.head == other.head and one.marks == other.marks
        for other in cluster.mentions
    )


def _nearest(one: Mention, found: Sequence[Cluster]) -> Cluster | None:
    """The only one; of several the one that is much nearer than the others, else none."""
    if len(found) < 2:
        return found[0] if found else None
    near = [c for c in found if one.sentence - c.last_before(one.sentence) <= NEAREST]
    return near[0] if len(near) == 1 else None


def _only(found: Iterable[Cluster]) -> Cluster | None:
    one = list(found)
    return one[0] if len(one) == 1 else None
