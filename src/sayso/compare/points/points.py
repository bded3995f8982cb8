"""The points that claims speak to: who is for, who is against, and how many voices each has."""

from collections.abc import Mapping, Sequence

from sayso.compare.points.agreement import find_agreement
from sayso.compare.points.claim_reader import prepare_claims
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
from sayso.compare.points.figure_disputes import FigureDispute, find_figure_disputes
from sayso.compare.points.point_maker import PointMaker
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.relations import find_relations
from sayso.compare.points.stand_reasons import StandReasons
from sayso.compare.points.story_claims import reports_in_order
from sayso.compare.points.verdict_reader import read_claims
from sayso.compare.sources.claim_origins import claim_origins
from sayso.compare.sources.speakers import speaker_keys
from sayso.model.comparison import ActorMention, Comparison, Point, State, Story, Toll
from sayso.model.facts import Facts

STATE_ORDER = {State.CONTESTED: 0, State.CONCEDED: 0, State.CORROBORATED: 1, State.SINGLE: 2}


def find_points(
    pile: Sequence[Facts], compared: Comparison, tolls: Sequence[Toll]
) -> tuple[Point, ...]:
    """The points of every story: the disputed ones first, the surest before the others.

    A claim speaks to one point at most. A claim that no other speaks to is a point only if it denies
    aloud what nobody here utters. `compared` has what was compared before: stories, origins,
    citations, actors and events.
    """
    facts = {report.document.id: report for report in pile}
    story_of = _story_of(compared.stories)
    claims = _claims_by_story(facts, story_of, speaker_keys(pile, compared.actors))
    denials = denials_by_story(claims, facts, story_of)
    read = read_claims(claims, facts, story_of, asked_pairs(denials))
    verdicts = read.verdicts
    answers = find_answers(denials, verdicts.odds_of_opposition)
    origins = claim_origins(pile, compared.origins, compared.citations)
    figures = find_figure_disputes(pile, tolls, claims, compared.events, origins)
    reasons = StandReasons(claims, facts, answers, verdicts.pairs)
    place_of = {claim.key: place for place, claim in enumerate(claims)}
    drafts = list(figure_drafts(_within_stories(figures, story_of), place_of))
    relations = find_relations(claims, facts, read, answers)
    disputes = find_disputes(relations, _members(drafts))
    drafts += dispute_drafts(disputes, reasons)
    concessions = concessions_by_story(claims, facts, story_of, verdicts.odds_of_relation)
    add_concessions(drafts, concessions, reasons)
    drafts += agreement_drafts(find_agreement(claims, story_of, origins, _members(drafts)), reasons)
    alone = set(denied_alone(claims, facts, answers)) - _members(drafts)
    drafts += denial_drafts(sorted(alone), reasons)
    maker = PointMaker(claims, facts, origins, verdicts)
    return tuple(sorted(map(maker.make, drafts), key=_rank))


def _members(drafts: Sequence[Draft]) -> set[int]:
    return {place for draft in drafts for place in draft.members}


def _story_of(stories: Sequence[Story]) -> dict[str, str]:
    return {document: story.id for story in stories for document in story.documents}


def _claims_by_story(
    facts: Mapping[str, Facts], story_of: Mapping[str, str], voices: Mapping[ActorMention, str]
) -> list[PreparedClaim]:
    """The claims of all reports, those of one story together, always in the same order."""
    return [
        claim
        for document in reports_in_order(story_of)
        for claim in prepare_claims(facts[document], voices)
    ]


def _within_stories(
    disputes: Sequence[FigureDispute], story_of: Mapping[str, str]
) -> list[FigureDispute]:
    return [
        one
        for one in disputes
        if len({story_of[document] for side in one.sides for document, _ in side}) == 1
    ]


def _rank(point: Point) -> tuple[int, float, int, str]:
    """A sort key: the disputed first, by their chance, then what most claims speak to."""
    return STATE_ORDER[point.state], -(point.probability or 0.0), -len(point.claims), point.id
