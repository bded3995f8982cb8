"""Who says what."""

from dataclasses import dataclass, field
from enum import StrEnum

from sayso.model.ids import ActorId, AttributionId, fact_id
from sayso.model.limits import check_share
from sayso.model.text import Span


class Speech(StrEnum):
    """How much of the content is in quotation marks: all, some or none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Kind(StrEnum):
    """The kind of act behind a content: it is said, written, thought, intended or perceived."""

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    INTENTION = "intention"
    PERCEPTION = "perception"


class Stance(StrEnum):
    """What the speaker does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    CONCEDES = "concedes"  # admits against own interest
    ACCUSES = "accuses"
    ASKS = "asks"
    INTENDS = "intends"  # promises, threatens, plans
    DECLINES = "declines"  # no comment


class Knowing(StrEnum):
    """How a speaker knows what they say."""

    EYEWITNESS = "eyewitness"  # they were there
    DOCUMENT = "document"
    VIDEO = "video"  # or a photograph, or a recording
    SECOND_HAND = "second_hand"  # another person told them


class ActorType(StrEnum):
    """What kind of thing a speaker is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"
    MEDIA = "media"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A content with the words that say whose it is.

    `content` has several spans where the cue interrupts it; `cue` is the whole verb group; `within`
    is the id of the attribution whose content holds this one.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    speech: Speech
    kind: Kind
    within: AttributionId | None
    score: float
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution has content")
        check_share("score", self.score)
        own = fact_id("attribution", [self.source, self.cue, *self.content])
        object.__setattr__(self, "id", own)


@dataclass(frozen=True, slots=True)
class Basis:
    """How a speaker knows, with the words that say so."""

    kind: Knowing
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said, by which speakers, and how.

    `chain` names the attributions it comes through, outermost speaker first; it is empty where the
    outlet speaks in its own voice. `stance` is that of the innermost speaker, `speaker` the actor,
    `basis` how they know, as far as the text says.
    """

    content: tuple[Span, ...]
    chain: tuple[AttributionId, ...]
    stance: Stance
    hedges: tuple[Span, ...]
    speaker: ActorId | None
    basis: tuple[Basis, ...] = field(default=(), metadata={"added": True})
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a claim has content")
        object.__setattr__(self, "id", fact_id("claim", self.content, *self.chain))


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who speaks in a document.

    `name` is the fullest form used there, `role` the words for what they are ("spokesman for the
    CSP-DPA"); `mentions` holds every place, pronouns that were resolved included.
    """

    name: Span = field(metadata={"words": True})
    type: ActorType
    named: bool
    role: Span | None = field(metadata={"words": True})
    mentions: tuple[Span, ...]
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", fact_id("actor", [self.name]))
