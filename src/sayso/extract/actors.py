"""Who the speakers of a report are, and which attribution is whose."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.extract.body import body
from sayso.extract.casting.clusters import Cluster, clustered
from sayso.extract.casting.finding import find_mentions
from sayso.extract.casting.interviews import interviewee
from sayso.extract.casting.mentions import Mention
from sayso.extract.casting.pronouns import ALL, RELATIVE, SPEAKER, antecedent
from sayso.extract.casting.tokens import Reading, read_words
from sayso.lexicon.actors import nouns
from sayso.lexicon.people import nations
from sayso.model.speech import Actor, ActorType, Attribution
from sayso.model.text import Document, Span


@dataclass(frozen=True, slots=True)
class Cast:
    """The speakers of a report; `speaker` leads from attributions to them, where they are known."""

    actors: tuple[Actor, ...]
    speaker: Mapping[str, str]


def find_actors(document: Document, attributions: Sequence[Attribution]) -> Cast:
    """The speakers of a report: one actor for all the names, nouns and pronouns that mean them."""
    return _Casting(document, attributions).cast()


class _Casting:
    """The work on one document."""

    def __init__(self, document: Document, attributions: Sequence[Attribution]) -> None:
        self.attributions = attributions
        self.reading: Reading = read_words(body(document))
        self.starts = [token.start for token in self.reading.tokens]
        spans = [self._tokens(one.source) for one in attributions if one.source]
        self.mentions = find_mentions(
            self.reading, {first for first, _ in spans}, {stop for _, stop in spans}
        )
        self.firsts = [one.outer[0] for one in self.mentions]
        self.clusters = clustered(self.reading, self.mentions)
        self.home = {id(one): cluster for cluster in self.clusters for one in cluster.mentions}
        self.known: dict[str, Cluster] = {}

    def cast(self) -> Cast:
        """Resolve all sources: names first, then pronouns in text order, then first persons."""
        pronouns: list[tuple[Attribution, str]] = []
        for one in self.attributions:
            if one.source is None:
                continue
            said = self.reading.text[one.source.start : one.source.end]
            word = "" if said.isupper() and len(said) > 1 else said.lower()  # WHO is no pronoun
            first = word.split(maxsplit=1)[0] if word.strip() else word
            word = first if first in RELATIVE - {"that"} else word
            if word in ALL:
                pronouns.append((one, word))
            else:
                self.known[one.id] = self._described(one.source)
        for one, word in pronouns:
            if word in RELATIVE:
                self._take(one, self._before(one.source))
        speaking = list({id(one): one for one in self.known.values()}.values())
        for one, word in pronouns:
            if word not in RELATIVE and word not in SPEAKER and one.source:
                sentence = self._sentence(one.source)
                found = antecedent(word, sentence, one.source.start, self.clusters, speaking)
                self._take(one, found, sentence)
                if found is not None and all(found is not other for other in speaking):
                    speaking.append(found)
        for one, word in pronouns:
            if word in SPEAKER or (word == "you" and self._is_asked(one)):
                self._take(one, self._around(one) or self._interviewed(one))
        return self._finished()

    def _tokens(self, span: Span) -> tuple[int, int]:
        first = bisect_left(self.starts, span.start)
        return first, bisect_left(self.starts, span.end)

    def _sentence(self, span: Span) -> int:
        first = min(self._tokens(span)[0], len(self.reading.tokens) - 1)
        return self.reading.tokens[first].sentence if first >= 0 else 0

    def _within(self, span: Span) -> list[Mention]:
        """The mentions inside a source, in order, none inside another."""
        first, stop = self._tokens(span)
        at = bisect_left(self.firsts, first)
        found: list[Mention] = []
        while at < len(self.mentions) and self.mentions[at].outer[0] < stop:
            one = self.mentions[at]
            if not found or one.outer[0] >= found[-1].outer[1]:
                found.append(one)
            at += 1
        return found

    def _described(self, source: Span) -> Cluster:
        """The speaker that a source names or describes."""
        found = self._within(source)
        if not found:
            return self._only_described(source)
        while len(found) > 1 and self._owns(found[0], found[1]):
            found = found[1:]
        if len(found) > 1 and self._coordinated(found):
            return self._several(source, found)
        return self.home[id(self._bearer(found))]

    def _owns(self, one: Mention, other: Mention) -> bool:
        """Whether one stands in the possessive right before the other: "Ruritania's Guard"."""
        last = self.reading.tokens[one.outer[1] - 1]
        return last.possessive and other.outer[0] == one.outer[1]

    def _bearer(self, found: Sequence[Mention]) -> Mention:
        """The person whose office a source tells first ("Dorn University president Ana Roll"),
        else its first mention."""
        if found[0].type in (ActorType.PERSON, ActorType.UNNAMED):
            return found[0]
        for one in found[1:]:
            before = self.reading.tokens[one.first - 1].lower
            if one.type is ActorType.PERSON and one.named and before in nouns():
                return one if nouns()[before].human else found[0]
        return found[0]

    def _coordinated(self, found: Sequence[Mention]) -> bool:
        """Whether the source names several, side by side."""
        gap = (
            self.reading.gap(found[0].outer[1] - 1, found[1].outer[0])
            if (found[1].outer[0] > found[0].outer[1])
            else self.reading.text[
                self.reading.tokens[found[0].outer[1] - 1].end : self.reading.tokens[
                    found[1].outer[0]
                ].start
            ]
        )
        words = gap.replace(",", " ").split()
        return words[:1] in (["and"], ["or"]) and len(words) < 4 and not found[0].placed

    def _several(self, source: Span, found: Sequence[Mention]) -> Cluster:
        """A speaker made of several."""
        types = {one.type for one in found[:2]}
        made = Mention(
            found[0].outer[0],
            found[-1].outer[1],
            found[0].sentence,
            _trimmed(self.reading.text, source),
            types.pop() if len(types) == 1 else ActorType.GROUP,
            plural=True,
            named=all(one.named for one in found[:2]),
        )
        return self._new(made)

    def _only_described(self, source: Span) -> Cluster:
        """A speaker of whom neither shape nor lexicon knows a word."""
        first, stop = self._tokens(source)
        last = max(first + 1, stop)
        span = _trimmed(self.reading.text, source)
        words = self.reading.text[span.start : span.end]
        capital = words.istitle()
        for cluster in self.clusters:
            if any(one.shown == span for one in cluster.mentions):
                return cluster
        nation = words.split()[-1].lower() in nations().people
        kind = ActorType.GROUP if nation else ActorType.PERSON if capital else ActorType.UNNAMED
        return self._new(Mention(first, last, self._sentence(source), span, kind, named=capital))

    def _new(self, made: Mention) -> Cluster:
        cluster = Cluster()
        cluster.add(made)
        self.clusters.append(cluster)
        self.home[id(made)] = cluster
        return cluster

    def _before(self, source: Span | None) -> Cluster | None:
        """Whose clause a relative pronoun opens: the mention that ends right before it."""
        if source is None:
            return None
        at = self._tokens(source)[0]
        near = [
            one
            for one in self.mentions
            if one.outer[1] in (at, at - 1) and one.sentence == self._sentence(source)
        ]
        exact = [one for one in near if one.outer[1] == at] or near
        return (
            self.home[id(max(exact, key=lambda one: one.outer[1] - one.outer[0]))]
            if exact
            else None
        )

    def _around(self, inner: Attribution) -> Cluster | None:
        """The speaker of the smallest content that holds an attribution."""
        source = inner.source
        holding = [
            (sum(map(len, one.content)), one.id)
            for one in self.attributions
            if source and one is not inner and any(span.holds(source) for span in one.content)
        ]
        for _, name in sorted(holding):
            if name in self.known:
                return self.known[name]
        return None

    def _is_asked(self, one: Attribution) -> bool:
        """Whether "you" stands in a question outside quotation marks."""
        if one.source is None or self.reading.inside[one.source.start]:
            return False
        _, end = self.reading.sentences[self._sentence(one.source)]
        return self.reading.text[end - 1] == "?"

    def _interviewed(self, one: Attribution) -> Cluster | None:
        """Who says "I", or is asked, in an interview printed without quotation marks."""
        if one.source is None or self.reading.inside[one.source.start]:
            return None
        return interviewee(self.reading, self.clusters)

    def _take(self, one: Attribution, found: Cluster | None, sentence: int | None = None) -> None:
        if found is None or one.source is None:
            return
        self.known[one.id] = found
        number = self._sentence(one.source) if sentence is None else sentence
        found.pronouns.append((number, one.source))

    def _finished(self) -> Cast:
        """The clusters that speak, as actors."""
        speaking = {id(cluster): cluster for cluster in self.known.values()}
        actors = {key: _actor(cluster) for key, cluster in speaking.items()}
        once: dict[str, Actor] = {}
        for actor in sorted(actors.values(), key=lambda actor: actor.mentions[0]):
            once.setdefault(actor.id, actor)
        speaker = {name: actors[id(cluster)].id for name, cluster in self.known.items()}
        return Cast(tuple(once.values()), speaker)


def _actor(cluster: Cluster) -> Actor:
    """A cluster as a value: its fullest name, or the first description."""
    named = [one for one in cluster.mentions if one.named]
    name = (
        max(named, key=lambda one: (len(one.shown), -one.shown.start))
        if named
        else cluster.mentions[0]
    )
    roles = [one.role for one in cluster.mentions if one.role is not None]
    spans = {one.shown for one in cluster.mentions} | {span for _, span in cluster.pronouns}
    return Actor(
        name=name.shown,
        type=_type(cluster, bool(named)),
        named=bool(named),
        role=max(roles, key=lambda span: (len(span), -span.start)) if roles else None,
        mentions=tuple(sorted(spans)),
    )


def _type(cluster: Cluster, named: bool) -> ActorType:
    kind = cluster.type
    if kind is None or (named and kind is ActorType.UNNAMED):
        return ActorType.PERSON
    return kind


def _trimmed(text: str, span: Span) -> Span:
    """A source without marks and commas at its ends."""
    start, end = span.start, span.end
    while start < end - 1 and not text[start].isalnum():
        start += 1
    while end > start + 1 and not (text[end - 1].isalnum() or text[end - 1] in ").%"):
        end -= 1
    return Span(start, end)
