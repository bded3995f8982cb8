"""Events that a report comes back to: "the sale", after "they sold it in May"."""

from sayso.extract.events.event_sentence import EventSentence
from sayso.extract.events.triggers import Trigger
from sayso.lexicon.events import event_words
from sayso.lexicon.stems import word_stem
from sayso.lexicon.tenses import tense_words
from sayso.model.happening import When
from sayso.text.marks import is_possessive


class KnownEvents:
    """The time of the event that each word means, if the report so far tells only one."""

    def __init__(self) -> None:
        self._times: dict[str, When | None] = {}

    def date_returning(self, sentence: EventSentence) -> None:
        """Give "the sale" without a time of its own that of the sale told before."""
        for at, trigger in enumerate(sentence.triggers):
            if sentence.trigger_times[at] is None and _comes_back(sentence, trigger):
                sentence.trigger_times[at] = self._times.get(_stem(sentence, trigger))

    def add_told(self, sentence: EventSentence) -> None:
        """Take in the times that a sentence tells: two of one word make it unclear which is meant."""
        for trigger, when in zip(sentence.triggers, sentence.trigger_times, strict=True):
            stem = _stem(sentence, trigger)
            known = when and self._times.setdefault(stem, when)
            if when and known and (known.first, known.last) != (when.first, when.last):
                self._times[stem] = None

    def add_inferred(self, sentence: EventSentence) -> None:
        """Take in all times of a sentence, for words that had none before."""
        for trigger, when in zip(sentence.triggers, sentence.trigger_times, strict=True):
            if when is not None:
                self._times.setdefault(_stem(sentence, trigger), when)


def _stem(sentence: EventSentence, trigger: Trigger) -> str:
    return word_stem(sentence.tokens[trigger.first].lower)


def _comes_back(sentence: EventSentence, trigger: Trigger) -> bool:
    """Whether a noun of an ordinary kind means an event that the reader knows."""
    if trigger.is_verb or trigger.kind not in event_words().ordinary:
        return False
    before = [word.lower for word in sentence.tokens[max(0, trigger.first - 2) : trigger.first]]
    if before and before[-1] in tense_words().of_another:
        return False
    return any(lower in tense_words().known or is_possessive(lower) for lower in before)
