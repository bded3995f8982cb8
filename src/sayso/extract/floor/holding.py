"""Who holds the floor at one place of a text, and who may speak next."""

from dataclasses import dataclass, field

from sayso.extract.floor.utterances import Utterance
from sayso.extract.floor.voices import Voice
from sayso.model.speech import ActorType

MAX_HEARD = 12  # voices that are remembered
BODIES = frozenset({ActorType.ORGANISATION, ActorType.STATE, ActorType.MEDIA, ActorType.DOCUMENT})


@dataclass(frozen=True, slots=True)
class _Last:
    """The last utterance, with its voice."""

    utterance: Utterance
    voice: Voice | None


@dataclass(slots=True)
class Floor:
    """Who spoke and who may speak next.

    `here` goes on in the same paragraph, `next` speaks in another one; `talking` is with whom the last
    voice talks. `told_since` counts the sentences since the last utterance.
    """

    here: Voice | None = None
    next: Voice | None = None
    heard: list[Voice] = field(default_factory=list)  # the latest last
    last: _Last | None = None
    talking: Voice | None = None
    talking_asked: bool = False
    talks_in_paragraph: bool = False
    told_since: int = 0
    told_paragraph: int = -1
    told: Voice | None = None
    told_says: bool = False  # whether that voice says something there
    beside: list[Voice] = field(default_factory=list)  # whom the last sentence mentions
    told_of: str = ""  # the pronoun for whom the last sentence addresses
    is_open: bool = False

    def is_in(self, utterance: Utterance) -> bool:
        """Whether the last sentence stands in the paragraph of an utterance."""
        return self.told_paragraph == utterance.paragraph

    def hear(self, voice: Voice) -> None:
        """Remember a voice as the latest one."""
        self.heard = [one for one in self.heard if not one.is_same(voice)][-MAX_HEARD:]
        self.heard.append(voice)

    def only_other(self, voice: Voice) -> Voice | None:
        """The one person beside another, if just one was heard."""
        others = [
            one for one in self.heard if not one.is_same(voice) and one.speaker.type not in BODIES
        ]
        return others[0] if len(others) == 1 else None

    def utter(
        self, utterance: Utterance, voice: Voice | None, replies: bool, addressed: Voice | None
    ) -> None:
        """Take in an utterance by a voice, and say who may speak behind it."""
        last, is_next = self.last, self.last is not None and self.told_since == 0
        before = last.voice if last is not None else None
        in_paragraph = last is not None and last.utterance.paragraph == utterance.paragraph
        partner = self._partner(voice, replies) or addressed or self._asked(utterance, voice)
        talks = partner is not None and partner.is_same(before)
        goes_on = in_paragraph and voice is not None and voice.is_same(before)
        self.last, self.told_since, self.told = _Last(utterance, voice), 0, None
        self.is_open, self.here = not utterance.closed, voice
        self.beside, self.told_of = [], ""
        if goes_on and utterance.last != "?":
            return
        self.talks_in_paragraph = in_paragraph and talks
        self.talking_asked = last is not None and last.utterance.last == "?"
        self.talking, self.next = partner, voice
        if voice is None:
            return
        self.hear(voice)
        beside_unknown = is_next and before is None
        in_talk = replies or addressed is None or (is_next and talks)
        if utterance.last == "?":
            alone = len(self.heard) == 1 and not beside_unknown
            self.next = partner or (voice if alone else None)
        elif beside_unknown:
            self.next = None
        elif partner is not None and in_talk and utterance.alone:
            self.next = partner if replies else None

    def _asked(self, utterance: Utterance, voice: Voice | None) -> Voice | None:
        """Whom a question asks: the only other one heard, unless the sentence before was the voice's."""
        if voice is None or utterance.last != "?" or voice.is_same(self.told):
            return None
        return self.only_other(voice)

    def _partner(self, voice: Voice | None, replies: bool) -> Voice | None:
        """With whom a voice talks: who spoke right before, or the only other one heard."""
        if voice is None:
            return None
        if self.told is not None and replies and not self.told.is_same(voice):
            return self.told
        if self.last is not None and self.told_since == 0:
            spoke = self.last.voice
            if spoke is not None and not spoke.is_same(voice):
                return spoke
            if spoke is not None and self.talking is not None:
                return self.talking
        return None

    def tell(self, voice: Voice | None, paragraph: int, is_crowded: bool, is_saying: bool) -> None:
        """Take in a sentence about a voice; None where it is about nobody who speaks.

        `is_crowded` says that it has somebody in it who might; `is_saying` that the voice says
        something in it.
        """
        same = paragraph == self.told_paragraph
        self.told_since += 1
        if voice is None:
            keeps = same or (self.last is not None and self.last.utterance.paragraph == paragraph)
            keeps = (keeps or self._is_alone()) and not is_crowded
            self.here = self.next = self.here if keeps else None
        else:
            both_say = same and self.told is not None and self.told_says and is_saying
            is_open = both_say and not voice.is_same(self.told)
            self.hear(voice)
            self.here = self.told = voice
            self.told_says = is_saying
            self.next = None if is_open else voice
            self.is_open = False
        self.told_paragraph = paragraph

    def _is_alone(self) -> bool:
        """Whether only one voice was heard, and it has uttered something."""
        return len(self.heard) == 1 and self.last is not None and self.last.voice is not None

    def break_off(self) -> None:
        """Forget who speaks: another entry begins."""
        self.here = self.next = self.talking = self.told = None
        self.last, self.is_open, self.beside = None, False, []
