"""Events that a report comes back to: "the sale", after "they sold it in May"."""

from sayso.extract.events.event_sentence import EventSentence
from sayso.extract.events.triggers import Trigger
from sayso.lexicon.events import event_words
from sayso.lexicon.stems import word_stem
from sayso.lexicon.tenses import tense_words
from sayso.model.happening import When
from sayso.text.marks import is_possessive


class KnownEvents:
    """The times that a report has told so far for each word, if it told only one."""

    def __init__(self) -> None:
        self._times: dict[str, When | None] = {}

    def date_returning(self, sentence: EventSentence) -> None:
        """Give "the sale" without a time of its own that of the sale told before."""
        for at, trigger in enumerate(sentence.triggers):
            if sentence.trigger_times[at] is None and _comes_back(sentence, trigger):
                sentence.trigger_times[at] = self._times.get(_stem(sentence, trigger))

    def add(self, sentence: EventSentence) -> None:
        """Take in the times of a sentence."""
        for trigger, when in zip(sentence.triggers, sentence.trigger_times, strict=True):
            if when is None:
                continue
            stem = _stem(sentence, trigger)
            known = self._times.setdefault(stem, when)
            if known and (known.first, known.last) != (when.first, when.last):
                self._times[stem] = None


def _stem(sentence: EventSentence, trigger: Trigger) -> str:
    return word_stem(sentence.tokens[trigger.first].lower)


def _comes_back(sentence: EventSentence, trigger: Trigger) -> bool:
    """Whether a noun of an ordinary kind means an event that the reader knows."""
    if trigger.is_verb or trigger.first == 0 or trigger.kind not in event_words().ordinary:
        return False
    before = sentence.tokens[trigger.first - 1].lower
    return before in tense_words().known or is_possessive(before)
