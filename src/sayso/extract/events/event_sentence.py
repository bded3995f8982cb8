"""A sentence that tells events, with all that their times are read off."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.extract.events.clause_breaks import ClauseBreaks
from sayso.extract.events.tense import Tense, tense_of
from sayso.extract.events.triggers import Trigger
from sayso.model.happening import When
from sayso.text.words import Word


@dataclass(slots=True)
class EventSentence:
    """A sentence with triggers: its words, the triggers with their tenses, the times that it tells.

    `trigger_times` holds the time of each trigger once `date_events` has run.
    """

    tokens: Sequence[Word]
    triggers: Sequence[Trigger]
    times: Sequence[When]
    tenses: list[Tense] = field(init=False)
    trigger_times: list[When | None] = field(init=False)
    breaks: ClauseBreaks = field(init=False)
    last_time_end: int = field(init=False)
    _verb_ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.tenses = [tense_of(self.tokens, trigger) for trigger in self.triggers]
        self.trigger_times = [None] * len(self.triggers)
        self.breaks = ClauseBreaks(self.tokens)
        self.last_time_end = max((when.span.end for when in self.times), default=0)
        self._verb_ends = [trigger.last for trigger in self.triggers if trigger.is_verb]

    def end_of_verb_before(self, stop: int) -> int:
        """The word behind the last verb that ends at a word or before it; 0 if there is none."""
        count = bisect_right(self._verb_ends, stop)
        return self._verb_ends[count - 1] if count else 0
