"""Which decisions count now, because no other one takes them back."""

from collections.abc import Iterable

from sayso.model.decisions import Decision


class Standing:
    """Which decisions are taken back, as they come in by number.

    One that takes back can be taken back itself: then what it took back counts again. Each takes back
    an earlier one; nothing else is heeded.
    """

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self.taken_back: set[int] = set()
        self._undone: dict[int, int] = {}  # what each takes back
        self._undoing: dict[int, list[int]] = {}  # which ones take each back
        for one in sorted(decisions, key=lambda one: one.number):
            self._heed(one)
        for number, undone in reversed(self._undone.items()):  # the last one counts
            if number not in self.taken_back:
                self.taken_back.add(undone)

    def add(self, decision: Decision) -> None:
        """Heed a decision that came in after all others."""
        if self._heed(decision):
            self._settle(decision.undoes)

    def _heed(self, decision: Decision) -> bool:
        """Write down what a decision takes back; whether it does."""
        undone = decision.undoes
        if undone is None or undone >= decision.number:
            return False
        self._undone[decision.number] = undone
        self._undoing.setdefault(undone, []).append(decision.number)
        return True

    def _settle(self, number: int | None) -> None:
        """Say of a decision whether it counts now; if that is new, of the one that it takes back too."""
        while number is not None:
            gone = any(one not in self.taken_back for one in self._undoing[number])
            if gone == (number in self.taken_back):
                return
            (self.taken_back.add if gone else self.taken_back.remove)(number)
            number = self._undone.get(number)
