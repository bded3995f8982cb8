"""Where on the page the things stand that people decide on, found by what a decision names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sayso.model.decisions import Subject, Target
from sayso.model.ids import DocumentId

FactKey = tuple[Target, DocumentId, str]  # what kind of fact, in which report, its id


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the page: what stands there, and in which words.

    `is_words` says that it is a place in the text of a report.
    """

    kind: Target
    anchor: str
    words: str = ""
    is_words: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A point, a toll, a shared event or a shared speaker: its id, its members, its place."""

    kind: Target
    id: str
    members: frozenset[str]
    place: Place


@dataclass(frozen=True)
class Places:
    """All places of one page.

    `facts` has claims, figures, events and speakers of one report. `heads` has each report's anchor
    with the id of its text and its outlet.
    """

    facts: Mapping[FactKey, Place] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    heads: Mapping[str, tuple[DocumentId, str | None]] = field(default_factory=dict)

    def of(self, subject: Subject) -> Place | None:
        """The place of what a decision was made on; None if it is not shown.

        A group that is gone is where the group is that holds all of its members.
        """
        if subject.kind in (Target.REPORT, Target.OUTLET):
            anchor = self._heads_by_name.get((subject.kind, subject.id))
            return Place(subject.kind, anchor) if anchor else None
        if subject.report is not None:
            return self.facts.get((subject.kind, subject.report, subject.id))
        same = self._groups_by_id.get((subject.kind, subject.id))
        return same.place if same else self._holding(subject)

    @cached_property
    def by_name(self) -> dict[str, Place]:
        """The places of facts by "REPORT/FACT", and those of points by their ids."""
        found = {f"{report}/{name}": place for (_, report, name), place in self.facts.items()}
        return found | {one.id: one.place for one in self.groups if one.kind is Target.POINT}

    def _holding(self, subject: Subject) -> Place | None:
        wanted = frozenset(subject.members)
        for member in subject.members[:1]:
            for group in self._groups_by_member.get((subject.kind, member), ()):
                if group.members >= wanted:
                    return group.place
        return None

    @cached_property
    def _groups_by_id(self) -> dict[tuple[Target, str], Group]:
        return {(one.kind, one.id): one for one in self.groups}

    @cached_property
    def _groups_by_member(self) -> dict[tuple[Target, str], list[Group]]:
        found: dict[tuple[Target, str], list[Group]] = {}
        for group in self.groups:
            for member in group.members:
                found.setdefault((group.kind, member), []).append(group)
        return found

    @cached_property
    def _heads_by_name(self) -> dict[tuple[Target, str], str]:
        """The anchors of reports and outlets by id and name, each that of the first report."""
        found: dict[tuple[Target, str], str] = {}
        for anchor, (report, outlet) in self.heads.items():
            found.setdefault((Target.REPORT, report), anchor)
            if outlet:
                found.setdefault((Target.OUTLET, outlet), anchor)
        return found


def member_names(pairs: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The members of a group, each as "REPORT/FACT"."""
    return frozenset(f"{report}/{name}" for report, name in pairs)
