"""Which decisions bear on a thing: what is the machine's, what is a person's, and people's marks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.dossier.exports.lookup import Lookup
from sayso.model.comparison import EventMention
from sayso.model.decisions import Decision, DecisionKind, Holdings, Subject, Target
from sayso.model.happening import Figure
from sayso.model.ids import DocumentId
from sayso.model.speech import Claim

# The Admiralty code: how reliable a source is, and how credible what it says is.
MARKS = {
    DecisionKind.RELIABILITY: re.compile("[A-F]"),
    DecisionKind.CREDIBILITY: re.compile("[1-6]"),
}
MACHINE, PERSON = "machine", "person"


@dataclass(frozen=True, slots=True)
class Marks:
    """The decisions in force on one thing, the oldest first, and what they come to.

    `by` is "person" if a person added or corrected the thing, else "machine". `reliability` and
    `credibility` are the last letter and digit that a person gave, "" where nobody gave one.
    """

    by: str
    decisions: tuple[Decision, ...]
    reliability: str = ""
    credibility: str = ""

    @property
    def kinds(self) -> str:
        """What was decided, in one line: "accept; note"."""
        return "; ".join(one.kind for one in self.decisions)

    @property
    def numbers(self) -> str:
        """The numbers of the decisions in the log, in one line."""
        return "; ".join(str(one.number) for one in self.decisions)

    @property
    def author(self) -> str:
        """Who made the last of them."""
        return self.decisions[-1].author if self.decisions else ""

    @property
    def made_at(self) -> str:
        """When the last of them was made."""
        return self.decisions[-1].made_at if self.decisions else ""


class Decided:
    """The decisions of a case by what they are on."""

    def __init__(self, holdings: Holdings, lookup: Lookup) -> None:
        self._added = holdings.added
        self._lookup = lookup
        self._by_number = {one.number: one for one in holdings.decisions}
        self._on_groups: dict[tuple[Target, str], Marks] = {}
        orphans = {one.number for one in holdings.orphans}
        self._on: dict[tuple[Target, str, DocumentId | None], list[Decision]] = {}
        self._on_members: dict[tuple[Target, str], list[tuple[Subject, Decision]]] = {}
        for decision in holdings.decisions:
            for subject in () if decision.number in orphans else decision.subjects:
                key = subject.kind, subject.id, subject.report
                self._on.setdefault(key, []).append(decision)
                for member in subject.members:
                    held = self._on_members.setdefault((subject.kind, member), [])
                    held.append((subject, decision))

    def on_fact(self, kind: Target, report: DocumentId, name: str) -> Marks:
        """The marks of a claim, a figure, an event or a speaker of one report."""
        found = self._on.get((kind, name, report), ())
        return self._marks(found, f"{report}/{name}")

    def on_report(self, report: DocumentId) -> Marks:
        """The marks of a report. A decision may name it as its subject's id, its report, or both."""
        keys = [(Target.REPORT, report, owner) for owner in (None, report)]
        return self._marks([one for key in keys for one in self._on.get(key, ())], report)

    def on_outlet(self, outlet: str | None) -> Marks:
        """The marks of an outlet, by its name."""
        found = self._on.get((Target.OUTLET, outlet, None), ()) if outlet else ()
        return self._marks(found, "")

    def on_group(self, kind: Target, name: str, members: Iterable[str]) -> Marks:
        """The marks of a point, a toll, a shared event or a shared speaker.

        `members` are "REPORT/FACT". A decision on a group of fewer members, all of which are here,
        is on this one, unless a group of the same kind still has that id.
        """
        if (kind, name) not in self._on_groups:
            self._on_groups[kind, name] = self._marks(self._of_group(kind, name, members), name)
        return self._on_groups[kind, name]

    def on_claim(self, report: DocumentId, claim: Claim) -> Marks:
        """The marks of a claim; its reliability is that of who says it, if it has none itself."""
        own = self.on_fact(Target.CLAIM, report, claim.id)
        said = self.on_claim_speaker(report, claim)
        return replace(own, reliability=own.reliability or said.reliability)

    def on_figure(self, report: DocumentId, figure: Figure) -> Marks:
        """The marks of a figure; what it lacks itself, it has from the claim that gives it."""
        own = self.on_fact(Target.FIGURE, report, figure.id)
        claim = self._lookup.claims.get((report, figure.claim or ""))
        if claim is None:
            return own
        said = self.on_claim(report, claim)
        return replace(
            own,
            reliability=own.reliability or said.reliability,
            credibility=own.credibility or said.credibility,
        )

    def on_claim_speaker(self, report: DocumentId, claim: Claim) -> Marks:
        """The marks of who says a claim: the speaker, or the outlet where it speaks itself."""
        if claim.speaker is not None:
            return self.on_speaker(report, claim.speaker)
        return self.on_outlet(None if claim.chain else self._lookup.report(report).head.outlet)

    def on_speaker(self, report: DocumentId, actor: str) -> Marks:
        """The marks of a report's speaker, those of the shared speaker among them."""
        own = self.on_fact(Target.SPEAKER, report, actor)
        shared = self._lookup.shared_speaker(report, actor)
        if shared is None:
            return own
        members = (f"{one.document}/{one.actor}" for one in shared.mentions)
        both = self.on_group(Target.SHARED_SPEAKER, shared.id, members)
        return self._marks([*own.decisions, *both.decisions], f"{report}/{actor}")

    def on_event(self, report: DocumentId, event: str) -> Marks:
        """The marks of a report's event, those of the shared event among them."""
        own = self.on_fact(Target.EVENT, report, event)
        shared = self._lookup.shared_event_of.get(EventMention(report, event))
        if shared is None:
            return own
        members = (f"{one.document}/{one.event}" for one in shared.mentions)
        both = self.on_group(Target.SHARED_EVENT, shared.id, members)
        return self._marks([*own.decisions, *both.decisions], f"{report}/{event}")

    def added_by(self, name: str) -> Decision | None:
        """The decision that added or corrected "REPORT/FACT" or a point; None for the machine's."""
        number = self._added.get(name)
        return None if number is None else self._by_number.get(number)

    def _of_group(self, kind: Target, name: str, members: Iterable[str]) -> Iterator[Decision]:
        yield from self._on.get((kind, name, None), ())
        held = set(members)
        for member in held:
            for subject, decision in self._on_members.get((kind, member), ()):
                is_gone = subject.id not in self._lookup.group_ids
                if is_gone and held.issuperset(subject.members):
                    yield decision

    def _marks(self, decisions: Iterable[Decision], name: str) -> Marks:
        every = {one.number: one for one in decisions}
        added = self.added_by(name)
        if added is not None:
            every[added.number] = added
        ordered = tuple(every[number] for number in sorted(every))
        return Marks(
            PERSON if name in self._added else MACHINE,
            ordered,
            _last_mark(ordered, DecisionKind.RELIABILITY),
            _last_mark(ordered, DecisionKind.CREDIBILITY),
        )


def mark_given(decision: Decision) -> str:
    """The letter or digit that a decision gives; "" if it gives none."""
    form, mark = MARKS.get(decision.kind), str(decision.value.get("mark"))
    return mark if form and form.fullmatch(mark) else ""


def _last_mark(decisions: Iterable[Decision], kind: DecisionKind) -> str:
    """The last letter or digit that decisions of a kind give; "" if they give none."""
    given = [mark for one in decisions if one.kind is kind and (mark := mark_given(one))]
    return given[-1] if given else ""
