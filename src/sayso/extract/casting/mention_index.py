"""The mentions of one text and the speakers that they mean, looked up by place."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from sayso.extract.casting.clusters import SpeakerCluster, cluster_mentions
from sayso.extract.casting.finding import find_mentions
from sayso.extract.casting.mentions import Mention
from sayso.extract.casting.tokens import TokenizedText
from sayso.model.text import Span


class MentionIndex:
    """A text, its mentions in order, and the speaker that each means."""

    def __init__(self, tokenized: TokenizedText, sources: Iterable[Span]) -> None:
        self.tokenized = tokenized
        self._starts = [token.start for token in tokenized.tokens]
        edges = [self.token_range(source) for source in sources]
        self.mentions = find_mentions(
            tokenized, {first for first, _ in edges}, {stop for _, stop in edges}
        )
        self._firsts = [mention.outer[0] for mention in self.mentions]
        self._speaker_by_mention: dict[int, SpeakerCluster] = {}
        self._mentions_by_end: dict[int, list[Mention]] = defaultdict(list)
        self._speaker_by_span: dict[Span, SpeakerCluster] = {}
        # For each sentence its speakers with the end of the first place where they stand: anywhere,
        # and outside quotation marks.
        self._first_ends: dict[int, dict[SpeakerCluster, int]] = defaultdict(dict)
        self._first_open_ends: dict[int, dict[SpeakerCluster, int]] = defaultdict(dict)
        for mention, speaker in cluster_mentions(tokenized, self.mentions):
            self._mentions_by_end[mention.outer[1]].append(mention)
            self._record(mention, speaker)

    @property
    def clusters(self) -> list[SpeakerCluster]:
        """All speakers and other bearers of names, in order of their first mention."""
        return list(dict.fromkeys(self._speaker_by_mention.values()))

    def token_range(self, span: Span) -> tuple[int, int]:
        """The first token of a span, and the token behind its last."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def sentence_number(self, span: Span) -> int:
        """The number of the sentence where a span starts."""
        first = min(self.token_range(span)[0], len(self.tokenized.tokens) - 1)
        return self.tokenized.tokens[first].sentence if first >= 0 else 0

    def mentions_within(self, span: Span) -> list[Mention]:
        """The mentions that start inside a span, in order, without those inside another."""
        first, stop = self.token_range(span)
        within: list[Mention] = []
        for at in range(bisect_left(self._firsts, first), len(self.mentions)):
            mention = self.mentions[at]
            if mention.outer[0] >= stop:
                break
            if not within or mention.first >= within[-1].outer[1]:
                within.append(mention)
        return within

    def mentions_ending_at(self, token: int) -> list[Mention]:
        """The mentions that end before a token."""
        return self._mentions_by_end.get(token, [])

    def speaker_of(self, mention: Mention) -> SpeakerCluster:
        """The speaker that a mention means."""
        return self._speaker_by_mention[id(mention)]

    def speaker_named(self, span: Span) -> SpeakerCluster | None:
        """The speaker that is named by exactly these words."""
        return self._speaker_by_span.get(span)

    def is_quoted(self, span: Span) -> bool:
        """Whether a span starts inside quotation marks."""
        return bool(self.tokenized.in_quotes[span.start])

    def speakers_before(self, sentence: int, place: Span) -> Iterator[SpeakerCluster]:
        """The speakers mentioned in a sentence before a place in the text; for a place outside
        quotation marks, only those mentioned outside them."""
        ends = self._first_ends if self.is_quoted(place) else self._first_open_ends
        for speaker, end in ends.get(sentence, {}).items():
            if end <= place.start:
                yield speaker

    def add_speaker(self, mention: Mention) -> SpeakerCluster:
        """A new speaker, known from this mention alone."""
        speaker = SpeakerCluster()
        speaker.add(mention)
        self._record(mention, speaker)
        return speaker

    def add_pronoun(self, speaker: SpeakerCluster, place: Span) -> None:
        """Record that a pronoun means this speaker."""
        speaker.pronouns.append(place)
        self.add_place(speaker, place)

    def add_place(self, speaker: SpeakerCluster, place: Span) -> None:
        """Record that something at a place means this speaker."""
        sentence = self.sentence_number(place)
        self._record_end(self._first_ends[sentence], speaker, place.end)
        if not self.is_quoted(place):
            self._record_end(self._first_open_ends[sentence], speaker, place.end)

    def _record(self, mention: Mention, speaker: SpeakerCluster) -> None:
        self._speaker_by_mention[id(mention)] = speaker
        self._speaker_by_span.setdefault(mention.shown, speaker)
        self.add_place(speaker, mention.shown)

    @staticmethod
    def _record_end(ends: dict[SpeakerCluster, int], speaker: SpeakerCluster, end: int) -> None:
        ends[speaker] = min(end, ends.get(speaker, end))
