"""The places of a page on which decisions can show: claims, figures, events, speakers, groups."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.dossier.figures import TollShown
from sayso.dossier.places import FactKey, Group, Place, Places, member_names
from sayso.dossier.points import PointShown
from sayso.dossier.reports import ReportShown
from sayso.dossier.speakers import SpeakerShown, keys_by_actor
from sayso.model.comparison import Comparison
from sayso.model.decisions import Target


def page_places(
    comparison: Comparison,
    reports: Sequence[ReportShown],
    points: Iterable[PointShown],
    tolls: Iterable[TollShown],
    speakers: Iterable[SpeakerShown],
) -> Places:
    """The places of what is shown, by the ids that decisions name."""
    facts = dict(_facts(reports)) | _speakers(comparison, speakers)
    groups = (
        *map(_point, points),
        *(group for toll in tolls for group in _toll(toll)),
        *_shared_events(comparison, facts),
        *_shared_speakers(comparison, facts),
    )
    heads = {
        head.anchor: (head.document.id, head.head.outlet)
        for one in reports
        for head in (one.read.report, *one.others)
    }
    return Places(facts, groups, heads)


def _facts(reports: Iterable[ReportShown]) -> Iterator[tuple[FactKey, Place]]:
    for one in reports:
        report = one.read.report.document.id
        for claim in one.read.claims:
            if claim.claim is not None:
                words = " … ".join(claim.words.pieces)
                place = Place(Target.CLAIM, claim.words.anchor, words, True)
                yield (Target.CLAIM, report, claim.claim), place
        for figure in one.read.figures:
            place = Place(Target.FIGURE, figure.words.anchor, figure.words.pieces[0], True)
            yield (Target.FIGURE, report, figure.figure.id), place
        for event, shown in one.read.events:
            place = Place(Target.EVENT, shown.words.anchor, shown.words.pieces[0], True)
            yield (Target.EVENT, report, event.id), place


def _speakers(comparison: Comparison, speakers: Iterable[SpeakerShown]) -> dict[FactKey, Place]:
    """The speakers of each report, where the speaker that they are is listed."""
    listed = {one.key: one.names[0] for one in speakers if one.group in ("named", "unnamed")}
    return {
        (Target.SPEAKER, mention.document, mention.actor): Place(Target.SPEAKER, key, listed[key])
        for mention, key in keys_by_actor(comparison).items()
        if key in listed
    }


def _point(shown: PointShown) -> Group:
    members = member_names((one.document, one.claim) for one in shown.point.claims)
    place = Place(Target.POINT, shown.anchor, shown.title.pieces[0])
    return Group(Target.POINT, shown.point.id, members, place)


def _toll(shown: TollShown) -> Iterator[Group]:
    """The toll under each of its policies, all at one place."""
    words = f"{shown.harm}, {shown.who.pieces[0]}" if shown.who else shown.harm
    place = Place(Target.TOLL, shown.anchor, words)
    for policy in shown.policies:
        members = member_names((one.document, one.figure) for one in policy.toll.figures)
        yield Group(Target.TOLL, policy.toll.id, members, place)


def _shared_events(comparison: Comparison, facts: dict[FactKey, Place]) -> Iterator[Group]:
    for shared in comparison.events:
        members = [(one.document, one.event) for one in shared.mentions]
        places = (facts.get((Target.EVENT, *one)) for one in members)
        place = next((one for one in places if one), None)
        if place:
            yield Group(Target.SHARED_EVENT, shared.id, member_names(members), place)


def _shared_speakers(comparison: Comparison, facts: dict[FactKey, Place]) -> Iterator[Group]:
    for shared in comparison.actors:
        members = [(one.document, one.actor) for one in shared.mentions]
        places = (facts.get((Target.SPEAKER, *one)) for one in members)
        place = next((one for one in places if one), None)
        if place:
            yield Group(Target.SHARED_SPEAKER, shared.id, member_names(members), place)
