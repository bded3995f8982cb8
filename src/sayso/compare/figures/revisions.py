"""How numbers for one thing follow one another: what each changes of those said before it.

The numbers are taken in the order in which they were said. A thread is a number that speakers keep
up or agree on. The next number grows, corrects or repeats a thread, or opens one against it.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from sayso.compare.figures.dated_number import (
    DatedNumber,
    are_opposed,
    is_said_later,
    outgrows,
    saying_order,
)
from sayso.compare.figures.quantity import are_apart
from sayso.model.comparison import Change
from sayso.model.reasons import Reason, RuleName, because

# The numbers of one toll that are kept up side by side; real ones have up to five. A further
# number that follows from none of them opens no thread, and its step says so.
MAX_THREADS = 40


@dataclass(frozen=True, slots=True)
class ThreadStep:
    """What a number is to a former one, and the reason; `change` is None if their order is unknown."""

    number: DatedNumber
    change: Change | None
    former: DatedNumber | None
    reason: Reason


@dataclass(eq=False, slots=True)
class Thread:
    """A number that is kept up: the current one, those that it has replaced, and its speakers.

    `past` has the first of the replaced numbers with each value.
    """

    current: DatedNumber
    past: dict[int | None, DatedNumber] = field(default_factory=dict)
    speakers: set[Hashable] = field(default_factory=set)

    def replace_current(self, number: DatedNumber) -> None:
        """Let a number take the place of the current one."""
        self.past.setdefault(self.current.value, self.current)
        self.current = number
        self.speakers.add(number.speaker)

    def number_with_value(self, value: int | None) -> DatedNumber | None:
        """The number that has a value: the current one, or the first of the past ones."""
        return self.current if self.current.value == value else self.past.get(value)


class Threads:
    """The threads of some numbers: `steps` says what each number changed, in order of saying."""

    def __init__(self, numbers: Sequence[DatedNumber]) -> None:
        self.threads: list[Thread] = []
        self._is_one_report = len({number.report for number in numbers}) == 1
        self._former: dict[tuple[str, Hashable], DatedNumber] = {}
        self.steps = [self._step_of(number) for number in sorted(numbers, key=saying_order)]

    def _step_of(self, number: DatedNumber) -> ThreadStep:
        """What a number is to those before it: the first rule that has an answer decides."""
        for rule in (
            self._presented_as_former,
            self._takes_place_of_former,
            self._kept_up_by_speaker,
            self._same_as_current,
            self._same_as_past,
            self._may_both_be_right,
            self._said_later_and_grown,
        ):
            step = rule(number)
            if step is not None:
                return step
        return self._follows_none(number)

    def _presented_as_former(self, number: DatedNumber) -> ThreadStep | None:
        """The report presents it as an earlier figure."""
        if not number.is_former:
            return None
        self._former[number.report, number.speaker] = number
        known = (thread.number_with_value(number.value) for thread in self.threads)
        same = next((one for one in known if one is not None), None)
        return ThreadStep(number, Change.OLDER, same, because(RuleName.TOLD_AS_EARLIER))

    def _takes_place_of_former(self, number: DatedNumber) -> ThreadStep | None:
        """The report says that it takes the place of another."""
        former = self._former.get((number.report, number.speaker))
        thread = self._thread_with(former) if former else self._thread_to_correct(number)
        if former is None and thread is not None and number.revision is not None:
            former = thread.current
        if former is None or former.value == number.value:
            return None
        if thread is None and self._is_full():
            return None
        (thread or self._open_thread(former)).replace_current(number)
        if number.revision is not None or number.amount < former.amount:
            reason = because(RuleName.TAKES_PLACE_OF, former.label)
            return ThreadStep(number, Change.CORRECTION, former, reason)
        return ThreadStep(number, Change.UPDATE, former, because(RuleName.UP_FROM, former.words))

    def _kept_up_by_speaker(self, number: DatedNumber) -> ThreadStep | None:
        """The same speaker gave another number before."""
        thread = self._thread_of_speaker(number.speaker)
        if thread is None or thread.current.value == number.value:
            return None
        before = thread.current
        is_less, is_later = number.amount < before.amount, is_said_later(number, before)
        if number.value in thread.past:
            reason = because(RuleName.REPEATS_SUPERSEDED, before.label)
            return ThreadStep(number, Change.OLDER, before, reason)
        if not are_apart(number.bounds, before.bounds) and (is_less or not is_later):
            reason = because(RuleName.MAY_BOTH_BE_RIGHT, before.label)
            return ThreadStep(number, Change.AGREES, before, reason)
        if is_less and not is_later:
            return ThreadStep(number, None, before, because(RuleName.ORDER_NOT_KNOWN, before.label))
        thread.replace_current(number)
        rule = RuleName.SPEAKER_NOW_FEWER if is_less else RuleName.SPEAKER_NOW_MORE
        change = Change.CORRECTION if is_less and not number.may_decrease else Change.UPDATE
        return ThreadStep(number, change, before, because(rule, before.words))

    def _same_as_current(self, number: DatedNumber) -> ThreadStep | None:
        """It is the current number of a thread."""
        for thread in self.threads:
            if thread.current.value == number.value:
                thread.speakers.add(number.speaker)
                reason = because(RuleName.SAME_AS, thread.current.label)
                return ThreadStep(number, Change.AGREES, thread.current, reason)
        return None

    def _same_as_past(self, number: DatedNumber) -> ThreadStep | None:
        """It is a number that has been replaced since, by one that is not of another side."""
        for thread in self.threads:
            past = thread.past.get(number.value)
            if past is not None and not are_opposed(number, thread.current):
                reason = because(RuleName.REPEATS_SUPERSEDED, thread.current.label)
                return ThreadStep(number, Change.OLDER, past, reason)
        return None

    def _may_both_be_right(self, number: DatedNumber) -> ThreadStep | None:
        """It can be right together with a current number, and is no later, higher one."""
        for thread in self.threads:
            before = thread.current
            is_more = number.amount > before.amount
            if are_apart(number.bounds, before.bounds) or are_opposed(number, before):
                continue
            if is_more and is_said_later(number, before):
                continue
            thread.speakers.add(number.speaker)
            if is_more:
                thread.current = number
            reason = because(RuleName.MAY_BOTH_BE_RIGHT, before.label)
            return ThreadStep(number, Change.AGREES, before, reason)
        return None

    def _said_later_and_grown(self, number: DatedNumber) -> ThreadStep | None:
        """It is what has become of a current number: of the greatest that it may follow."""
        under = [thread for thread in self.threads if outgrows(number, thread.current)]
        thread = max(under, key=lambda thread: thread.current.amount, default=None)
        if thread is None:
            return None
        before = thread.current
        thread.replace_current(number)
        is_more = number.amount > before.amount
        rule = RuleName.LATER_AND_HIGHER if is_more else RuleName.LATER_AND_LOWER
        return ThreadStep(number, Change.UPDATE, before, because(rule, before.label))

    def _follows_none(self, number: DatedNumber) -> ThreadStep:
        """It does not follow from any number before it."""
        if self._is_full():
            return ThreadStep(number, None, None, because(RuleName.TOO_MANY_NUMBERS))
        currents = [thread.current for thread in self.threads]
        before = next((other for other in currents if are_apart(number.bounds, other.bounds)), None)
        self._open_thread(number)
        if not currents:
            has_order = number.said is not None or self._is_one_report
            change = Change.FIRST if has_order else None
            return ThreadStep(number, change, None, because(RuleName.FIRST_COUNT))
        if before is None:
            return ThreadStep(number, None, None, because(RuleName.NEITHER))
        if number.report != before.report and not (number.said and before.said):
            return ThreadStep(number, None, before, because(RuleName.ORDER_NOT_KNOWN, before.label))
        reason = because(_rule_of_difference(number, before), before.label)
        return ThreadStep(number, Change.RIVAL, before, reason)

    def _is_full(self) -> bool:
        return len(self.threads) >= MAX_THREADS

    def _open_thread(self, number: DatedNumber) -> Thread:
        thread = Thread(number, speakers={number.speaker})
        self.threads.append(thread)
        return thread

    def _thread_of_speaker(self, speaker: Hashable) -> Thread | None:
        return next((thread for thread in self.threads if speaker in thread.speakers), None)

    def _thread_with(self, number: DatedNumber) -> Thread | None:
        """The first thread that holds the value of a number, or else its speaker's."""
        for thread in self.threads:
            if thread.number_with_value(number.value) is not None:
                return thread
        return self._thread_of_speaker(number.speaker)

    def _thread_to_correct(self, number: DatedNumber) -> Thread | None:
        """The thread that a correction names, its speaker's, or one not opposed, if there is one."""
        previous = number.revision.previous if number.revision else None
        if previous is not None:
            fitting = [thread for thread in self.threads if str(thread.current.value) == previous]
        else:
            fitting = [thread for thread in self.threads if number.speaker in thread.speakers]
            fitting = fitting or [
                thread for thread in self.threads if not are_opposed(number, thread.current)
            ]
        return fitting[0] if len(fitting) == 1 else None


def _rule_of_difference(number: DatedNumber, before: DatedNumber) -> RuleName:
    """Why a number that differs from one before it does not simply replace it."""
    if are_opposed(number, before):
        return RuleName.DIFFERS_OTHER_SIDE
    if is_said_later(number, before):
        return RuleName.DIFFERS_LATER
    return RuleName.DIFFERS_AT_ONCE
