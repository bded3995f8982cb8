"""Short marks beside what people decided on: who, what, and where the decision stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.dossier.decision_words import deed_words, mark_words, plain_deed, text_given
from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.marks import mark_given
from sayso.model.decisions import Decision, DecisionKind

MAX_NAME = 30  # characters of a name or a side on a badge
MAX_MEANING = 400  # characters; the list of decisions has all of it
RATED = {DecisionKind.RELIABILITY: "source", DecisionKind.CREDIBILITY: "what is said"}
DEEDS = {
    DecisionKind.ADD: "added",
    DecisionKind.CORRECT: "changed",
    DecisionKind.MERGE: "changed",
    DecisionKind.SPLIT: "changed",
    DecisionKind.ACCEPT: "accepted",
    DecisionKind.REJECT: "rejected",
    DecisionKind.NOTE: "note",
}


@dataclass(frozen=True, slots=True)
class Badge:
    """A mark beside a thing: what it shows, what it means in words, the number of its decision.

    `kind` is "rating", "side" or "deed".
    """

    kind: str
    text: str
    meaning: str
    number: int


def decision_anchor(number: int) -> str:
    """The name of a decision as a place on the page."""
    return f"d{number}"


def badges_of(decisions: Iterable[Decision], lookup: Lookup) -> tuple[Badge, ...]:
    """The badges of one thing, from the decisions on it."""
    ordered = sorted({one.number: one for one in decisions}.items())
    every = [one for _, one in ordered]
    return (*_rating(every), *_side(every), *_deeds(every, lookup))


def _rating(decisions: Sequence[Decision]) -> Iterator[Badge]:
    """The Admiralty letter and digit, the last that were given."""
    kinds = (DecisionKind.RELIABILITY, DecisionKind.CREDIBILITY)
    given = [
        last
        for kind in kinds
        for last in [one for one in decisions if one.kind is kind and mark_given(one)][-1:]
    ]
    if given:
        means = "; ".join(
            f"{RATED[one.kind]} {mark_words(one)} (the mark of {one.author})" for one in given
        )
        text = "".join(map(mark_given, given))
        yield _badge("rating", text, means, max(one.number for one in given))


def _side(decisions: Sequence[Decision]) -> Iterator[Badge]:
    for last in [one for one in decisions if one.kind is DecisionKind.SIDE][-1:]:
        side = text_given(last)
        meaning = f"{last.author} says that this source speaks for {side}"
        yield _badge("side", f"side: {_shortened(side)}", meaning, last.number)


def _deeds(decisions: Sequence[Decision], lookup: Lookup) -> Iterator[Badge]:
    """Who did what to it, last; the same deed of one kind is told once."""
    last = {DEEDS[one.kind]: one for one in decisions if one.kind in DEEDS}
    for deed, decision in last.items():
        text = f"{deed} by {_shortened(decision.author)}"
        is_note = decision.kind is DecisionKind.NOTE
        told = text_given(decision) if is_note else plain_deed(deed_words(decision, lookup))
        why = f". Reason: {decision.reason}" if decision.reason else ""
        yield _badge("deed", text, told + why, decision.number)


def _badge(kind: str, text: str, meaning: str, number: int) -> Badge:
    """A badge whose meaning begins with what it shows, so that both have one name."""
    return Badge(kind, text, _shortened(f"{text}: {meaning}", MAX_MEANING), number)


def _shortened(text: str, most: int = MAX_NAME) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
