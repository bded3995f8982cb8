"""All that is named or described in one text, and who of it is known to speak."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from sayso.extract.casting.clusters import Cluster, clustered
from sayso.extract.casting.finding import find_mentions
from sayso.extract.casting.mentions import Mention
from sayso.extract.casting.tokens import Reading
from sayso.model.text import Span


class Scene:
    """A text, its mentions in order, and whom each means."""

    def __init__(self, reading: Reading, sources: Iterable[Span]) -> None:
        self.reading = reading
        self._starts = [token.start for token in reading.tokens]
        edges = [self.tokens(source) for source in sources]
        self.mentions = find_mentions(
            reading, {first for first, _ in edges}, {stop for _, stop in edges}
        )
        self._firsts = [one.outer[0] for one in self.mentions]
        self._home: dict[int, Cluster] = {}
        self._ending: dict[int, list[Mention]] = defaultdict(list)
        self._shown: dict[Span, Cluster] = {}
        # For each sentence its speakers with the end of the first place where they stand.
        self._standing: dict[int, dict[Cluster, int]] = defaultdict(dict)
        for one, home in clustered(reading, self.mentions):
            self._ending[one.outer[1]].append(one)
            self._settle(one, home)

    @property
    def clusters(self) -> list[Cluster]:
        """All speakers and other bearers of names, in order of their first mention."""
        return list(dict.fromkeys(self._home.values()))

    def tokens(self, span: Span) -> tuple[int, int]:
        """The first token of a span, and the one behind its last."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def sentence(self, span: Span) -> int:
        """The number of the sentence where a span starts."""
        first = min(self.tokens(span)[0], len(self.reading.tokens) - 1)
        return self.reading.tokens[first].sentence if first >= 0 else 0

    def within(self, span: Span) -> list[Mention]:
        """The mentions that start inside a span, in order, none inside another."""
        first, stop = self.tokens(span)
        found: list[Mention] = []
        for at in range(bisect_left(self._firsts, first), len(self.mentions)):
            one = self.mentions[at]
            if one.outer[0] >= stop:
                break
            if not found or one.outer[0] >= found[-1].outer[1]:
                found.append(one)
        return found

    def ending_at(self, token: int) -> list[Mention]:
        """The mentions that end before a token."""
        return self._ending.get(token, [])

    def home(self, one: Mention) -> Cluster:
        """Whom a mention means."""
        return self._home[id(one)]

    def shown(self, span: Span) -> Cluster | None:
        """Whom exactly these words name."""
        return self._shown.get(span)

    def standing(self, sentence: int, place: int) -> Iterator[Cluster]:
        """Who is mentioned in a sentence before a place in the text."""
        for cluster, end in self._standing.get(sentence, {}).items():
            if end <= place:
                yield cluster

    def new(self, made: Mention) -> Cluster:
        """A speaker known from this mention alone."""
        cluster = Cluster()
        cluster.add(made)
        self._settle(made, cluster)
        return cluster

    def refer(self, cluster: Cluster, place: Span) -> None:
        """A pronoun means this speaker."""
        cluster.pronouns.append(place)
        self._stand(cluster, self.sentence(place), place.end)

    def _settle(self, one: Mention, home: Cluster) -> None:
        self._home[id(one)] = home
        self._shown.setdefault(one.shown, home)
        self._stand(home, one.sentence, one.shown.end)

    def _stand(self, cluster: Cluster, sentence: int, end: int) -> None:
        standing = self._standing[sentence]
        standing[cluster] = min(end, standing.get(cluster, end))
