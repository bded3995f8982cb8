"""Who says "I": the speaker of the words around it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.extract.casting.clusters import Cluster
from sayso.extract.casting.interviews import interviewee
from sayso.extract.casting.scene import Scene
from sayso.model.speech import Attribution
from sayso.model.text import Span

WIDE = 512  # characters of one stretch of text


class Voices:
    """The contents of a text, and who is known to say each."""

    def __init__(self, scene: Scene, attributions: Sequence[Attribution]) -> None:
        self.scene = scene
        self._near: dict[int, list[tuple[Span, Attribution]]] = defaultdict(list)
        for one in attributions:
            for span in one.content:
                for stretch in range(span.start // WIDE, (span.end - 1) // WIDE + 1):
                    self._near[stretch].append((span, one))
        self._asked: tuple[Cluster | None] | None = None

    def around(self, inner: Attribution, known: Mapping[str, Cluster]) -> Cluster | None:
        """The speaker of the smallest content that holds the source of an attribution."""
        source = inner.source
        if source is None:
            return None
        holding = [
            (sum(map(len, one.content)), one.id)
            for span, one in self._near.get(source.start // WIDE, ())
            if one is not inner and span.holds(source) and one.id in known
        ]
        return known[min(holding)[1]] if holding else None

    def asked(self, source: Span) -> bool:
        """Whether "you" stands in a question outside quotation marks."""
        reading = self.scene.reading
        if reading.inside[source.start]:
            return False
        _, end = reading.sentences[self.scene.sentence(source)]
        return reading.text[end - 1] == "?"

    def interviewed(self, source: Span) -> Cluster | None:
        """Who says "I", or is asked, in an interview printed without quotation marks."""
        if self.scene.reading.inside[source.start]:
            return None
        if self._asked is None:
            self._asked = (interviewee(self.scene.reading, self.scene.clusters),)
        return self._asked[0]
