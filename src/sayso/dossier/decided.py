"""What people decided, where it shows on the page: the list of decisions, and badges beside things."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sayso.dossier.badges import Badge, badges_of, decision_anchor
from sayso.dossier.correction_words import Phrase
from sayso.dossier.decision_words import day_and_time, deed_words, noun
from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.marks import Decided
from sayso.dossier.places import Places
from sayso.dossier.reasons import without_folders
from sayso.dossier.report_words import Reports
from sayso.model.decisions import Decision, DecisionKind, Holdings, Target


@dataclass(frozen=True, slots=True)
class About:
    """A thing that a decision is about, in the words that the person saw.

    `anchor` is its place on the page, or None if it is not shown. `is_words` says that it leads to
    words of a report.
    """

    noun: str
    words: str
    anchor: str | None
    is_words: bool


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """A decision as the page lists it."""

    number: int
    day: str
    time: str
    author: str
    deed: tuple[Phrase, ...]
    about: tuple[About, ...]
    reason: str

    @property
    def anchor(self) -> str:
        """Its name as a place on the page."""
        return decision_anchor(self.number)


@dataclass(frozen=True, slots=True)
class DecidedShown:
    """The decisions in force, the newest first, and the badges of each place on the page.

    `standing` has those on what is there, `rejected` those that rejected something, `orphaned` those
    on what is gone.
    """

    standing: tuple[DecisionShown, ...] = ()
    rejected: tuple[DecisionShown, ...] = ()
    orphaned: tuple[DecisionShown, ...] = ()
    badges: Mapping[str, tuple[Badge, ...]] = field(default_factory=dict)

    @property
    def every(self) -> tuple[DecisionShown, ...]:
        """All decisions."""
        return (*self.standing, *self.rejected, *self.orphaned)

    @property
    def people(self) -> int:
        """How many people decided."""
        return len({one.author for one in self.every})


def decided_shown(holdings: Holdings | None, places: Places, reports: Reports) -> DecidedShown:
    """What people decided; nothing where there are no holdings."""
    if holdings is None or not holdings.decisions:
        return DecidedShown()
    lookup = Lookup(holdings.comparison)
    orphans = {one.number for one in holdings.orphans}
    lists: dict[str, list[DecisionShown]] = {"standing": [], "rejected": [], "orphaned": []}
    for decision in sorted(holdings.decisions, key=lambda one: -one.number):
        is_gone = decision.number in orphans
        is_rejection = decision.kind is DecisionKind.REJECT
        name = "orphaned" if is_gone else "rejected" if is_rejection else "standing"
        about = _about(decision, holdings, None if is_gone else places, reports)
        lists[name].append(_shown(decision, about, lookup))
    badges = _badges(Decided(holdings, lookup), places, lookup)
    return DecidedShown(**{name: tuple(some) for name, some in lists.items()}, badges=badges)


def _shown(decision: Decision, about: Iterable[About], lookup: Lookup) -> DecisionShown:
    day, time = day_and_time(decision.made_at)
    deed = deed_words(decision, lookup)
    return DecisionShown(
        decision.number, day, time, decision.author, deed, tuple(about), decision.reason
    )


def _about(
    decision: Decision, holdings: Holdings, places: Places | None, reports: Reports
) -> Iterator[About]:
    """The things that a decision is about; of one that added something, that."""
    if decision.kind is DecisionKind.ADD and places is not None:
        added = [name for name, number in holdings.added.items() if number == decision.number]
        found = [place for name in added if (place := places.by_name.get(name))]
        if found:
            for place in found:
                yield About(noun(place.kind), place.words, place.anchor, place.is_words)
            return
    for subject in decision.subjects:
        place = places.of(subject) if places is not None else None
        words = without_folders(reports, subject.words) or (place.words if place else "")
        anchor = place.anchor if place else None
        yield About(noun(subject.kind), words, anchor, place is not None and place.is_words)


def _badges(decided: Decided, places: Places, lookup: Lookup) -> dict[str, tuple[Badge, ...]]:
    found = {
        anchor: badges_of(decisions, lookup)
        for anchor, decisions in _decisions_by_anchor(decided, places, lookup).items()
        if decisions
    }
    return {anchor: badges for anchor, badges in found.items() if badges}


def _decisions_by_anchor(
    decided: Decided, places: Places, lookup: Lookup
) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = {}
    for (kind, report, name), place in places.facts.items():
        found.setdefault(place.anchor, []).extend(_on_fact(decided, kind, report, name, lookup))
    for group in places.groups:
        marks = decided.on_group(group.kind, group.id, group.members)
        found.setdefault(group.place.anchor, []).extend(marks.decisions)
    for anchor, (report, outlet) in places.heads.items():
        # what was added to a report is marked itself
        on_report = [
            one for one in decided.on_report(report).decisions if one.kind is not DecisionKind.ADD
        ]
        found[anchor] = [*on_report, *decided.on_outlet(outlet).decisions]
    return found


def _on_fact(
    decided: Decided, kind: Target, report: str, name: str, lookup: Lookup
) -> Iterator[Decision]:
    """The decisions on a fact; for a claim, the letter of who says it too."""
    if kind is Target.EVENT:
        yield from decided.on_event(report, name).decisions
        return
    if kind is Target.SPEAKER:
        yield from decided.on_speaker(report, name).decisions
        return
    added = decided.added_by(f"{report}/{name}")
    for one in decided.on_fact(kind, report, name).decisions:
        # a decision that made a point names its claims, and made none of them
        if one.kind is not DecisionKind.ADD or one == added:
            yield one
    claim = lookup.claims.get((report, name)) if kind is Target.CLAIM else None
    if claim is not None:
        for one in decided.on_claim_speaker(report, claim).decisions:
            if one.kind is DecisionKind.RELIABILITY:
                yield one
