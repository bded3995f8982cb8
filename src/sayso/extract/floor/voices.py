"""Those who may have the floor."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.extract.actors import THIRD_PERSON, SpeakersRead, pronoun_of
from sayso.extract.casting.clusters import SpeakerCluster
from sayso.extract.casting.pronouns import pronoun_fits, sex_of_pronoun
from sayso.extract.casting.sources import speaker_of_source
from sayso.lexicon.actors import source_pronouns
from sayso.model.text import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks or may speak: the words that name them, and the speaker."""

    span: Span
    speaker: SpeakerCluster

    def is_same(self, other: "Voice | None") -> bool:
        """Whether both are one speaker."""
        return other is not None and self.speaker is other.speaker


class Voices:
    """The voices of one text."""

    def __init__(self, text: str, read: SpeakersRead) -> None:
        self.text = text
        self.index = read.index
        self._known: Mapping[str, SpeakerCluster] = read.known
        self.antecedents: dict[Span, Span] = {}
        self.open: set[Span] = set()  # pronouns that may mean two
        self._sexes: dict[SpeakerCluster, str] = {}

    def pronoun(self, source: Span) -> str:
        """The pronoun of the third person that a source is; "" if it is none."""
        word = pronoun_of(self.index, source)
        return word if any(word in source_pronouns(kind) for kind in THIRD_PERSON) else ""

    def named(self, span: Span) -> Voice:
        """The voice that some words name or describe."""
        return Voice(span, speaker_of_source(span, self.index))

    def of_source(self, attribution_id: str, source: Span) -> Voice | None:
        """The voice of an attribution; None for a pronoun that is open."""
        word = pronoun_of(self.index, source)
        if not word:
            return self.named(source)
        speaker = self._known.get(attribution_id)
        if speaker is None:
            return None
        mentions = speaker.mentions
        before = bisect_right(mentions, source.start, key=lambda one: one.shown.end)
        return Voice(mentions[max(0, before - 1)].shown if mentions else source, speaker)

    def fits(self, word: str, voice: Voice | None) -> bool:
        """Whether a pronoun may mean a voice."""
        if voice is None:
            return False
        sex = sex_of_pronoun(word)
        if sex is not None and self._sexes.get(voice.speaker, sex) != sex:
            return False
        words = self.text[voice.span.start : voice.span.end].lower()
        if words.startswith("one of "):
            return sex is not None
        return pronoun_fits(word, voice.speaker)

    def has_sex(self, voice: Voice) -> bool:
        """Whether the sex of a voice is known."""
        return voice.speaker.sex is not None or voice.speaker in self._sexes

    def meant_by(self, word: str, source: Span, voice: Voice) -> None:
        """Record whom a pronoun means; it may tell the sex."""
        self.antecedents[source] = voice.span
        sex = sex_of_pronoun(word)
        if sex is not None:
            self._sexes.setdefault(voice.speaker, sex)
