"""Who says "I": the speaker of the content around it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.extract.casting.clusters import SpeakerCluster
from sayso.extract.casting.interviews import find_interviewee
from sayso.extract.casting.mention_index import MentionIndex
from sayso.model.speech import Attribution
from sayso.model.text import Span

STRETCH_CHARACTERS = 512  # contents are looked up by the stretches of text that they touch


class FirstPersonSpeakers:
    """The contents of a text by place, and the speakers of those who say "I" in them."""

    def __init__(self, index: MentionIndex, attributions: Sequence[Attribution]) -> None:
        self._index = index
        self._by_stretch: dict[int, list[tuple[Span, Attribution]]] = defaultdict(list)
        for attribution in attributions:
            for span in attribution.content:
                first, last = span.start // STRETCH_CHARACTERS, (span.end - 1) // STRETCH_CHARACTERS
                for stretch in range(first, last + 1):
                    self._by_stretch[stretch].append((span, attribution))
        self._interviewed: tuple[SpeakerCluster | None] | None = None

    def speaker_around(
        self, inner: Attribution, known: Mapping[str, SpeakerCluster]
    ) -> SpeakerCluster | None:
        """The speaker of the smallest content that holds the source of an attribution."""
        source = inner.source
        if source is None:
            return None
        holding = [
            (sum(map(len, outer.content)), outer.id)
            for span, outer in self._by_stretch.get(source.start // STRETCH_CHARACTERS, ())
            if outer is not inner and span.holds(source) and outer.id in known
        ]
        return known[min(holding)[1]] if holding else None

    def is_asked(self, source: Span) -> bool:
        """Whether "you" stands in a question outside quotation marks."""
        tokenized = self._index.tokenized
        if tokenized.in_quotes[source.start]:
            return False
        _, end = tokenized.sentences[self._index.sentence_number(source)]
        return tokenized.text[end - 1] == "?"

    def interviewed_speaker(self, source: Span) -> SpeakerCluster | None:
        """The person interviewed, where an interview is printed without quotation marks."""
        if self._index.tokenized.in_quotes[source.start]:
            return None
        if self._interviewed is None:
            self._interviewed = (find_interviewee(self._index.tokenized, self._index.clusters),)
        return self._interviewed[0]
