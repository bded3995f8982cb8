"""The points that claims speak to: who is for, who is against, and how many voices each has."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.compare.points.agreement import find_agreement
from sayso.compare.points.claim_reader import prepare_all_claims, prepare_claims
from sayso.compare.points.concessions import concessions_by_story
from sayso.compare.points.denials import (
    asked_pairs,
    denials_by_story,
    denied_alone,
    find_answers,
)
from sayso.compare.points.disputes import find_disputes
from sayso.compare.points.drafts import (
    Draft,
    add_concessions,
    agreement_drafts,
    denial_drafts,
    dispute_drafts,
    figure_drafts,
)
from sayso.compare.points.figure_disputes import find_figure_disputes
from sayso.compare.points.point_maker import BY_HAND, PointMaker
from sayso.compare.points.relations import find_relations
from sayso.compare.points.ruled_points import follow_point_rulings
from sayso.compare.points.stand_reasons import StandReasons
from sayso.compare.points.story_claims import reports_in_order
from sayso.compare.points.verdict_reader import Network, read_claims
from sayso.compare.sources.claim_origins import ClaimKey
from sayso.encoder.dispute_scores import read_disputes
from sayso.model.comparison import ActorMention, Point, SharedEvent, State, Toll
from sayso.model.facts import Facts
from sayso.model.rulings import NO_RULINGS, Rulings

STATE_ORDER = {State.CONTESTED: 0, State.CONCEDED: 0, State.CORROBORATED: 1, State.SINGLE: 2}


def find_points(
    pile: Sequence[Facts],
    events: Sequence[SharedEvent],
    tolls: Sequence[Toll],
    voices: Mapping[ActorMention, str],
    origin_of: Mapping[ClaimKey, str],
    rulings: Rulings = NO_RULINGS,
    network: Network = read_disputes,
) -> tuple[tuple[Point, ...], Rulings]:
    """The points of a story: the disputed ones first, the surest before the others.

    A claim speaks to one point at most. A claim that no other speaks to is a point only if it denies
    aloud what nobody here utters. `events` and `tolls` are those of the story; `voices` has the key of
    each speaker, `origin_of` the origin of each claim. Gives the rulings on points that could not be
    followed too.
    """
    facts = {report.document.id: report for report in pile}
    story_of = dict.fromkeys(facts, "")
    claims = [
        claim
        for document in reports_in_order(story_of)
        for claim in prepare_claims(facts[document], voices)
    ]
    denials = denials_by_story(claims, facts, story_of)
    read = read_claims(claims, facts, story_of, asked_pairs(denials), network)
    verdicts = read.verdicts
    answers = find_answers(denials, verdicts.odds_of_opposition)
    figures = find_figure_disputes(pile, tolls, claims, events, origin_of)
    reasons = StandReasons(claims, facts, answers, verdicts.pairs)
    place_of = {claim.key: place for place, claim in enumerate(claims)}
    drafts = list(figure_drafts(figures, place_of))
    relations = find_relations(claims, facts, read, answers)
    disputes = find_disputes(relations, _members(drafts))
    drafts += dispute_drafts(disputes, reasons)
    concessions = concessions_by_story(claims, facts, story_of, verdicts.odds_of_relation)
    add_concessions(drafts, concessions, reasons)
    groups = find_agreement(claims, story_of, origin_of, _members(drafts))
    drafts += agreement_drafts(groups, reasons)
    alone = set(denied_alone(claims, facts, answers)) - _members(drafts)
    drafts += denial_drafts(sorted(alone), reasons)
    named = [one for point in rulings.added_points for one in point.claims]
    missing = {(one.document, one.claim) for one in named} - place_of.keys()
    claims += [
        claim
        for document in sorted({document for document, _ in missing} & facts.keys())
        for claim in prepare_all_claims(facts[document], voices)
        if claim.key in missing
    ]
    place_of = {claim.key: place for place, claim in enumerate(claims)}
    maker = PointMaker(claims, facts, origin_of, verdicts)
    drafts, unmet = follow_point_rulings(drafts, rulings, place_of, maker)
    return in_order_of_rank(map(maker.make, drafts)), unmet


def in_order_of_rank(points: Iterable[Point]) -> tuple[Point, ...]:
    """The disputed points first, the surest before the others."""
    return tuple(sorted(points, key=_rank))


def _members(drafts: Sequence[Draft]) -> set[int]:
    return {place for draft in drafts for place in draft.members}


def _rank(point: Point) -> tuple[int, float, int, str]:
    """A sort key: the disputed first, by their chance, then what most claims speak to.

    What somebody decided is surest.
    """
    by_hand = any(why.feature == BY_HAND for why in point.why)
    chance = 1.0 if by_hand else point.probability or 0.0
    return STATE_ORDER[point.state], -chance, -len(point.claims), point.id
